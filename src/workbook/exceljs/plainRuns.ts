/** A text in one run: its runs joined, without the phonetic ones. exceljs takes the last run of a text for all. */
export function plainRuns(runs: string): string {
  const texts = runs.replace(/<rPh[^]*?<\/rPh>/g, "").matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g);
  return `<t>${Array.from(texts, (match) => match[1]).join("")}</t>`;
}
