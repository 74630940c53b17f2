import { decodeEntities, decodeEscapes } from "../../xml/xmlText";
import { elementBlocks } from "./elementBlocks";
import { damagedPart } from "./partFailure";

const PHONETIC = /<rPh[\s>][^]*?<\/rPh\s*>/g;
const ITEM = /<si(?:\s[^>]*)?(?:\/>|>([^]*?)<\/si\s*>)/g;

/** The text of an `si` or `is` element: its runs one after the other, without phonetic help. */
export function runsText(xml: string, label: string): string {
  const runs = xml.includes("<rPh") ? xml.replace(PHONETIC, "") : xml;
  let text = "";
  for (let at = runs.indexOf("<t"); at >= 0; at = runs.indexOf("<t", at + 2)) {
    if (!/[\s/>]/.test(runs[at + 2] ?? "")) continue;
    const open = runs.indexOf(">", at);
    if (runs[open - 1] === "/") continue;
    const close = runs.indexOf("<", open);
    if (!runs.startsWith("</t", close)) throw damagedPart(label);
    text += runs.slice(open + 1, close);
  }
  return decodeEscapes(decodeEntities(text));
}

/** The workbook's table of texts, by index. */
export async function readSharedStrings(pieces: AsyncIterable<string>, label: string): Promise<string[]> {
  const texts: string[] = [];
  for await (const block of elementBlocks(pieces, "si", label)) {
    for (const [, item = ""] of block.matchAll(ITEM)) texts.push(runsText(item, label));
  }
  return texts;
}
