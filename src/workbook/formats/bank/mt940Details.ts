import { saidTexts } from "./bankText";

/** What the information to the account owner (:86:) says of a payment. */
export interface Mt940Details {
  readonly endToEndIds: readonly string[];
  readonly texts: readonly string[];
  readonly payer: string | undefined;
  readonly payerAccount: string | undefined;
}

/** A line that is full goes on in the next one, even within a word; any other ends with a blank. */
function joined(lines: readonly string[], width: number): string {
  return lines.reduce((text, line, index) => {
    const isFull = index === 0 || (lines[index - 1]?.length ?? 0) >= width;
    return isFull ? text + line : `${text} ${line}`;
  }, "");
}

/** Parts of a text by the names that begin them; what stands before the first has none. */
function partsBy(text: string, name: RegExp): Map<string, string> {
  const parts = new Map<string, string>();
  let key = "";
  let from = 0;
  const keep = (end: number) => {
    const part = text.slice(from, end).trim();
    if (part !== "" && !parts.has(key)) parts.set(key, part);
  };
  for (const match of text.matchAll(name)) {
    keep(match.index);
    key = match[1] ?? "";
    from = match.index + match[0].length;
  }
  keep(text.length);
  return parts;
}

/** German banks: a code, and subfields of two digits behind a sign, 166?00GUTSCHRIFT?20SVWZ+RE 1001?32ACME. */
const STRUCTURED = /^\d{3}([^\sA-Za-z0-9])\d\d/;
const SEPA = /(?<![A-Z])(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC|PURP)\+/g;
const PURPOSE_WIDTH = 27;

function structuredDetails(text: string, sign: string): Mt940Details {
  const subfields = text
    .slice(3)
    .split(sign)
    .filter((part) => /^\d\d/.test(part))
    .map((part) => ({ number: Number(part.slice(0, 2)), value: part.slice(2) }));
  const valuesOf = (from: number, to: number) =>
    subfields.filter(({ number }) => number >= from && number <= to).map(({ value }) => value);
  const purpose = joined([...valuesOf(20, 29), ...valuesOf(60, 63)], PURPOSE_WIDTH);
  const sepa = partsBy(purpose, SEPA);
  return {
    endToEndIds: saidTexts([sepa.get("EREF")]),
    texts: saidTexts([sepa.get(""), sepa.get("SVWZ"), sepa.get("KREF"), ...valuesOf(0, 0)]),
    payer: saidTexts([valuesOf(32, 33).join(""), sepa.get("ABWA")])[0],
    payerAccount: saidTexts([...valuesOf(31, 31), sepa.get("IBAN")])[0],
  };
}

/** Dutch banks: names between slashes, /TRTP/SEPA/IBAN/NL91…/NAME/ACME/REMI/INV-1001/EREF/X. */
const SLASHES =
  /\/(TRTP|TRCD|IBAN|BIC|NAME|REMI|EREF|CSID|MARF|ORDP|BENM|CNTP|PREF|IREF|RTRN|PURP|SVCL|ULTC|ULTD|ISDT|ADDR|ID|NRTX|ACCW)\//g;
const LINE_WIDTH = 65;

function slashDetails(text: string): Mt940Details {
  const parts = partsBy(text, SLASHES);
  const [counterAccount, , counterName] = (parts.get("CNTP") ?? "").split("/");
  // What is structured or not is said before the text: USTD//INV-1001/.
  const remittance = parts
    .get("REMI")
    ?.replace(/^(?:USTD|STRD)\//, "")
    .replaceAll("/", " ");
  return {
    endToEndIds: saidTexts([parts.get("EREF")]),
    texts: saidTexts([remittance, parts.get(""), parts.get("TRTP")]),
    payer: saidTexts([parts.get("NAME"), counterName])[0],
    payerAccount: saidTexts([parts.get("IBAN"), counterAccount])[0],
  };
}

export function readDetails(lines: readonly string[]): Mt940Details {
  const text = joined(lines, LINE_WIDTH);
  const sign = STRUCTURED.exec(text)?.[1];
  // Subfields say themselves where they begin, so that lines need no blank between them.
  if (sign !== undefined) return structuredDetails(lines.join(""), sign);
  if (/^\/[A-Z]{2,4}\//.test(text)) return slashDetails(text);
  return { endToEndIds: [], texts: saidTexts([text]), payer: undefined, payerAccount: undefined };
}
