// Before the first paint: what a reader chose once, so that no page flashes in other colours or sizes.
(() => {
  const root = document.documentElement;
  try {
    for (const name of ["theme", "size", "slash"]) {
      const value = localStorage.getItem(`bulletin-${name}`);
      if (value) root.dataset[name] = value;
    }
  } catch {} // storage may be forbidden
})();
