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

/** What figures beside the data are that are no sum of it, each a run of words. */
const summaries = [
  ...["average", "averages", "avg", "arithmetic mean", "median", "std dev", "stdev", "standard deviation"],
  ...["carried forward", "brought forward", "carry forward", "carried over", "brought over", "carried down"],
  ...["brought down", "balance forward", "opening balance", "closing balance", "previous balance"],
  ...["durchschnitt", "mittelwert", "ubertrag", "uebertrag", "vortrag", "saldovortrag", "anfangssaldo"],
  ...["anfangsbestand", "endsaldo", "endbestand", "moyenne", "mediane", "a reporter", "report a nouveau"],
  ...["solde reporte", "solde initial", "solde anterieur", "solde final", "promedio", "saldo anterior"],
  ...["saldo inicial", "saldo final", "suma y sigue", "riporto", "a riportare", "da riportare"],
  ...["saldo precedente", "saldo iniziale", "saldo finale", "gemiddelde", "mediaan", "overgebracht"],
  ...["over te brengen", "overdracht", "beginsaldo", "eindsaldo", "mediana"],
].map((run) => ` ${run} `);

/** Those that may be a name or a part of an id as well: they say it where nothing else is said. */
const summaryNames = new Set([
  ...["mean", "media", "report", "count", "minimum", "maximum", "min", "max", "ø", "anzahl", "transport"],
  ...["b f", "c f", "b d", "c d", "bf", "cf", "b fwd", "c fwd"],
]);
/** What may stand beside those: Balance b/f. */
const besideSummary = new Set("balance bal saldo solde amount units".split(" "));

const SUMMARY_STEMS =
  /av|me[ad]|diane|std|standard|forward|over|down|balan|mittel|schnitt|trag|transp|sal|bestand|moy|report|sold|prom|suma|rip|gemid|breng|count|min|max|ø|anzahl|[cb]\W?[fd]/i;
/** A label of a row is short; a sentence that speaks of an average is a remark. */
const LONGEST_LABEL = 60;

/** Whether a text says it by words that may be a name too: “Media”, “b/f”. */
export function isSummaryName(text: string): boolean {
  if (text.length > LONGEST_LABEL || !SUMMARY_STEMS.test(text)) return false;
  const said = words(text).filter((word) => !besideSummary.has(word));
  return summaryNames.has(said.join(" "));
}

/** Whether a text says that figures beside the data are an average, a balance brought forward or the like. */
export function labelsOther(text: string): boolean {
  if (text.length > LONGEST_LABEL || !SUMMARY_STEMS.test(text)) return false;
  const said = ` ${words(text).join(" ")} `;
  return summaries.some((run) => said.includes(run)) || isSummaryName(text);
}

/** Whether a text says what a row beside the data is: a total, or something else that is no data. */
export const labelsSummary = (text: string): boolean => saysTotal(text) || labelsOther(text);
