import { decodeEntities, decodeEscapes } from "../package/xmlText";
import { elementBlocks } from "./elementBlocks";
import { damagedPart } from "./partFailure";

const TEXT = /<t(?:\s[^>]*)?(?:\/>|>([^<]*)<\/t\s*>)/g;
const PHONETIC = /<rPh[\s>][^]*?<\/rPh\s*>/g;
const ITEM = /<si(?:\s[^>]*)?(?:\/>|>([^]*?)<\/si\s*>)/g;

/** The text of an `si` or `is` element: its runs one after the other, without phonetic help. */
export function runsText(xml: string, label: string): string {
  const runs = xml.includes("<rPh") ? xml.replace(PHONETIC, "") : xml;
  let text: string | undefined;
  for (const [, run = ""] of runs.matchAll(TEXT)) text = text === undefined ? run : text + run;
  if (text === undefined && /<t[\s>]/.test(runs)) throw damagedPart(label);
  return decodeEscapes(decodeEntities(text ?? ""));
}

/** The workbook's table of texts, by index. */
export async function readSharedStrings(pieces: AsyncIterable<string>, label: string): Promise<string[]> {
  const texts: string[] = [];
  for await (const block of elementBlocks(pieces, "si", label)) {
    for (const [, item = ""] of block.matchAll(ITEM)) texts.push(runsText(item, label));
  }
  return texts;
}
