import { groupBy } from "../../base/groupBy";
import { sum, zero, type Decimal } from "../../money/decimal";
import type { PlannedSheet } from "../plan";
import { amountIn, plannedRows, type PlannedTableRow } from "./plannedTable";
import { assertTied, type Tie } from "./tie";

/** What payments are about to write and to report. */
export interface PlannedPayments {
  readonly applications: PlannedSheet;
  /** Whether the row at an index below the header counts: posted, without a fault, and not dated later. */
  readonly counts: (index: number) => boolean;
  /** Undefined where no document changes. */
  readonly invoices: PlannedSheet | undefined;
  readonly payments: readonly ReportedPayment[];
  readonly totals: readonly ReportedTotal[];
}

/** A payment as it is reported: received is applied + unapplied. */
export interface ReportedPayment {
  readonly paymentId: string;
  readonly currency: string;
  readonly received: Decimal;
  readonly unapplied: Decimal;
}

export interface ReportedTotal {
  readonly currency: string;
  readonly received: Decimal;
  readonly applied: Decimal;
  readonly unapplied: Decimal;
}

const NUMBER = "Invoice number";
const APPLIED = "Amount";

const amounts = (rows: readonly PlannedTableRow[]): Decimal => sum(rows.map((row) => amountIn(row, APPLIED)));

/** Whether a row uses up a credit note rather than a payment. */
const usesCredit = (row: PlannedTableRow, payments: ReadonlySet<string>): boolean =>
  row.text("Kind") === "Credit" || !payments.has(row.text("Payment ID"));

/** The cash of a payment's rows is what of it is reported as applied. */
function tiesOfPayments(rows: readonly PlannedTableRow[], payments: readonly ReportedPayment[]): Tie[] {
  const isCash = (row: PlannedTableRow) => row.text("Kind") === "Cash" || row.text("Kind") === "";
  const byPayment = groupBy(rows, (row) => row.text("Payment ID"));
  return payments.flatMap(({ paymentId, received, unapplied }): Tie[] => {
    const own = byPayment.get(paymentId);
    if (!own) return [];
    return [
      {
        of: `payment ${paymentId}`,
        name: "its rows of cash are",
        figure: amounts(own.filter(isCash)),
        other: "received less unapplied is",
        otherFigure: received.minus(unapplied),
      },
    ];
  });
}

/** An application and its reversal leave nothing. */
function tiesOfReversals(rows: readonly PlannedTableRow[]): Tie[] {
  const byId = new Map(rows.map((row) => [row.text("Application ID"), row]));
  return rows.flatMap((row): Tie[] => {
    const reversed = row.text("Reverses");
    const of = reversed === "" ? undefined : byId.get(reversed);
    if (!of) return [];
    return [
      {
        of: row.text("Application ID"),
        name: `with ${reversed} it leaves`,
        figure: amounts([row, of]),
        other: "there must be left",
        otherFigure: zero,
      },
    ];
  });
}

/** Documents bear in Paid what their rows come to, and Balance is the rest. */
function tiesOfDocuments(
  rows: readonly PlannedTableRow[],
  invoices: readonly PlannedTableRow[],
  payments: ReadonlySet<string>,
): Tie[] {
  const against = groupBy(rows, (row) => row.text(NUMBER));
  const used = groupBy(
    rows.filter((row) => usesCredit(row, payments)),
    (row) => row.text("Payment ID"),
  );
  const seen = new Set<string>();
  return invoices.flatMap((invoice): Tie[] => {
    const number = invoice.text(NUMBER);
    const own = [...(against.get(number) ?? []), ...(used.get(number) ?? [])];
    if (own.length === 0 || seen.has(number)) return [];
    seen.add(number);
    const total = amountIn(invoice, "Total");
    const owed = invoice.text("Type") === "Credit note" ? total.abs().negated() : total;
    return [
      {
        of: number,
        name: "its posted rows are",
        figure: amounts(against.get(number) ?? []).minus(amounts(used.get(number) ?? [])),
        other: "Paid is",
        otherFigure: amountIn(invoice, "Paid"),
      },
      {
        of: number,
        name: "Total less Paid is",
        figure: owed.minus(amountIn(invoice, "Paid")),
        other: "Balance is",
        otherFigure: amountIn(invoice, "Balance"),
      },
    ];
  });
}

/** The totals that are reported are those of the payments that are reported. */
function tiesOfTotals({ payments, totals }: PlannedPayments): Tie[] {
  return totals.flatMap(({ currency, received, applied, unapplied }): Tie[] => {
    const own = payments.filter((payment) => payment.currency === currency);
    const of = `the totals in ${currency}`;
    return [
      {
        of,
        name: "payments received are",
        figure: sum(own.map((payment) => payment.received)),
        other: "reported is",
        otherFigure: received,
      },
      {
        of,
        name: "what is left of payments is",
        figure: sum(own.map((payment) => payment.unapplied)),
        other: "reported is",
        otherFigure: unapplied,
      },
      {
        of,
        name: "applied and unapplied are",
        figure: applied.plus(unapplied),
        other: "received is",
        otherFigure: received,
      },
    ];
  });
}

/**
 * Adds payments up once more from the cells that they would write: rows are what is reported as applied, documents bear
 * in Paid what their rows come to, reversals leave nothing. Throws before anything is written.
 */
export function checkPaymentTies(planned: PlannedPayments): void {
  const rows = plannedRows(planned.applications).filter((_, index) => planned.counts(index));
  const payments = new Set(planned.payments.map(({ paymentId }) => paymentId));
  assertTied([
    ...tiesOfPayments(rows, planned.payments),
    ...tiesOfReversals(rows),
    ...(planned.invoices ? tiesOfDocuments(rows, plannedRows(planned.invoices), payments) : []),
    ...tiesOfTotals(planned),
  ]);
}
