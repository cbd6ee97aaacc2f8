// Buttons that copy, and the filters of the queue. Every page is whole without it: commands can be selected, and lists are shown as a whole.
(() => {
  "use strict";
  for (const button of document.querySelectorAll("[data-copy]")) {
    const code = button.previousElementSibling;
    const name = button.textContent;
    button.hidden = false;
    button.setAttribute("aria-label", `${name}: ${code.textContent}`);
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(code.textContent);
      } catch { // a browser that forbids it: the text is selected, for the keys
        getSelection().selectAllChildren(code);
        return;
      }
      button.textContent = button.dataset.copied;
      setTimeout(() => { button.textContent = name; }, 1500);
    });
  }

  const filters = [...document.querySelectorAll("[data-filter]")];
  if (!filters.length) return;
  const works = [...document.querySelectorAll(".work[data-section]")];
  const result = document.querySelector("[data-result]");
  const clear = document.querySelector("[data-clear]");
  const none = document.querySelector("[data-none]");
  const show = () => {
    const wanted = filters.filter((filter) => filter.value);
    let shown = 0;
    for (const work of works) {
      work.hidden = !wanted.every((filter) => work.dataset[filter.dataset.filter] === filter.value);
      if (!work.hidden) shown += 1;
    }
    for (const group of document.querySelectorAll(".group")) {
      const own = [...group.querySelectorAll(".work[data-section]")];
      if (!own.length) continue;
      const left = own.filter((work) => !work.hidden).length;
      group.hidden = !left;
      group.querySelector(".tally").textContent = left;
    }
    result.hidden = clear.hidden = !wanted.length;
    none.hidden = shown > 0;
    result.textContent = result.dataset.result.replace("{shown}", shown).replace("{count}", works.length);
    const words = wanted.map((filter) => `${filter.dataset.filter}=${encodeURIComponent(filter.value)}`);
    const place = words.join("&");
    if (place || location.hash.includes("=")) history.replaceState(null, "", place ? `#${place}` : location.pathname);
  };
  const read = () => {
    const words = new URLSearchParams(location.hash.slice(1));
    for (const filter of filters) {
      const value = words.get(filter.dataset.filter);
      if (value !== null && [...filter.options].some((option) => option.value === value)) filter.value = value;
    }
    if (location.hash.includes("=")) show();
  };
  for (const filter of filters) filter.addEventListener("change", show);
  clear.querySelector("button").addEventListener("click", () => {
    for (const filter of filters) filter.value = "";
    show();
    filters[0].focus();
  });
  addEventListener("hashchange", read);
  read();
})();
