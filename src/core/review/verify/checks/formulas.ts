import { invoicesTable } from "../../../documents/invoices.table";
import type { DocumentRegister } from "../../../documents/register";
import { linesSheetName } from "../../../sheets/outputSheet";
import { invoicesSheet } from "../../../sheets/invoices.sheet";
import { invoiceLinesTable } from "../../../documents/invoiceLines.table";
import { anyTable, type BoundTable } from "../../../schema/boundTable";
import type { TableDefinition } from "../../../schema/table";
import { changedRegister } from "../../../sheets/registerRows";
import { cellOf } from "../../../schema/readRecords";
import { reviewFinding } from "../../finding";
import type { ReviewBook } from "../../seal/reviewBook";
import { isWritten, type DocumentCheck, type VerifyContext } from "../check";
import { meaningOf, unnamed, type NameOfColumn } from "../formulas";

/** Amounts that are formulas over lines and each other. */
const fields = ["subtotal", "tax", "total", "balance"] as const;

const titleAt = ({ columns }: TableDefinition, column: number): string | undefined =>
  Object.values(columns)[column]?.title;

/** Columns as a run writes them: by the definition. */
function nameAsWritten(linesSheet: string): NameOfColumn {
  return (sheet, column) =>
    (sheet === undefined
      ? titleAt(invoicesTable, column)
      : sheet.toLowerCase() === linesSheet.toLowerCase() && titleAt(invoiceLinesTable, column)) ||
    unnamed(sheet, column);
}

function titleIn(bound: BoundTable | undefined, column: number): string | undefined {
  const field = [...(bound?.columnOf ?? [])].find(([, index]) => index === column)?.[0];
  return field === undefined ? undefined : bound!.definition.columns[field]!.title;
}

/** Columns as they stand now, wherever people moved them. */
function nameAsFound({ invoicesBound, linesBound }: DocumentRegister): NameOfColumn {
  const lines = linesBound && anyTable(linesBound);
  return (sheet, column) => {
    const isLines = sheet !== undefined && sheet.toLowerCase() === lines?.grid.sheet.toLowerCase();
    const isOfInvoices =
      sheet === undefined || sheet.toLowerCase() === invoicesBound?.grid.sheet.toLowerCase();
    const bound = isOfInvoices ? invoicesBound && anyTable(invoicesBound) : isLines ? lines : undefined;
    return titleIn(bound, column) ?? unnamed(sheet, column);
  };
}

/** The formulas that the register would be written with, by row of the sheet and field: what each says. */
export function writtenFormulas(book: ReviewBook): ReadonlyMap<string, string> {
  const input = changedRegister(book);
  const sheet = invoicesSheet.plan(input);
  const nameOf = nameAsWritten(linesSheetName(input));
  const columns = Object.keys(invoicesTable.columns);
  return new Map(
    input.registerRows.invoices.flatMap(({ oldRow }, index) =>
      fields.flatMap((field): [string, string][] => {
        const row = index + 1;
        const formula = sheet.rows[row]?.[columns.indexOf(field)]?.formula;
        return formula === undefined
          ? []
          : [[`${String(oldRow)} ${field}`, meaningOf(formula, nameOf, { row, down: 0, right: 0 })]];
      }),
    ),
  );
}

const isFrozen = ({ logs }: VerifyContext): boolean =>
  logs.runLog.some(({ texts }) => texts.get("action") === "freeze");

/** Amounts are the formulas that were written, ranges aside: a figure in place of one no longer follows from lines. */
export const formulas: DocumentCheck = (document, context) => {
  const { formulas: all, register } = context;
  const bound = register.invoicesBound;
  if (!all || !bound || !isWritten(document, register) || isFrozen(context)) return [];
  const found = all.get(bound.grid.sheet);
  const nameOf = nameAsFound(register);
  return fields.flatMap((field) => {
    const expected = context.writtenFormulas().get(`${String(document.row)} ${field}`);
    const column = bound.columnOf.get(field);
    if (expected === undefined || column === undefined) return [];
    const formula = found?.get(`${String(document.row)},${String(column)}`);
    const meaning =
      formula &&
      meaningOf(formula.text, nameOf, { row: document.row, down: formula.down, right: formula.right });
    if (meaning === expected) return [];
    const invoice = document.invoiceNumber;
    return [
      reviewFinding("FORMULA_OVERWRITTEN", {
        invoice,
        table: invoicesTable.title,
        key: invoice,
        column: invoicesTable.columns[field].title,
        expected: `=${expected}`,
        found: formula ? `=${formula.text}` : "no formula",
        at: cellOf(bound, document.row, field),
      }),
    ];
  });
};
