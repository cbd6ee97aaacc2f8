// Asks the real search.js: `node ask.mjs SCRIPT SITE < questions`, where a question is a line of JSON
// {tag, text, typing, limit, fresh}; answers with a line of JSON {total, items, files}, files being those that were read.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [script, site] = process.argv.slice(2);
const ROOT = "https://example.org/";
let files = [];
globalThis.fetch = async (url) => {
  const name = url.slice(ROOT.length);
  try {
    const content = readFileSync(`${site}/${name}`);
    files.push(name);
    return new Response(content);
  } catch {
    return new Response("", { status: 404 });
  }
};
const source = readFileSync(script, "utf-8");
const { open } = await import(`data:text/javascript,${encodeURIComponent(source)}`);
const indexes = new Map();
for await (const line of createInterface({ input: process.stdin })) {
  const { tag, text, typing = false, limit = 10, fresh = false } = JSON.parse(line);
  files = [];
  if (fresh || !indexes.has(tag)) indexes.set(tag, await open(ROOT, tag));
  const { total, items } = await indexes.get(tag).query(text, { typing, limit });
  process.stdout.write(`${JSON.stringify({ total, items, files })}\n`);
}
