import type { RegisteredInvoice } from "../documents/register";
import type { Invoice } from "./invoice";

/** Whether the lines of a new document say what those of an old one say. */
export function saysTheSame({ lines }: Invoice, before: RegisteredInvoice): boolean {
  return (
    lines.length === before.lines.length &&
    lines.every((line, index) => {
      const old = before.lines[index];
      return (
        old !== undefined &&
        line.amount.equals(old.amount) &&
        line.explanation === old.explanation &&
        line.taxCode === (old.taxCode ?? "") &&
        line.taxRate.equals(old.taxRate ?? 0)
      );
    })
  );
}
