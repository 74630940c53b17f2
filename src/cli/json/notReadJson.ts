import { cellAddress, type NotRead } from "../../core/api";

/** A column or sheet that nothing reads; whether that is a warning is left to the issues. */
export function notReadJson({ at, header, table, resembles }: NotRead) {
  return { sheet: at.sheet, cell: cellAddress(at), header, table, resembles };
}
