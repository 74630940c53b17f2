import { cutOffPart } from "./partFailure";
import { plainRuns } from "./plainRuns";
import { withoutCdata, xmlPieces } from "./xmlPieces";

/** Several runs, phonetic guides, CDATA, and white space that exceljs takes for text. */
const UNUSUAL = /<(?:!|r>|rPh|\/t>\s)/;
const ITEM = /<si>([^]*?)<\/si>/g;
const TABLE_END = /<\/sst>\s*$|<sst[^>]*\/>\s*$/;
const LONGEST_END = 1000;

/** The shared strings in XML that exceljs reads right: one run a text. */
export async function* sharedStringsXml(
  label: string,
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<string> {
  let tail = "";
  for await (const piece of xmlPieces({ label, chunks, root: "sst", cutAfter: "si" })) {
    yield UNUSUAL.test(piece) ? plainItems(piece) : piece;
    tail = (tail + piece).slice(-LONGEST_END);
  }
  // exceljs takes a part that stops in its middle for a complete one.
  if (!TABLE_END.test(tail)) throw cutOffPart(label);
}

function plainItems(xml: string): string {
  return withoutCdata(xml).replace(ITEM, (_, runs: string) => `<si>${plainRuns(runs)}</si>`);
}
