// Another reader of OFX, in a process of its own as it is an ES module: JSON texts in, JSON transactions out.
import { readFileSync } from "node:fs";
import { parse } from "ofx-js";

/** Every value of a name, however deep. */
function allOf(node, name) {
  if (node === null || typeof node !== "object") return [];
  if (Array.isArray(node)) return node.flatMap((each) => allOf(each, name));
  return Object.entries(node).flatMap(([key, value]) => {
    const found = key === name ? [value].flat() : [];
    return [...found, ...allOf(value, name)];
  });
}

/** Null for a text that it does not take: elements of SGML without a value. */
async function transactionsOf(text) {
  try {
    return allOf(await parse(text), "STMTTRN");
  } catch {
    return null;
  }
}

const texts = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(await Promise.all(texts.map(transactionsOf))));
