const PLAIN = /^[ -~]*$/;

/**
 * The form in which names are compared (table titles, headers, settings, meters, choices): case, accents
 * and everything but letters and digits ignored, so "Customer No." = "customer_no" = "CUSTOMER NO".
 */
export function nameKey(text: string): string {
  // Most names have no accents, and every header and choice of a book is asked for.
  if (PLAIN.test(text)) return text.replace(/[^A-Za-z0-9]/g, "").toLowerCase();
  return text
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}

/** Sorts by code unit: the same order on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
