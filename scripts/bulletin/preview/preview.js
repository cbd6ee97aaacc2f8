// Loads a page of the preview again when it has become another one. Never part of a published site.
"use strict";
{
  const own = document.currentScript;
  const base = own.dataset.base;
  const page = JSON.parse(own.dataset.page);
  const here = location.pathname;
  const kept = (name) => { try { return sessionStorage.getItem(name); } catch { return null; } };
  const keep = (name, value) => { try { sessionStorage.setItem(name, value); } catch { /* private window */ } };
  const panel = document.querySelector("preview-panel")?.shadowRoot;
  let server = null;
  let seen = -1;
  let asking = false;

  // Where the reader was.
  const place = JSON.parse(kept("preview-place") ?? "null");
  if (place && place.here === here) {
    const back = () => scrollTo({ left: 0, top: place.top, behavior: "instant" });
    back();
    addEventListener("load", back, { once: true });
    keep("preview-place", "null");
  }

  const details = panel?.querySelector("details");
  if (details) {
    const name = "preview-closed";
    details.open = kept(name) !== "yes";
    details.addEventListener("toggle", () => keep(name, details.open ? "no" : "yes"));
  }

  const drafts = new Set(page.drafts);
  const style = document.createElement("style");
  for (const link of drafts.size ? document.querySelectorAll("main a[href]") : []) {
    const to = new URL(link.href).pathname;
    if (to !== here && drafts.has(decodeURI(to)) && link.textContent.trim()) {
      link.dataset.previewDraft = page.draft;
    }
  }
  style.textContent = "a[data-preview-draft]::after { content: ' (' attr(data-preview-draft) ')'; font-weight: 400; font-size: .875em; }";
  if (drafts.size) document.head.append(style);

  const reload = () => {
    keep("preview-place", JSON.stringify({ here, top: scrollY }));
    location.reload();
  };

  const ask = async () => {
    if (asking) return;
    asking = true;
    const version = seen;
    try {
      const answer = await fetch(`${base}_preview/state?path=${encodeURIComponent(here)}`, { cache: "no-store" });
      const state = await answer.json();
      if (state.digest !== page.digest) return reload();
    } catch { /* the server is away; its next word comes with the next connection */ }
    asking = false;
    if (version !== seen) await ask();
  };

  const hear = (text) => {
    const { instance, version, progress } = JSON.parse(text);
    const line = panel?.querySelector(".progress");
    if (line) {
      line.hidden = !progress;
      if (progress) line.textContent = `${page.checking}: ${progress[0]}/${progress[1]}`;
    }
    if (server !== null && server !== instance) return reload();
    server = instance;
    if (version !== seen) {
      seen = version;
      ask();
    }
  };

  // One connection for all windows: a browser opens six to one server, and no more.
  const channel = "BroadcastChannel" in window ? new BroadcastChannel("preview") : null;
  const listen = () => {
    const source = new EventSource(`${base}_preview/events`);
    source.onmessage = (event) => { channel?.postMessage(event.data); hear(event.data); };
  };
  if (channel && navigator.locks) {
    channel.onmessage = (event) => hear(event.data);
    navigator.locks.request("preview", () => { listen(); return new Promise(() => {}); });
    fetch(`${base}_preview/state?path=${encodeURIComponent(here)}`, { cache: "no-store" })
      .then((answer) => answer.json()).then((state) => { if (state.digest !== page.digest) reload(); }, () => {});
  } else {
    listen();
  }
  addEventListener("pageshow", (event) => { if (event.persisted) reload(); });
}
