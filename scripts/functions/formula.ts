import { parseIsoDay } from "../../src/core/calendar/day";

export type ErrorText = "#VALUE!" | "#N/A" | "#NUM!" | "#DIV/0!" | "#NULL!" | "#REF!" | "#NAME?";

/** The content of a cell; null is a blank one. */
export type Cell = number | string | boolean | null | { readonly error: ErrorText };

/** What is in the place of an argument: a value, rows of cells, or undefined where it is left out. */
export type Argument = Cell | Range | undefined;

export type Range = readonly (readonly Cell[])[];

/** Cells of the formula's own sheet, without dollar signs: A1 or A1:B9. */
export interface Reference {
  readonly reference: string;
}

/** A call of a custom function. */
export interface Call {
  readonly id: string;
  readonly args: readonly (Argument | Reference)[];
}

/** What can be in a formula, in the order in which it is looked for. */
const shapes = {
  name: /BILLING\.([A-Z][A-Z0-9_]*)/y,
  text: /"((?:[^"]|"")*)"/y,
  error: /(#(?:VALUE!|N\/A|NUM!|DIV\/0!|NULL!|REF!|NAME\?))/y,
  date: /DATE\((\d{4}), ?(\d{1,2}), ?(\d{1,2})\)/y,
  reference: /(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)/y,
  flag: /(TRUE|FALSE)/y,
  // A percentage is read as one decimal: 8.25 / 100 would be off by the last bit.
  percent: /(-?(?:\d+\.?\d*|\.\d+))%/y,
  number: /(-?(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?)/y,
  mark: /([={},;()])/y,
} as const;

interface Token {
  readonly kind: keyof typeof shapes | "end";
  /** The parts of it that matter. */
  readonly parts: readonly string[];
}

const END: Token = { kind: "end", parts: [""] };

function tokenAt(formula: string, at: number): [token: Token, end: number] {
  for (const kind of Object.keys(shapes) as (keyof typeof shapes)[]) {
    const shape = shapes[kind];
    shape.lastIndex = at;
    const match = shape.exec(formula);
    if (match) return [{ kind, parts: match.slice(1) }, shape.lastIndex];
  }
  throw new Error(`“${formula}” holds “${formula.slice(at)}”, which is not understood`);
}

/** A formula as its tokens, read from left to right. */
class Reader {
  readonly #tokens: Token[] = [];
  #next = 0;

  constructor(readonly formula: string) {
    for (let at = 0; at < formula.length;) {
      if (formula[at] === " ") at++;
      else {
        const [token, end] = tokenAt(formula, at);
        this.#tokens.push(token);
        at = end;
      }
    }
  }

  get next(): Token {
    return this.#tokens[this.#next] ?? END;
  }

  isMark(mark: string): boolean {
    return this.next.kind === "mark" && this.next.parts[0] === mark;
  }

  take(): Token {
    const token = this.next;
    this.#next++;
    return token;
  }

  takeMark(mark: string): void {
    if (!this.isMark(mark)) throw this.fault(`“${mark}”`);
    this.#next++;
  }

  fault(expected: string): Error {
    const found = this.next.kind === "end" ? "its end" : `“${this.next.parts[0]!}”`;
    return new Error(`“${this.formula}”: ${expected} is expected where there is ${found}`);
  }
}

function takeDay(reader: Reader): number {
  const [year, month, day] = reader.next.parts;
  const iso = `${year!}-${month!.padStart(2, "0")}-${day!.padStart(2, "0")}`;
  const serial = parseIsoDay(iso);
  if (serial === undefined) throw reader.fault("a day of the calendar");
  reader.take();
  return serial;
}

function takeCell(reader: Reader): Cell {
  const { kind, parts } = reader.next;
  const [text = ""] = parts;
  if (kind === "date") return takeDay(reader);
  if (!["text", "error", "flag", "percent", "number"].includes(kind)) throw reader.fault("a value");
  reader.take();
  if (kind === "text") return text.replaceAll('""', '"');
  if (kind === "error") return { error: text as ErrorText };
  if (kind === "flag") return text === "TRUE";
  return Number(kind === "percent" ? `${text}e-2` : text);
}

/** An array constant: commas part columns, semicolons rows. */
function takeArray(reader: Reader): Cell[][] {
  reader.takeMark("{");
  const rows = [[takeCell(reader)]];
  while (!reader.isMark("}")) {
    const isNewRow = reader.isMark(";");
    reader.takeMark(isNewRow ? ";" : ",");
    if (isNewRow) rows.push([]);
    rows.at(-1)!.push(takeCell(reader));
  }
  if (rows.some(({ length }) => length !== rows[0]!.length)) throw reader.fault("a row as long as the first");
  reader.takeMark("}");
  return rows;
}

function takeValue(reader: Reader): Exclude<Argument, undefined> {
  return reader.isMark("{") ? takeArray(reader) : takeCell(reader);
}

function takeArgument(reader: Reader): Argument | Reference {
  if (reader.isMark(",") || reader.isMark(")")) return undefined;
  if (reader.next.kind !== "reference") return takeValue(reader);
  return { reference: reader.take().parts[0]!.replaceAll("$", "") };
}

function finish(reader: Reader): void {
  if (reader.next.kind !== "end") throw reader.fault("nothing more");
}

/** Reads a formula that is one call of a function of the add-in, over values and references. */
export function parseCall(formula: string): Call {
  const reader = new Reader(formula);
  reader.takeMark("=");
  if (reader.next.kind !== "name") throw reader.fault("a function of BILLING");
  const id = reader.take().parts[0]!;
  reader.takeMark("(");
  const args = [takeArgument(reader)];
  while (reader.isMark(",")) {
    reader.takeMark(",");
    args.push(takeArgument(reader));
  }
  reader.takeMark(")");
  finish(reader);
  return { id, args };
}

/** Reads a value as a formula would hold it: that of a cell, or an array constant for the rows of a spill. */
export function parseValue(text: string): Exclude<Argument, undefined> {
  const reader = new Reader(text);
  const value = takeValue(reader);
  finish(reader);
  return value;
}

export function isRange(given: Argument | Reference): given is Range {
  return Array.isArray(given);
}

/** Whether an argument refers to cells. */
export function isReference(given: Argument | Reference): given is Reference {
  return typeof given === "object" && given !== null && "reference" in given;
}
