import { cellAddress, type LeftOut } from "../../core/api";

/** A document that is not written, as every `--json` shows it. */
export function leftOutJson({ invoiceNumber, code, field, at, message }: LeftOut) {
  return { invoiceNumber, code, field, sheet: at.sheet, cell: cellAddress(at), message };
}
