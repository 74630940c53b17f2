import { groupBy } from "../../base/groupBy";
import { compareText, nameKey } from "../../base/name";
import { formatPeriod } from "../../calendar/period";
import type { RegisteredInvoice, RegisteredLine } from "../../documents/register";
import { isInvoice, netOf, wholeAsPriced } from "../../documents/documentKinds";
import { sum, type Decimal } from "../../money/decimal";
import { currencyOf } from "../billedDocuments";
import { daysOfDocument } from "../checkedPeriods";
import type { Check } from "../check";
import type { ReconcileContext } from "../context";
import { finding, type Finding } from "../finding";

/** What a line bills: of whom, which service on which days, and how much. */
function lineKey({ contractId, priceId, product, kind, period, quantity, amount }: RegisteredLine): string {
  const service = product === undefined ? (priceId ?? "") : nameKey(product);
  const days = period && formatPeriod(period);
  return [contractId, service, kind, days, quantity?.toString(), amount.toString()].join("|");
}

/**
 * The run of a document, where its lines name days for themselves: usage that comes late twice, as much each time, stands
 * on two documents of two runs, and each is owed.
 */
function runKey({ periodStart, periodEnd, lines }: RegisteredInvoice): string {
  const linesHaveDays = lines.some(({ record }) => record.periodStart !== undefined);
  return linesHaveDays ? `${String(periodStart)}|${String(periodEnd)}` : "";
}

/** What a document bills, the same for two that bill the same; undefined where it does not say for whom or for when. */
function billedKey(document: RegisteredInvoice): string | undefined {
  const days = daysOfDocument(document);
  if (!days) return undefined;
  if (document.lines.length > 0)
    return [runKey(document), ...document.lines.map(lineKey).sort(compareText)].join("\n");
  return document.contractId && `${document.contractId}|${formatPeriod(days)}|${netOf(document).toString()}`;
}

/** What a document bills, as its prices have it. */
function billedBy(document: RegisteredInvoice, { billed, settings }: ReconcileContext): Decimal {
  const { lines } = document;
  if (lines.length === 0) return wholeAsPriced(document, settings);
  return sum(lines.map((line) => billed.asPriced(line).amount));
}

/** Documents that bill the same services of a contract for the same days as one before them. */
export function duplicatesOf(context: ReconcileContext): Finding[] {
  const keyed = context.register.invoices
    .filter((invoice) => isInvoice(invoice) && !context.billed.isCancelled(invoice))
    .flatMap((invoice) => {
      const key = billedKey(invoice);
      return key === undefined ? [] : [{ invoice, key }];
    });
  return [...groupBy(keyed, ({ key }) => key).values()].flatMap(([first, ...others]) =>
    others
      .filter(({ invoice }) => invoice.invoiceNumber !== first.invoice.invoiceNumber)
      .map(({ invoice }) =>
        finding({
          code: "DUPLICATE_INVOICE",
          customerId: invoice.customerId ?? "",
          contractId: invoice.contractId ?? invoice.lines[0]?.contractId ?? "",
          invoiceNumber: invoice.invoiceNumber,
          period: daysOfDocument(invoice),
          found: billedBy(invoice, context),
          currency: currencyOf(invoice, context),
          cause: `${first.invoice.invoiceNumber} bills the same contract, days and amounts`,
          source: invoice.at,
        }),
      ),
  );
}

/** Two documents that bill the same services of a contract for the same days. */
export const duplicateInvoices: Check = ({ duplicates }) => duplicates;
