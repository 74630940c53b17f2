import { Decimal, type BankFile } from "../../../../core/api";

/** A decimal as text: one cannot cross from the worker to the page and back. */
interface DecimalText {
  readonly decimal: string;
}

const isDecimalText = (value: unknown): value is DecimalText =>
  typeof value === "object" && value !== null && "decimal" in value && typeof value.decimal === "string";

/** What was read of a bank's file, as text that keeps every digit of its amounts. */
export function bankFileText(file: BankFile): string {
  return JSON.stringify(file, function (this: Readonly<Record<string, unknown>>, key, value: unknown) {
    const original = this[key];
    return original instanceof Decimal ? { decimal: original.toString() } : value;
  });
}

/** The file again, from what `bankFileText` has made of it. */
export function bankFileOfText(text: string): BankFile {
  return JSON.parse(text, (_, value: unknown) =>
    isDecimalText(value) ? new Decimal(value.decimal) : value,
  ) as BankFile;
}
