const totals = new Set(
  (
    "total totals subtotal subtotals sum summe gesamt gesamtsumme zwischensumme endsumme subtotales totale totales " +
    "subtotale suma somma somme soustotal totaux insgesamt totaal subtotaal tussentotaal eindtotaal σ ∑"
  ).split(" "),
);

/** Without one of these in it a text says no total, and most texts have none. */
const STEMS = /tot|sum|som|gesamt|[Σ∑]/i;

/** German joins what is summed up to the word: Gesamtverbrauch, Monatssumme. */
const isJoined = (word: string) =>
  /^gesamt(?:verbrauch|menge|betrag|kosten|preis|zahl|stunden|minuten)$/.test(word) ||
  (word.length > 7 && word.endsWith("summe"));
const isTotalWord = (word: string) => totals.has(word) || isJoined(word);

function words(text: string): string[] {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}∑]+/u)
    .filter((word) => word !== "");
}

/** Whether a text says total and no more than what of: "Grand total", "Subtotal K1", "Summe Oktober:". */
export function saysTotal(text: string): boolean {
  return STEMS.test(text) && words(text).some(isTotalWord);
}

const besideTotal = new Set("grand general generale overall".split(" "));

/** Whether a text says nothing but total: "Total", "Sum:". */
export function isTotal(text: string): boolean {
  if (!STEMS.test(text)) return false;
  const said = words(text).filter((word) => !besideTotal.has(word));
  return said.length > 0 && said.every(isTotalWord);
}
