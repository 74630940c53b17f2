import { maskCardNumbers } from "../../base/cardNumber";
import { invoiceLinesTable } from "../../documents/invoiceLines.table";
import { invoicesTable } from "../../documents/invoices.table";
import { cellAddress } from "../../grid/grid";
import { settingsTable } from "../../settings/settings.table";
import { reviewFinding, type ReviewCode, type ReviewFinding } from "../finding";
import type { Difference } from "../seal/difference";
import { isIdentityColumn } from "../seal/identity";

const ofLines: Readonly<Record<Difference["type"], ReviewCode>> = {
  changed: "CELL_CHANGED",
  missing: "LINE_MISSING",
  added: "LINE_ADDED",
};

const ofInputs: Readonly<Record<Difference["type"], ReviewCode>> = {
  changed: "INPUT_CHANGED",
  missing: "INPUT_MISSING",
  added: "INPUT_ADDED",
};

/** The code of a difference, by what it is about. */
function codeOf({ type, table, column, expected }: Difference): ReviewCode {
  if (table === invoicesTable.title) return "CELL_CHANGED";
  if (table === invoiceLinesTable.title) return ofLines[type];
  if (type === "changed" && isIdentityColumn(table, column)) return "IDENTITY_CHANGED";
  // A setting that was not there is a row that came.
  if (table === settingsTable.title && expected === "") return "INPUT_ADDED";
  return ofInputs[type];
}

/** Usage rows that a sentence lists; the rest is counted. */
const LISTED = 5;

function uncoveredText({ uncovered = [] }: Difference): string {
  if (uncovered.length === 0) return "";
  const listed = uncovered.slice(0, LISTED).map((at) => `${at.sheet}!${cellAddress(at)}`);
  const more = uncovered.length > LISTED ? ` and ${String(uncovered.length - LISTED)} more` : "";
  return `; not covered by a mark: ${listed.join(", ")}${more}`;
}

/** A difference of a document as verify says it. */
export function differenceFinding(difference: Difference, invoice: string): ReviewFinding {
  const { table, key, column, at } = difference;
  // The number of a document may look like one of a card, and is none.
  const shown = (text: string) =>
    column === invoicesTable.columns.invoiceNumber.title ? text : maskCardNumbers(text);
  const [expected, found] = [shown(difference.expected), shown(difference.found)];
  const finding = reviewFinding(codeOf(difference), { invoice, table, key, column, expected, found, at });
  return { ...finding, message: finding.message + uncoveredText(difference) };
}
