/**
 * Gives cells the look of a new sheet. Excel's own "clear formats" would take the conditional formats along that people
 * put over a sheet; its style of the name Normal, which no language translates, leaves them.
 */
export function plainLook(range: Excel.Range): void {
  range.style = "Normal";
}
