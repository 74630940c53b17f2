import { formatLongPeriod } from "../../calendar/longDate";
import { linesNamed } from "../../documents/corrections";
import { isCreditNote } from "../../documents/documentKinds";
import { readRegister, type RegisteredInvoice, type RegisteredLine } from "../../documents/register";
import type { Snapshot } from "../../grid/grid";
import { netAndTax } from "../../invoicing/credits/creditNote";
import { leftOfLines } from "../../invoicing/credits/leftOfLines";
import { totalOf } from "../../invoicing/customerChanges";
import { currencyCode, minorDigits } from "../../money/currency";
import { formatMoney } from "../../money/format";
import { readSettings } from "../../settings/readSettings";
import type { InvoiceExplanation, LineExplanation } from "../explanation";
import { unheard } from "../../issues/issue";

/** A credit note that a person made of an invoice, as `credit` writes it: it bills no run's days. */
export function isCreditByCommand(document: RegisteredInvoice): boolean {
  return isCreditNote(document) && document.corrects !== undefined && document.periodStart === undefined;
}

function explainLine(
  line: RegisteredLine,
  index: number,
  invoice: RegisteredInvoice | undefined,
  shared: Pick<LineExplanation, "rounding">,
  currency: string,
): LineExplanation {
  const { product, description, period, amount, explanation } = line;
  const named = invoice ? linesNamed(line, invoice.lines) : [];
  const of = (product ?? "") || (description ?? "");
  return {
    line: line.line ?? index + 1,
    product: period ? `${of}, ${formatLongPeriod(period)}` : of,
    amount: formatMoney(amount, currency),
    sentence: explanation ?? "",
    price: undefined,
    tiers: [],
    ...shared,
    rows: [],
    rowCount: 0,
    credits: named.length === 1 ? named[0]!.at : undefined,
    differsFrom: undefined,
  };
}

/** What a credit note was made of: the lines that it credits, and what all credits of their invoice leave of it. */
export function explainCredit(snapshot: Snapshot, number: string): InvoiceExplanation | undefined {
  const settings = readSettings(snapshot, unheard);
  const { invoices } = readRegister(snapshot, settings, unheard);
  const note = invoices.find(({ invoiceNumber }) => invoiceNumber === number);
  if (!note || !isCreditByCommand(note) || note.lines.length === 0) return undefined;
  const currency = currencyCode(note.currency ?? "") ?? settings.currency;
  const invoice = invoices.find(({ invoiceNumber }) => invoiceNumber === note.corrects);
  const rounding = { digits: minorDigits(currency), taxRounding: settings.taxRounding };
  const left = invoice && netAndTax(leftOfLines(invoice, invoices, rounding).parts);
  const show = (figure: Parameters<typeof formatMoney>[0]) => formatMoney(figure, currency);
  const shared = {
    rounding:
      "shared over lines by what was left of each, to the currency's minor unit, the largest remainder first" +
      (left
        ? `; all credits leave of ${note.corrects ?? ""} net ${show(left.net)} and tax ${show(left.tax)}`
        : ""),
  };
  return {
    number,
    currency,
    total: show(totalOf(note)),
    lines: note.lines.map((line, index) => explainLine(line, index, invoice, shared, currency)),
  };
}
