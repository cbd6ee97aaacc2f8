// Asks the real search.js: `node ask.mjs SCRIPT SITE < questions`, where a question is a line of JSON
// {tag, text, typing, limit, fresh, site}; answers with a line of JSON {total, items, files, error}, files being those
// that were read. `fresh` forgets what was loaded; `site` is another folder that takes the place of the first.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

let [script, site] = process.argv.slice(2);
const ROOT = "https://example.org/";
let files = [];
globalThis.fetch = async (url) => {
  const name = url.slice(ROOT.length);
  try {
    const content = readFileSync(`${site}/${name.split("?")[0]}`);
    files.push(name);
    return new Response(content);
  } catch {
    return new Response("", { status: 404 });
  }
};
const source = readFileSync(script, "utf-8");
const { open, unitsOf } = await import(`data:text/javascript,${encodeURIComponent(source)}`);
const indexes = new Map();
for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line);
  const { tag, text, typing = false, limit = 10, fresh = false } = question;
  if (question.units) {
    process.stdout.write(`${JSON.stringify(unitsOf(text, tag, question.without))}\n`);
    continue;
  }
  site = question.site ?? site;
  files = [];
  let answer;
  try {
    if (fresh || !indexes.has(tag)) indexes.set(tag, await open(ROOT, tag));
    answer = await indexes.get(tag).query(text, { typing, limit });
  } catch (error) {
    answer = { total: 0, items: [], error: error.message };
  }
  process.stdout.write(`${JSON.stringify({ error: "", ...answer, files })}\n`);
}
