const totals = new Set(
  (
    "total totals subtotal subtotals sum summe gesamt gesamtsumme zwischensumme endsumme subtotales totale totales " +
    "subtotale suma somme soustotal"
  ).split(" "),
);

/** Without one of these in it a text says no total, and most texts have none. */
const STEMS = /tot|sum|som|gesamt/i;

function words(text: string): string[] {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** Whether a text says total and no more than what of: "Grand total", "Subtotal K1", "Summe Oktober:". */
export function saysTotal(text: string): boolean {
  return STEMS.test(text) && words(text).some((word) => totals.has(word));
}

/** Whether a text says nothing but total: "Total", "Sum:". */
export function isTotal(text: string): boolean {
  if (!STEMS.test(text)) return false;
  const said = words(text).filter((word) => word !== "grand" && word !== "general");
  return said.length > 0 && said.every((word) => totals.has(word));
}
