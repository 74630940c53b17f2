import type { CellRef } from "../../grid/grid";
import { makeIssue, type Issue } from "../../issues/issue";
import { guarded } from "../text/delimitedText";
import { inEncoding, type Encoding } from "../text/encoding";
import type { Fault } from "./fault";

/** A value of the workbook on its way into a file, with where it comes from. */
export interface Field {
  readonly text: string;
  /** `name` is a name, id or account, of which a change is reported; `plain` is a figure or a date of ours. */
  readonly kind: "name" | "text" | "plain";
  /** Table and column: Invoices.Customer name. */
  readonly origin: string;
  readonly at: CellRef;
  readonly faults: readonly Fault[];
  /** What goes behind the text, also where that is cut. */
  readonly suffix?: string;
  readonly most?: { readonly length: number; readonly isCut: boolean };
}

/** A field of a file: a value of the workbook, or a text of the format's own. */
export type Value = Field | string;

export const withFault = (field: Field, code: Fault["code"], message: string): Field => ({
  ...field,
  faults: [...field.faults, { code, field: field.origin, at: field.at, message }],
});

/** The document is left out where the field is empty. */
export function needed(field: Field): Field {
  return field.text.trim() === "" && field.faults.length === 0
    ? withFault(field, "FIELD_MISSING", `${field.origin} is empty; the file must say it`)
    : field;
}

/** An identifier of at most so many characters; a longer one leaves the document out. */
export const atMost = (length: number, field: Field): Field => ({ ...field, most: { length, isCut: false } });

/** A text that is cut at so many characters; what must be behind it stays. */
export const cutAt = (length: number, field: Field): Field => ({ ...field, most: { length, isCut: true } });

/** How texts are written in a file. */
export interface TextRules {
  /** Texts that begin like a formula are left as they are. */
  readonly isRaw: boolean;
  readonly encoding: Encoding;
}

/** What is found out as fields become text. */
export interface Settled {
  readonly text: string;
  readonly faults: readonly Fault[];
  readonly issues: readonly Issue[];
}

/** Trimmed, and tabs and line breaks one blank. */
function cleaned(text: string): string {
  return text
    .split(/[\t\r\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join(" ");
}

const lengthOf = (text: string) => [...text].length;
const firstOf = (text: string, length: number) => [...text].slice(0, Math.max(0, length)).join("");

/** The text of a field as the file has it: cleaned, guarded, in its encoding, cut where it may be. */
export function settle(value: Value, { isRaw, encoding }: TextRules): Settled {
  if (typeof value === "string") return { text: value, faults: [], issues: [] };
  const { origin, at, most, suffix = "", kind } = value;
  const plain = kind === "plain" ? value.text : cleaned(value.text);
  const whole = isRaw || kind === "plain" ? plain : guarded(plain);
  const words = { column: origin.slice(origin.indexOf(".") + 1) };
  const issues =
    whole !== plain && kind === "name" ? [makeIssue("GUARDED", { at, value: plain, words })] : [];
  const encoded = inEncoding(whole, encoding);
  const faults: Fault[] = [...value.faults];
  const add = (code: Fault["code"], message: string) => faults.push({ code, field: origin, at, message });
  if (encoded.lacking !== undefined)
    add("NOT_REPRESENTABLE", `${origin} has “${encoded.lacking}”, which the file's encoding does not have`);
  const body = most?.isCut ? firstOf(encoded.text, most.length - lengthOf(suffix)).trimEnd() : encoded.text;
  const text = body + suffix;
  if (most && lengthOf(text) > most.length)
    add("FIELD_TOO_LONG", `${origin} “${text}” has more than the ${String(most.length)} characters that fit`);
  return { text, faults, issues };
}
