// The search: reads the index that scripts/bulletin/finish/search wrote, a few small files for a query. It knows nothing
// of the page. What `unitsOf` does to a query, folding.py did to the texts: change both or none.

// What counts: two units side by side, a word that goes on, a word that somebody meant; that all words are in the title,
// or all side by side (both by a power of the share, for with one of them missing it is much less).
const [PAIR, PREFIX, TYPO, TITLE, RUN, SHARP] = [1.6, 0.55, 0.5, 2, 1, 6];
const STRONG = 10; // the level of a word that is in the title (documents.py)
const [MOST_UNITS, LAST] = [12, "\uffff"];
const SOLID = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"; // no space between words
const IN_SOLID = new RegExp(`[${SOLID}]|[^${SOLID}]+`, "g");

export function unitsOf(text, tag, without = []) {
  const words = text.normalize("NFKC").toLowerCase().replace(/['’ʼ](?:s(?![\p{L}\p{N}]))?/gu, "");
  return (words.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).flatMap((word) => {
    if (without.includes(word)) return [];
    const split = word.normalize("NFKD");
    const marks = [...split].filter((c) => /[\p{M}đð]/u.test(c)).sort();
    const letters = split.replace(/\p{M}/gu, "").replace(/[đð]/g, "d");
    const code = marks.reduce((number, mark) => (number * 31 + mark.codePointAt(0)) % 61, 0);
    return (letters.match(IN_SOLID) ?? []).map((raw) => ({
      raw: raw.slice(0, 40),
      term: stem(raw.slice(0, 40), tag),
      marks: marks.length ? String.fromCharCode(48 + code) : "",
    }));
  });
}

function stem(word, tag) {
  if (tag === "vi") return word.replace(/^(qu|[hklmstv])y$/, "$1i");
  if (tag !== "en" || !/^[a-z]{4,}$/.test(word)) return word;
  if (/ie[sd]$/.test(word)) word = `${word.slice(0, -3)}y`;
  else if (/s$/.test(word) && !/(ss|us|is)$/.test(word)) word = word.slice(0, -1);
  const [, rest] = word.match(/^(.{3,})(?:ing|ed)$/) ?? [];
  if (rest && /[aeiouy]/.test(rest)) word = /([^lsz])\1$/.test(rest) ? rest.slice(0, -1) : rest;
  return word.length > 3 ? word.replace(/e$/, "") : word;
}

// Rows of a file: how many letters a key shares with the one before, the others, and what is said of it.
function rowsOf(text) {
  const rows = new Map();
  let key = "";
  for (const line of text.split("\n")) {
    if (!line) continue;
    const tab = line.indexOf("\t");
    key = key.slice(0, line.charCodeAt(0) - 48) + line.slice(1, tab < 0 ? undefined : tab);
    rows.set(key, tab < 0 ? "" : line.slice(tab + 1));
  }
  return rows;
}

// The pages of a term: number → [impact, whether it bears the marks that were asked for].
function postingsOf(code, marks) {
  const found = new Map();
  let [level, page, number, shift, isExact] = [1, -1, 0, 0, !marks];
  for (let at = 0; at < code.length; at += 1) {
    const value = code.charCodeAt(at);
    if (value === 33) {
      at += 1;
      isExact = code[at] === marks;
      [level, page] = [1, -1];
    } else if (value > 111) {
      [level, page] = [value - 111, -1];
    } else {
      number += ((value - 48) & 31) << shift;
      shift += 5;
      if (value < 80) {
        page += number + 1;
        [number, shift] = [0, 0];
        const [old, was] = found.get(page) ?? [0, false];
        found.set(page, [Math.max(old, level), was || isExact]);
      }
    }
  }
  return found;
}

// Whether one letter more, less, other, or changed with its neighbour makes one word of the other.
function isNear(one, other) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const [rest, there] = [one.slice(at), other.slice(at)];
  const changed = rest.length > 1 && rest[1] + rest[0] + rest.slice(2);
  return rest.slice(1) === there || rest === there.slice(1) || rest.slice(1) === there.slice(1) || changed === there;
}

async function get(address, options) {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(`search: ${response.status}`);
  return response.text();
}

class Index {
  #root;
  #tag;
  #files = new Map();

  constructor(root, tag) {
    [this.#root, this.#tag] = [root, tag];
  }

  async load() {
    const manifest = JSON.parse(await get(`${this.#root}search/${this.#tag}.json`, { cache: "no-cache" }));
    const state = `${manifest.path} ${manifest.terms} ${manifest.lists}`;
    if (state !== this.manifest?.state) this.#files.clear();
    this.manifest = { ...manifest, state, split: rowsOf(manifest.split), words: [...rowsOf(manifest.words).keys()] };
    return this;
  }

  #file(path, read) {
    const address = this.#root + path;
    if (!this.#files.has(address)) {
      const loading = get(address).then(read);
      this.#files.set(address, loading);
      loading.catch(() => this.#files.delete(address));
    }
    return this.#files.get(address);
  }

  // The rows of the file in which a unit and its pairs are.
  #rows(term) {
    const [unit, second] = term.split(" ");
    const { split, files, path, terms } = this.manifest;
    const name = second && split.has(unit) ? `${unit} ${second[0]}` : unit;
    let hash = 2166136261;
    for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 16777619) >>> 0;
    return this.#file(`${path}t${hash % files}.txt?${terms}`, rowsOf);
  }

  async #row(term) {
    return (await this.#rows(term)).get(term) ?? "";
  }

  // The words that begin so, out of three files at most.
  async #words(prefix) {
    const { words, lists } = this.manifest;
    const first = Math.max(0, words.filter((separator) => separator <= prefix).length - 1);
    const files = words.flatMap((separator, at) => (at < first || separator > prefix + LAST ? [] : [`${lists}w${at}.txt`]));
    const found = await Promise.all(files.slice(0, 3).map((name) => this.#file(name, rowsOf)));
    const rows = found.flatMap((rows) => [...rows]).filter(([word]) => word.startsWith(prefix));
    return rows.map(([word, size]) => ({ word, size: size.charCodeAt(0) }));
  }

  // The most frequent words that go on as the last unit begins: those that follow the unit before it, else any.
  async #completions(unit, before) {
    const from = before ? `${before.term} ` : "";
    const rows = from ? [...(await this.#rows(from + unit.raw))] : [];
    const pairs = rows.filter(([pair]) => pair.startsWith(from + unit.raw));
    const after = pairs.map(([pair, code]) => ({ word: pair.slice(from.length), size: code.length }));
    const found = after.length ? after : await this.#words(unit.raw);
    const others = found.filter(({ word }) => word !== unit.term);
    return others.sort((a, b) => b.size - a.size || a.word.length - b.word.length).slice(0, 2);
  }

  // The three most frequent words that differ from one by a slip of the finger.
  async #corrections({ term }) {
    if (term.length < 3 || /\d/.test(term)) return [];
    const places = new Set([term[0], term.slice(1, 3), term[1] + term[0]]);
    const found = await Promise.all([...places].map((place) => this.#words(place)));
    const near = new Map(found.flat().filter(({ word }) => isNear(term, word)).map((each) => [each.word, each]));
    return [...near.values()].sort((a, b) => b.size - a.size).slice(0, 3);
  }

  // What may be meant by a unit: rows of term, pages, weight, and marks that were asked for.
  async #meant(unit, before, isOpen) {
    const rowsOfAll = (found, weight) => Promise.all(found.map(async ({ word }) => [word, await this.#row(word), weight]));
    const completions = isOpen ? this.#completions(unit, before) : Promise.resolve([]);
    const [code, more] = await Promise.all([this.#row(unit.term), completions.then((found) => rowsOfAll(found, PREFIX))]);
    const found = code ? [[unit.term, code, 1, unit.marks], ...more] : more;
    return found.length ? found : rowsOfAll(await this.#corrections(unit), TYPO);
  }

  #pairs(ones, others) {
    const pairs = ones.flatMap(([one, , weight]) => others.map(([other, , more]) => [`${one} ${other}`, weight * more]));
    return Promise.all(pairs.map(async ([term, weight]) => [term, await this.#row(term), weight]));
  }

  // Page → what the best of some terms counts there.
  #weigh(rows, factor) {
    const best = new Map();
    for (const [, code, weight, marks = ""] of rows) {
      const pages = postingsOf(code, marks);
      const rarity = Math.log(1 + (this.manifest.pages - pages.size + 0.5) / (pages.size + 0.5));
      for (const [page, [level, isExact]] of pages) {
        const score = factor * weight * rarity * level;
        if (score > (best.get(page)?.score ?? 0)) best.set(page, { score, level, isExact });
      }
    }
    return best;
  }

  async #rank(text, typing) {
    const units = unitsOf(text, this.#tag, this.manifest.without).slice(0, MOST_UNITS);
    const isOpen = typing && /[\p{L}\p{N}\p{M}]$/u.test(text);
    const meant = await Promise.all(
      units.map((unit, at) => this.#meant(unit, units[at - 1], isOpen && at === units.length - 1)),
    );
    const pairs = await Promise.all(meant.slice(1).map((terms, at) => this.#pairs(meant[at], terms)));
    const pages = new Map();
    const add = (found, isUnit) => {
      for (const [page, { score, level, isExact }] of found) {
        const sum = pages.get(page) ?? { score: 0, units: 0, exact: 0, strong: 0, pairs: 0 };
        sum.score += score;
        sum.units += isUnit;
        sum.exact += isUnit && isExact;
        sum.strong += isUnit && level >= STRONG;
        sum.pairs += !isUnit;
        pages.set(page, sum);
      }
    };
    for (const each of meant) add(this.#weigh(each, 1), 1);
    for (const each of pairs) add(this.#weigh(each, PAIR), 0);
    const part = (number, of) => (number / Math.max(1, of)) ** SHARP;
    const ranked = [...pages].map(([page, sum]) => {
      const share = sum.units / units.length;
      const whole = 1 + TITLE * part(sum.strong, units.length) + RUN * part(sum.pairs, units.length - 1);
      const exact = 0.5 + (0.5 * sum.exact) / Math.max(1, sum.units);
      return { page, share, score: sum.score * whole * exact * (0.4 + 0.6 * share) };
    });
    const most = Math.max(0, ...ranked.map(({ share }) => share));
    return ranked.filter(({ share }) => share >= 0.6 * most).sort((a, b) => b.score - a.score || b.page - a.page);
  }

  async #answer(text, typing, limit) {
    const ranked = await this.#rank(text, typing);
    const { together, path } = this.manifest;
    const items = ranked.slice(0, limit).map(async ({ page }) => {
      const results = await this.#file(`${path}r${Math.floor(page / together)}.json`, JSON.parse);
      const [url, title, date, section, description] = results[page % together];
      return { url, title, date, section, description };
    });
    return { total: ranked.length, items: await Promise.all(items) };
  }

  async query(text, { typing = false, limit = 10 } = {}) {
    for (;;) {
      const { state } = this.manifest;
      try {
        const answer = await this.#answer(text, typing, limit);
        if (state === this.manifest.state) return answer;
      } catch (error) {
        await this.load();
        if (state === this.manifest.state) throw error; // else the site has changed since, and its files have other names
      }
    }
  }
}

export async function open(root, tag) {
  return new Index(root, tag).load();
}
