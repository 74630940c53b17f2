/**
 * How Excel keeps a custom function of an add-in in a file: =BILLING.DSO(1,2,3) is _xldudf_BILLING_DSO(1,2,3). With the
 * name that the user sees the cell would show #NAME? until somebody enters its formula anew.
 */
const STORED = /\b_xldudf_BILLING_(?=[A-Z_]+\()/g;
const SHOWN = /\bBILLING\.(?=[A-Z_]+\()/g;

/** A formula as it is in the file, from the one that Excel shows. */
export function storedFormula(shown: string): string {
  return shown.replace(/^=/, "").replace(SHOWN, "_xldudf_BILLING_");
}

/** A formula as Excel shows it, from the one in the file. */
export function shownFormula(stored: string): string {
  return `=${stored.replace(STORED, "BILLING.")}`;
}

/** Whether a formula of a file calls a function of an add-in, ours or another. */
export function callsAddIn(stored: string): boolean {
  return stored.includes("_xldudf_");
}
