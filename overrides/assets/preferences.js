// What a reader chose: light or dark, and the size of the text. Pages are whole without it. The line in the head of each
// page has already set both before the first paint, and has let the buttons be seen.
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
  const show = () => {
    const size = Number(root.dataset.size || 0);
    mode.setAttribute("aria-pressed", String(isDark()));
    smaller.setAttribute("aria-disabled", String(size <= -1));
    larger.setAttribute("aria-disabled", String(size >= 3));
    normal.setAttribute("aria-pressed", String(size === 0));
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
  show();
})();
