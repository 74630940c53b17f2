import type { PortFailure } from "./port";

const topOf = (sheet: string) => ({ sheet, row: 0, column: 0 });

export const cancelled: PortFailure = {
  code: "CANCELLED",
  message: "Cancelled. The workbook is what it was.",
};

/** The workbook is not what a plan was made from. */
export function changedSince(sheet: string): PortFailure {
  return {
    code: "CHANGED",
    message: `The data changed since the preview (sheet “${sheet}”); check and preview again.`,
    at: topOf(sheet),
  };
}

export function missingSheet(sheet: string): PortFailure {
  return { code: "MISSING", message: `There is no sheet “${sheet}” any more; check the sheets again.` };
}

/** A failure of one sheet as a whole. */
export function failureOfSheet(sheet: string, code: PortFailure["code"], message: string): PortFailure {
  return { code, message, at: topOf(sheet) };
}
