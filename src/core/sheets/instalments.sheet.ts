import type { Day } from "../calendar/day";
import { parseTerms } from "../calendar/terms";
import { termsTextOf } from "../documents/termsOfDocument";
import { totalOf } from "../invoicing/customerChanges";
import { currencyCode, minorDigits } from "../money/currency";
import { sum, type Decimal } from "../money/decimal";
import { round } from "../money/round";
import { dayColumn, idColumn, integerColumn, moneyColumn } from "../schema/column";
import { defineTable } from "../schema/table";
import type { OutputInput } from "./outputInput";
import { defineOutputSheet } from "./outputSheet";
import { amountStyle, countStyle } from "./styles";
import { dayCell, textCell } from "./tableSheet";
import { DOCUMENT_NUMBER_WIDTH } from "./layout";

const instalmentsTable = defineTable({
  title: "Instalments",
  synonyms: [],
  help: "The parts in which invoices are due, where their payment terms name several.",
  columns: {
    invoiceNumber: idColumn({ title: "Invoice number", help: "the invoice" }),
    instalment: integerColumn({ title: "Instalment", help: "counted from 1", min: 1, max: 1000 }),
    dueDate: dayColumn({ title: "Due date", help: "when it is due; the last is the invoice's" }),
    amount: moneyColumn({ title: "Amount", help: "of the total; the last takes the rounding" }),
  },
  examples: [],
});

interface InstalmentRow {
  readonly invoiceNumber: string;
  readonly instalment: number;
  readonly dueDate: Day;
  readonly amount: Decimal;
  readonly currency: string;
}

/** The instalments of documents, each rounded, and the last what is left: 30 % of 1,000.01 is 300.00, the rest 700.01. */
function rowsOf({ after, catalog, settings }: OutputInput): InstalmentRow[] {
  return after.invoices.flatMap((invoice): InstalmentRow[] => {
    const { invoiceNumber, invoiceDate, type, isVoid } = invoice;
    if (isVoid || type === "credit_note" || invoiceDate === undefined) return [];
    const parts = parseTerms(termsTextOf(invoice, catalog, settings))?.instalmentsOf?.(invoiceDate);
    if (!parts) return [];
    const currency = currencyCode(invoice.currency ?? "") ?? settings.currency;
    const total = totalOf(invoice);
    const amounts = parts
      .slice(0, -1)
      .map(({ share }) => round(total.times(share), minorDigits(currency), "half_up"));
    return parts.map(({ dueDate }, index) => ({
      invoiceNumber,
      instalment: index + 1,
      dueDate,
      amount: amounts[index] ?? total.minus(sum(amounts)),
      currency,
    }));
  });
}

export const instalmentsSheet = defineOutputSheet({
  table: instalmentsTable,
  written: "with rows",
  tabColor: "2E7D32",
  rows: rowsOf,
  columns: {
    invoiceNumber: {
      width: DOCUMENT_NUMBER_WIDTH,
      cell: ({ invoiceNumber }: InstalmentRow) => textCell(invoiceNumber),
    },
    instalment: { width: 11, cell: ({ instalment }) => ({ value: instalment, style: countStyle }) },
    dueDate: { width: 11, cell: ({ dueDate }) => dayCell(dueDate) },
    amount: { width: 14, cell: ({ amount, currency }) => ({ value: amount, style: amountStyle(currency) }) },
  },
});
