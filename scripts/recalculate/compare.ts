import type { CellValue } from "./formulaCells";
import type { SheetFormulas } from "./workbookFormulas";

/** A formula whose recalculated value is not the stored one. */
export interface Difference {
  readonly sheet: string;
  readonly address: string;
  readonly formula: string;
  readonly stored: CellValue;
  readonly recalculated: CellValue;
}

/** A spreadsheet shows 15 digits; the 16th and 17th of a sum depend on the order of its additions. */
const SHOWN_DIGITS = 15;

function isSame(stored: CellValue, recalculated: CellValue): boolean {
  if (typeof stored !== "number" || typeof recalculated !== "number") return stored === recalculated;
  return Number(stored.toPrecision(SHOWN_DIGITS)) === Number(recalculated.toPrecision(SHOWN_DIGITS));
}

/** Every formula of the workbook held against the same cell after the recalculation. */
export function compare(
  before: readonly SheetFormulas[],
  after: readonly SheetFormulas[],
): readonly Difference[] {
  const valuesOf = new Map(
    after.map(({ sheet, cells }) => [sheet, new Map(cells.map(({ address, value }) => [address, value]))]),
  );
  return before.flatMap(({ sheet, cells }) =>
    cells.flatMap(({ address, formula, value: stored }): Difference[] => {
      const recalculated = valuesOf.get(sheet)?.get(address);
      return isSame(stored, recalculated) ? [] : [{ sheet, address, formula, stored, recalculated }];
    }),
  );
}
