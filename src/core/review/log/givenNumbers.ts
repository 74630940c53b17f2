import { hasDraftKey } from "../../documents/draftKey";

/** What Parameters of a run say that gave final numbers. */
const GIVEN = "numbers given";
const START = `${GIVEN}: `;
const BETWEEN = ", ";
const TO = " to ";
const END = "; ";

/** A cell that nobody can read any more says less than the two words. */
const LONGEST = 2000;

/** "INV-2026-0009" as texts and digits in turn: "INV-", "2026", "-", "0009". */
function tokensOf(number: string): string[] {
  return number.match(/\d+|\D+/g) ?? [];
}

const isDigits = (token: string): boolean => /^\d{1,15}$/.test(token);

/** Where two numbers have other digits, and nothing else differs; undefined where more does. */
function countedAt(a: readonly string[], b: readonly string[]): number | undefined {
  if (a.length !== b.length) return undefined;
  const differing = a.flatMap((token, index) => (token === b[index] ? [] : [index]));
  const [index] = differing;
  const isCounted = differing.length === 1 && isDigits(a[index!]!) && isDigits(b[index!]!);
  return isCounted ? index : undefined;
}

/** The number that comes after another at a place of it: 0009 → 0010. */
function counted(tokens: readonly string[], index: number, value: number): string {
  const token = String(value).padStart(tokens[index]!.length, "0");
  return [...tokens.slice(0, index), token, ...tokens.slice(index + 1)].join("");
}

function isNext(before: string, number: string): boolean {
  const [a, b] = [tokensOf(before), tokensOf(number)];
  const index = countedAt(a, b);
  return index !== undefined && counted(a, index, Number(a[index]) + 1) === number;
}

/**
 * The numbers that a run gave, in their order, for its row of the log: "numbers given: INV-2026-0001 to INV-2026-0003,
 * CN-2026-0001". Only the two words where a pattern has separators of the list in it, or the list is too long for a cell.
 */
export function givenText(numbers: readonly string[]): string {
  if (numbers.length === 0 || numbers.some((number) => /, | to |;/.test(number))) return GIVEN;
  const stretches: [first: string, last: string][] = [];
  for (const number of numbers) {
    const stretch = stretches.at(-1);
    if (stretch && isNext(stretch[1], number)) stretch[1] = number;
    else stretches.push([number, number]);
  }
  const listed = stretches.map(([first, last]) => (first === last ? first : `${first}${TO}${last}`));
  const text = START + listed.join(BETWEEN);
  return text.length <= LONGEST ? text : GIVEN;
}

/** Whether the run gave final numbers. */
export function gaveNumbers(parameters: string): boolean {
  return parameters.includes(GIVEN);
}

/** More documents than any run makes: a log that says so was written by hand. */
const MOST = 1_000_000;

function stretchOf(text: string): string[] {
  const [first = "", last] = text.split(TO);
  if (last === undefined) return [first];
  const [a, b] = [tokensOf(first), tokensOf(last)];
  const index = countedAt(a, b);
  const count = index === undefined ? -1 : Number(b[index]) - Number(a[index]);
  if (index === undefined || count < 0 || count > MOST) return [first, last];
  return Array.from({ length: count + 1 }, (_, more) => counted(a, index, Number(a[index]) + more));
}

/** The numbers that Parameters list, in their order; none where they only say that some were given. */
export function numbersGivenIn(parameters: string): string[] {
  const start = parameters.indexOf(START);
  if (start < 0) return [];
  const [listed = ""] = parameters.slice(start + START.length).split(END);
  return listed.split(BETWEEN).flatMap(stretchOf);
}

const CORRECTS = " corrects ";

/** What the row of a credit says of its note: "CN-2026-0001 corrects INV-2026-0009". */
export function correctsText(note: string, invoice: string): string {
  return `${note}${CORRECTS}${invoice}`;
}

/** The number that a credit gave, which its Parameters say after the day; none where its note waits under a key. */
function numberOfCredit(parameters: string): string[] {
  const [, said = ""] = parameters.split(END);
  const [number = "", corrected] = said.split(CORRECTS);
  return corrected === undefined || hasDraftKey({ invoiceNumber: number }) ? [] : [number];
}

/** The numbers that a row of the log says were given by it: acts have theirs in Approvals. */
export function numbersGivenBy(action: string | undefined, parameters = ""): string[] {
  if (action === "bill") return numbersGivenIn(parameters);
  return action === "credit" ? numberOfCredit(parameters) : [];
}
