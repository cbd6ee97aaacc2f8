// The search as a reader meets it: a field, what was found, and words for what was not. Loaded when a search is opened.
// The markup and all texts are in the page (search-box.html); what answers is the engine (search.js).
const PAUSE = 350; // ms without a key after which a word that is still being typed is looked for
const SLOW = 300; // ms after which a reader is told that the answer takes time
const FEW = 8, MANY = 20; // results in the dialog, and on the page at a time

// Bring a box to life; return what asks for the text in its field, if that was not asked already.
export function start(search, engine) {
  const part = (selector) => search.querySelector(selector);
  const field = part("input"), form = part(".search-form"), list = part(".found");
  const status = part("[role=status]"), more = part(".search-more"), none = part(".search-none"), failed = part(".search-failed");
  const isPage = search.tagName === "DIV";
  const tag = document.documentElement.lang;
  const root = new URL(search.dataset.root, document.baseURI).href;
  let index, pause, limit, asked = "", turn = 0, shown = 0;

  const open = async () => {
    index ??= engine.open(root, tag);
    try {
      return await index;
    } catch (error) {
      index = undefined; // so that it can be tried again
      throw error;
    }
  };

  const find = async (text, typing, size) => {
    const opened = await open();
    const found = await opened.query(text, { typing, limit: size });
    // A text that was sent off or shared may end within a word.
    return found.total || typing ? found : opened.query(text, { typing: true, limit: size });
  };

  const ask = async (typing = false, size = isPage ? MANY : FEW) => {
    clearTimeout(pause);
    const text = field.value.normalize("NFC").trim().replace(/\s+/g, " ");
    const question = `${typing} ${size} ${text}`;
    if (question === asked) return;
    asked = question;
    limit = size;
    const own = (turn += 1);
    pass(text);
    if (!text) return show(own, "", { total: 0, items: [] });
    const slow = setTimeout(() => own === turn && say(status.dataset.busy), SLOW);
    try {
      const found = await find(text, typing, size);
      // An answer to fewer words is better than none; but a late one never takes the place of a newer one.
      if (own > shown) show(own, text, found);
    } catch {
      if (own === turn) fail();
    } finally {
      clearTimeout(slow);
    }
  };

  const say = (text) => {
    if (status.textContent !== text) status.textContent = text;
  };

  const show = (number, text, { total, items }) => {
    shown = number;
    const { one, other, none: nothing } = status.dataset;
    const isOne = new Intl.PluralRules(tag).select(total) === "one";
    if (!text) say("");
    else if (total) say((isOne ? one : other).replace("{count}", new Intl.NumberFormat(tag).format(total)));
    else say(nothing.replace("{query}", () => text));
    list.replaceChildren(...items.map(row));
    more.hidden = total <= items.length;
    none.hidden = !text || total > 0;
    failed.hidden = true;
  };

  const row = (item) => {
    const line = document.createElement("li");
    if (item.lang) line.lang = item.lang;
    const link = append(line, "a", item.title);
    link.href = new URL(item.url, root).href;
    append(line, "p", [item.section, item.date].filter(Boolean).join(" · "), "meta");
    append(line, "p", item.description);
    return line;
  };

  const append = (parent, name, text, style = "") => {
    const made = document.createElement(name);
    made.textContent = text;
    made.className = style;
    if (text) parent.append(made);
    return made;
  };

  const fail = () => {
    asked = "";
    say(status.dataset.failed);
    list.replaceChildren();
    more.hidden = none.hidden = true;
    failed.hidden = false;
  };

  // The address of the page, and every link that leads to another search, say what is looked for.
  const pass = (text) => {
    const put = (address) => {
      const url = new URL(address);
      if (text) url.searchParams.set("q", text);
      else url.searchParams.delete("q");
      return url.href;
    };
    for (const link of search.querySelectorAll("a[data-query]")) link.href = put(link.href);
    if (!isPage) return;
    for (const link of document.querySelectorAll(".languages a[hreflang]")) link.href = put(link.href);
    if (put(location.href) !== location.href) history.replaceState(history.state, "", put(location.href));
  };

  // A word is whole at a space. While an input method composes one (Telex, VNI, any keyboard of Android) only a pause tells.
  const typed = (event) => {
    clearTimeout(pause);
    if (!event.isComposing && /(^|\s)$/.test(field.value)) ask();
    else pause = setTimeout(ask, PAUSE, true);
  };
  field.addEventListener("input", typed);

  form.addEventListener("submit", (event) => {
    if (!isPage && field.value.trim()) return; // to the page, which has room for all results and an address to pass on
    event.preventDefault();
    ask();
  });

  more.addEventListener("click", async (event) => {
    if (!isPage) return;
    event.preventDefault();
    const seen = list.children.length;
    await ask(asked.startsWith("true"), limit + MANY);
    list.children[seen]?.querySelector("a").focus();
  });

  search.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const stops = [field, ...search.querySelectorAll(".found a, .search-more:not([hidden]) a")];
    const at = stops.indexOf(document.activeElement);
    if (at < 0 || !stops[at + step]) return;
    event.preventDefault();
    stops[at + step].focus();
  });

  if (isPage) {
    const shared = new URLSearchParams(location.search).get("q");
    if (shared && !field.value) field.value = shared;
    form.action = location.pathname;
  } else {
    search.addEventListener("click", (event) => event.target === search && search.close()); // beside the box
  }
  open().catch(() => {}); // while the reader types; what fails here is told when something is asked
  return () => ask();
}
