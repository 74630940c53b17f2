import { unitOfCell, type CellRef } from "../grid/grid";
import type { Decimal } from "../money/decimal";
import { cellOf, type BoundTable } from "../schema/boundTable";
import { headerOf } from "../schema/locateTable";
import { behindPer, isPricePerNumber, numberBehindPer } from "./pricePer";

/** What the number format of a unit price, or its header, says the price is for. */
export interface ShownPer {
  readonly at: CellRef;
  /** As shown: €/100 kWh. */
  readonly text: string;
  /** What is behind the stroke; empty where it is only a stretch of time. */
  readonly unit: string;
  readonly number: Decimal | undefined;
}

/** A price for a month says how often it is charged, not what for. */
const STRETCH =
  /(?<!\p{L})(?:mo|mth|months?|monat|monate?s?|mois|mes|yr|years?|jahr|an|annum|weeks?|woche|period|periode)(?!\p{L})/giu;

/** What the unit price of a row shows; a header that Price per is read from has been understood. */
export function shownPer(bound: BoundTable, row: number): ShownPer[] {
  const column = bound.columnOf.get("unitPrice");
  if (column === undefined) return [];
  const header = headerOf(bound, column);
  const format = unitOfCell(bound.grid, row, column);
  const texts = [...(format === undefined ? [] : [format]), ...(isPricePerNumber(header) ? [] : [header])];
  return texts.flatMap((text) => {
    const behind = behindPer(text);
    if (behind === undefined) return [];
    const at = cellOf(bound, row, "unitPrice");
    return [{ at, text, unit: behind.replace(STRETCH, " "), number: numberBehindPer(text) }];
  });
}
