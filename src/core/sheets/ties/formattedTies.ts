import { Decimal, sum, zero } from "../../money/decimal";
import type { PlannedSheet } from "../plan";
import { amountIn, figureOf, type PlannedTableRow } from "./plannedTable";
import type { Tie } from "./tie";

/** The figures at the right of a printed document, from the top: its lines, the net, each tax, the total, what is due. */
function figuresOf({ rows, widths }: PlannedSheet): Decimal[] {
  return rows.flatMap((row) => figureOf(row[widths.length - 1]) ?? []);
}

/** What a printed document and its row in the register must both say. */
export function formattedTies(sheet: PlannedSheet, row: PlannedTableRow, lineCount: number): Tie[] {
  const of = `the sheet ${sheet.name}`;
  const figures = figuresOf(sheet);
  const written = (title: string) => ({
    other: `${title} in Invoices is`,
    otherFigure: amountIn(row, title),
  });
  const at = (index: number) => figures.at(index) ?? zero;
  const number = row.text("Invoice number");
  const names = sheet.rows.some((cells) => cells.some((cell) => cell?.value === number));
  return [
    {
      of,
      name: `the number ${number} is shown times`,
      figure: new Decimal(names ? 1 : 0),
      other: "there must be",
      otherFigure: new Decimal(1),
    },
    { of, name: "its lines add up to", figure: sum(figures.slice(0, lineCount)), ...written("Subtotal") },
    { of, name: "its net is", figure: at(lineCount), ...written("Subtotal") },
    { of, name: "its taxes add up to", figure: sum(figures.slice(lineCount + 1, -2)), ...written("Tax") },
    { of, name: "its total is", figure: at(-2), ...written("Total") },
    {
      of,
      name: "what is due, or given back, is",
      figure: at(-1),
      other: "Total in Invoices is",
      otherFigure: amountIn(row, "Total").abs(),
    },
  ];
}
