import { groupBy } from "../../../base/groupBy";
import { CellKind, type Grid } from "../../../grid/grid";
import { Decimal } from "../../../money/decimal";
import { viewCell } from "../../../schema/viewCell";
import { factsOnInvoiceSheet } from "../../../sheets/invoiceSheet/lineAt";
import { invoiceSheet, sheetNameOf } from "../../../sheets/invoiceSheet/invoiceSheet";
import { sheetNamed } from "../../../sheets/outputSheet";
import type { PlannedSheet } from "../../../sheets/plan";
import { reviewFinding } from "../../finding";
import type { DocumentCheck } from "../check";

interface Figure {
  readonly value: number;
  readonly row: number;
  readonly column: number;
}

function figuresIn(grid: Grid): Figure[] {
  const figures: Figure[] = [];
  for (let row = 0; row < grid.rowCount; row++)
    for (let column = 0; column < grid.columns.length; column++) {
      const { kind, number } = viewCell(grid, row, column);
      if (kind === CellKind.number || kind === CellKind.percent) figures.push({ value: number, row, column });
    }
  return figures;
}

function figuresOf({ rows }: PlannedSheet): number[] {
  return rows.flatMap((cells) =>
    cells.flatMap((cell) => {
      if (cell === null || typeof cell.value === "string" || typeof cell.value === "boolean") return [];
      return [Decimal.isDecimal(cell.value) ? cell.value.toNumber() : cell.value];
    }),
  );
}

/** A spreadsheet program that calculates again may differ in the last digit of a double. */
const isNear = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

const textOf = (value: number | undefined): string =>
  value === undefined ? "" : new Decimal(value).toSignificantDigits(15).toFixed();

/** The printed invoice shows the number and, one after the other, the figures of the document. */
export const printed: DocumentCheck = (document, { snapshot, settings, computedOf }) => {
  const { invoiceNumber: invoice } = document;
  const grid = sheetNamed(snapshot, sheetNameOf(invoice));
  const { invoice: computed, findings } = computedOf(document);
  if (!grid || !computed || findings.length > 0) return [];
  const shown = groupBy(factsOnInvoiceSheet(grid), (text) => text);
  const about = { invoice, table: grid.sheet, key: invoice };
  if (![...shown.keys()].some((text) => text.includes(invoice)))
    return [
      reviewFinding("SHEET_DIFFERS", {
        ...about,
        expected: invoice,
        at: { sheet: grid.sheet, row: 0, column: 0 },
      }),
    ];
  const planned = invoiceSheet({
    invoice: { ...computed, number: invoice, status: document.status ?? "issued" },
    settings,
    logo: undefined,
    linesTable: { sheet: "", firstRow: 0 },
  });
  const expected = figuresOf(planned);
  const found = figuresIn(grid);
  const first = Array.from({ length: Math.max(expected.length, found.length) }, (_, index) => index).find(
    (index) => {
      const [a, b] = [expected[index], found[index]?.value];
      return a === undefined || b === undefined || !isNear(a, b);
    },
  );
  if (first === undefined) return [];
  const at = found[first] ?? { row: Math.max(0, grid.rowCount - 1), column: 0 };
  return [
    reviewFinding("SHEET_DIFFERS", {
      ...about,
      expected: textOf(expected[first]),
      found: textOf(found[first]?.value),
      at: { sheet: grid.sheet, row: at.row, column: at.column },
    }),
  ];
};
