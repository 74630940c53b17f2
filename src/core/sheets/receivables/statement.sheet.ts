import { minorDigits } from "../../money/currency";
import type { Decimal } from "../../money/decimal";
import { statementTypes, type Statement, type StatementRow } from "../../receivables/reports/statement";
import { choiceColumn, dayColumn, idColumn, moneyColumn, textColumn } from "../../schema/column";
import { defineTable } from "../../schema/table";
import { DOCUMENT_NUMBER_WIDTH, FIRST_ROW } from "../layout";
import { columnLetter, type OutputSheet } from "../outputSheet";
import type { PlannedCell, PlannedSheet } from "../plan";
import { amountStyle, boldAmountStyle, boldText } from "../styles";
import { dayCell, textCell } from "../tableSheet";
import { REPORT_TAB, reportSheetsOf, type ReportInput } from "./reportInput";

const statementTable = defineTable({
  title: "Statement",
  synonyms: [],
  help: "What each customer owes and how it came to it; the closing balance is the total of Aging.",
  columns: {
    customerId: idColumn({ title: "Customer ID", help: "whose statement it is" }),
    customerName: textColumn({ title: "Customer name", help: "the customer's name" }),
    currency: textColumn({ title: "Currency", help: "ISO 4217 code" }),
    date: dayColumn({ title: "Date", help: "of document or payment, applied or not" }),
    type: choiceColumn({ title: "Type", help: "what the row is", choices: statementTypes }),
    document: idColumn({ title: "Document", help: "number of the document, or Payment ID" }),
    reference: textColumn({ title: "Reference", help: "of the customer" }),
    debit: moneyColumn({ title: "Debit", help: "more is owed" }),
    credit: moneyColumn({ title: "Credit", help: "less is owed" }),
    balance: moneyColumn({ title: "Balance", help: "owed after the row" }),
  },
  examples: [],
});

interface Row {
  readonly statement: Statement;
  readonly row: StatementRow;
}

const isEdge = ({ row: { type } }: Row): boolean => type === "opening" || type === "closing";

const amount = (value: Decimal | undefined, { statement }: Row): PlannedCell | null =>
  value === undefined ? null : { value, style: amountStyle(statement.currency) };

/** The balance of the row above with what the row adds; an opening balance is a figure. */
function balanceCell(entry: Row, sheetRow: number): PlannedCell {
  const { statement, row } = entry;
  const style = isEdge(entry) ? boldAmountStyle(statement.currency) : amountStyle(statement.currency);
  if (row.type === "opening") return { value: row.balance, style };
  const at = (field: "debit" | "credit" | "balance", rowNumber: number) =>
    `$${columnLetter(statementTable, field)}${String(rowNumber)}`;
  const line = sheetRow + 1;
  const formula = `ROUND(${at("balance", line - 1)}+${at("debit", line)}-${at("credit", line)},${String(minorDigits(statement.currency))})`;
  return { value: row.balance, formula, style };
}

const definition = reportSheetsOf<readonly Statement[]>()({
  table: statementTable,
  written: "always",
  tabColor: REPORT_TAB,
  rows: ({ report }): readonly Row[] =>
    report.flatMap((statement) => statement.rows.map((row) => ({ statement, row }))),
  columns: {
    customerId: { width: 12, cell: ({ statement }: Row) => textCell(statement.customerId) },
    customerName: { width: 28, cell: ({ statement }) => textCell(statement.customerName) },
    currency: { width: 8, cell: ({ statement }) => textCell(statement.currency) },
    date: { width: 11, cell: ({ row }) => dayCell(row.date) },
    type: {
      width: 16,
      cell: (entry) => ({
        value: statementTypes[entry.row.type],
        ...(isEdge(entry) ? { style: boldText } : {}),
      }),
    },
    document: { width: DOCUMENT_NUMBER_WIDTH, cell: ({ row }) => textCell(row.document) },
    reference: { width: 26, cell: ({ row }) => textCell(row.reference) },
    debit: { width: 12, cell: (entry) => amount(entry.row.debit, entry) },
    credit: { width: 12, cell: (entry) => amount(entry.row.credit, entry) },
    balance: { width: 12, cell: balanceCell },
  },
});

/** Points between the margins of an upright page: as wide as A4, as high as Letter, so that it holds on both. */
const PAGE = { width: 523, height: 690 } as const;
/** Points that a character of a column takes. */
const CHARACTER = 5.6;
const LINE_HEIGHT = 15;
/** What is higher than a page by no more than this is scaled down to one. */
const SQUEEZED = 1.15;

/** How many pages the only statement of a sheet is scaled down to; undefined where it takes as many as it takes. */
function pagesOf({ rows, widths, hiddenColumns = [], heights }: PlannedSheet): 1 | undefined {
  const hidden = new Set(hiddenColumns);
  const width = widths.reduce(
    (sum, characters, column) => sum + (hidden.has(column) ? 0 : characters * CHARACTER),
    0,
  );
  const height = rows.reduce((sum, _, row) => sum + (heights?.get(row) ?? LINE_HEIGHT), 0);
  const pageHeight = PAGE.height * Math.max(1, width / PAGE.width);
  return height > pageHeight && height <= pageHeight * SQUEEZED ? 1 : undefined;
}

/** Upright, each statement from the top of a page, with the headings above it: a page is what a customer is sent. */
function printed(sheet: PlannedSheet, statements: readonly Statement[]): PlannedSheet {
  const breaks: number[] = [];
  let row = FIRST_ROW;
  for (const { rows } of statements) {
    if (row > FIRST_ROW) breaks.push(row);
    row += rows.length;
  }
  const pages = breaks.length === 0 ? pagesOf(sheet) : undefined;
  return {
    ...sheet,
    page: {
      ...sheet.page,
      orientation: "portrait",
      ...(breaks.length > 0 ? { breaks } : {}),
      ...(pages === undefined ? {} : { pages }),
    },
  };
}

export const statementSheet: OutputSheet<ReportInput<readonly Statement[]>> = {
  ...definition,
  plan: (input) => printed(definition.plan(input), input.report),
};
