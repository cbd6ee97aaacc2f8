// What a reader chose: light or dark, and the size of the text; and the way to the search. Pages are whole without it.
// early.js sets all choices, as a rule before the first paint.
(() => {
  "use strict";
  const root = document.documentElement;
  const keep = (name, value) => {
    if (value === "") delete root.dataset[name];
    else root.dataset[name] = value;
    try {
      if (value === "") localStorage.removeItem(`bulletin-${name}`);
      else localStorage.setItem(`bulletin-${name}`, value);
    } catch {} // storage may be forbidden: the choice then lasts for this page
  };
  const tools = document.getElementById("site--tools");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
  const mode = tools.querySelector("[data-do=theme]");
  const [smaller, normal, larger] = ["smaller", "normal", "larger"].map((name) => tools.querySelector(`[data-do=${name}]`));
  const slash = document.querySelector("[data-do=slash]");
  const show = () => {
    const size = Number(root.dataset.size || 0);
    mode.setAttribute("aria-pressed", String(isDark()));
    smaller.setAttribute("aria-disabled", String(size <= -1));
    larger.setAttribute("aria-disabled", String(size >= 3));
    normal.setAttribute("aria-pressed", String(size === 0));
    slash?.setAttribute("aria-pressed", String(!root.dataset.slash));
  };
  const resize = (step) => {
    const size = Math.max(-1, Math.min(3, Number(root.dataset.size || 0) + step));
    keep("size", size ? String(size) : "");
  };
  const actions = {
    theme: () => keep("theme", isDark() === dark.matches ? (isDark() ? "light" : "dark") : ""),
    smaller: () => resize(-1),
    normal: () => keep("size", ""),
    larger: () => resize(1),
    print: () => print(),
    slash: () => keep("slash", root.dataset.slash ? "" : "off"),
    copy: async (button) => {
      const label = button.textContent;
      try {
        await navigator.clipboard.writeText(address());
      } catch {
        return; // not allowed here: the address is in the browser's own line
      }
      button.textContent = document.getElementById("site--said").textContent = button.dataset.done;
      setTimeout(() => (button.textContent = label), 4000);
    },
    share: () => navigator.share({ title: document.title, url: address() }).catch(() => {}), // the reader thought better of it
  };
  const address = () => document.querySelector("link[rel=canonical]")?.href || location.href;
  const share = document.querySelector("[data-do=share]");
  if (share && navigator.share) share.parentElement.hidden = false;
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-do]");
    if (!button) return;
    actions[button.dataset.do](button);
    show();
  });
  dark.addEventListener("change", show);
  document.getElementById("site--early").addEventListener("load", show); // should it come last
  show();

  // A wide window has room for all links of the foot. The style sheet already shows them: nothing moves.
  const agencies = document.querySelector(".agencies");
  if (agencies && matchMedia("(min-width: 48rem)").matches) {
    for (const group of agencies.querySelectorAll("details")) group.open = true;
  }
  if (agencies) agencies.dataset.folds = "";

  // Search: its field stands in the page and opens at once; what answers is loaded when a reader reaches for it.
  const opener = document.querySelector(".search-open");
  const search = document.getElementById("site--search"); // not on pages in two languages: there the links lead on
  const isPage = search?.tagName === "DIV";
  let box, tries = 0;
  const get = (name) => import(new URL(search.dataset[name] + (tries ? `?${tries}` : ""), document.baseURI));
  const load = () => (box ??= Promise.all([get("box"), get("engine")]).then(([own, engine]) => own.start(search, engine)));
  const start = async () => {
    try {
      (await load())();
    } catch {
      box = undefined;
      tries += 1; // a browser remembers that an address failed
      const status = search.querySelector("[role=status]");
      status.textContent = status.dataset.failed;
      search.querySelector(".search-failed").hidden = false;
    }
  };
  if (search && (isPage || search.showModal)) {
    opener.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (!isPage) search.showModal();
      const field = search.querySelector("input");
      field.focus();
      field.select();
      start();
    });
    search.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || isPage || event.isComposing) return;
      event.preventDefault(); // or the first one would only empty the field
      search.close();
    });
    search.querySelector(".search-failed button").addEventListener("click", start);
    if (isPage) start();
    else for (const sign of ["pointerenter", "touchstart"]) opener.addEventListener(sign, () => load().catch(() => (box = undefined)), { once: true, passive: true });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || root.dataset.slash) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    opener.click();
  });
})();
