import footnote from "markdown-it-footnote";

const LOCALES = ["vi", "en"];
const PER_PAGE = 50;
const newest = (a, b) => b.date - a.date || (a.url < b.url ? 1 : -1);

// "news" or a topic's name → an address without diacritics.
const slug = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase().replace(/[^a-z0-9]+/g, "-");

export default function (config) {
  config.setInputDirectory("src");
  config.setOutputDirectory("site");
  config.addPassthroughCopy("src/**/*.{svg,jpg,css}");
  config.amendLibrary("md", (md) => md.set({ html: false, typographer: true }).use(footnote));
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  config.addFilter("rfc3339", (date) => date.toISOString());
  config.addFilter("json", (value) => JSON.stringify(value));
  config.addFilter("plain", (html) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ").trim());

  const articles = (api) => api.getAll().filter((one) => one.data.section && one.data.section !== "about").sort(newest);
  for (const locale of LOCALES) {
    config.addCollection(locale, (api) => articles(api).filter((one) => one.data.locale === locale));
  }
  config.addCollection("byKey", (api) => Map.groupBy(api.getAll().filter((one) => one.data.key), (one) => one.data.key));
  config.addCollection("lists", (api) => {
    const found = [];
    for (const locale of LOCALES) {
      const groups = new Map();
      const put = (path, title, one) => {
        if (!groups.has(path)) groups.set(path, { title, items: [] });
        groups.get(path).items.push(one);
      };
      for (const one of articles(api).filter((each) => each.data.locale === locale)) {
        put(one.data.section, one.data.section, one);
        for (const topic of one.data.topics ?? []) put(`topics/${slug(topic)}`, topic, one);
      }
      const prefix = locale === LOCALES[0] ? "" : `/${locale}`;
      for (const [path, { title, items }] of groups) {
        const pages = Math.ceil(items.length / PER_PAGE);
        const url = (at) => (at === 0 ? `${prefix}/${path}/` : `${prefix}/${path}/page/${at + 1}/`);
        for (let at = 0; at < pages; at++) {
          found.push({
            locale, title, url: url(at), items: items.slice(at * PER_PAGE, (at + 1) * PER_PAGE),
            previous: at > 0 ? url(at - 1) : "", next: at + 1 < pages ? url(at + 1) : "",
          });
        }
      }
    }
    return found;
  });
  config.setNunjucksEnvironmentOptions({ throwOnUndefined: false });
  return { markdownTemplateEngine: false, htmlTemplateEngine: "njk" };
}
