import {
  cellAddress,
  checkTitles,
  fates,
  findingCodes,
  formatDay,
  formatPeriod,
  sortIssues,
  type BillingRun,
  type Decimal,
  type Issue,
  type NotRead,
} from "../core/api";

/** Amounts and quantities have at most 15 digits in a workbook, so a JSON number holds them exactly. */
const number = (value: Decimal) => value.toNumber();

export function issueJson({ code, severity, at, value, message }: Issue) {
  return { code, severity, sheet: at.sheet, cell: cellAddress(at), value, message };
}

/** What is not read; `isWarning` is left to the issues. */
export function notReadJson(notRead: readonly NotRead[]) {
  return notRead.map(({ at, header, table, resembles }) => ({
    sheet: at.sheet,
    cell: cellAddress(at),
    header,
    table,
    resembles,
  }));
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function controlTotalsJson({ controlTotals }: BillingRun) {
  const tallies = ["read", ...fates] as const;
  return controlTotals.map((total) => ({
    meter: total.meter,
    unit: total.unit,
    ...Object.fromEntries(tallies.map((tally) => [`rows${capital(tally)}`, total[tally].rows])),
    ...Object.fromEntries(
      tallies.map((tally) => [`quantity${capital(tally)}`, number(total[tally].quantity)]),
    ),
  }));
}

function reconciliationJson({ reconciliation }: BillingRun) {
  return {
    findings: reconciliation.findings.map(
      ({ code, source, period, expected, found, difference, ...rest }) => ({
        check: checkTitles[findingCodes[code].check],
        code,
        ...rest,
        period: period ? formatPeriod(period) : "",
        expected: number(expected),
        found: number(found),
        difference: number(difference),
        source: source ? `${source.sheet}!${cellAddress(source)}` : "",
      }),
    ),
    totals: reconciliation.totals.map(({ check, currency, underBilled, overBilled }) => ({
      check: checkTitles[check],
      currency,
      underBilled: number(underBilled),
      overBilled: number(overBilled),
    })),
  };
}

export interface CurrencyTotal {
  readonly currency: string;
  readonly subtotal: Decimal;
  readonly tax: Decimal;
  readonly total: Decimal;
}

/** Totals of the run's documents per currency, in order of the codes. */
export function currencyTotals({ invoices }: BillingRun): CurrencyTotal[] {
  const totals = new Map<string, CurrencyTotal>();
  for (const { currency, subtotal, tax, total } of invoices) {
    const before = totals.get(currency);
    totals.set(
      currency,
      before
        ? {
            currency,
            subtotal: before.subtotal.plus(subtotal),
            tax: before.tax.plus(tax),
            total: before.total.plus(total),
          }
        : { currency, subtotal, tax, total },
    );
  }
  return [...totals.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

/** The one JSON object of `bill`. */
export function billJson(run: BillingRun, output: string) {
  return {
    period: formatPeriod(run.book.period),
    asOf: formatDay(run.book.asOf),
    invoices: run.invoices.length,
    lines: run.invoices.reduce((all, { lines }) => all + lines.length, 0),
    held: run.held.length,
    heldInvoices: run.held,
    controlTotals: controlTotalsJson(run),
    totals: currencyTotals(run).map(({ currency, subtotal, tax, total }) => ({
      currency,
      subtotal: number(subtotal),
      tax: number(tax),
      total: number(total),
    })),
    issues: sortIssues(run.issues).map(issueJson),
    notRead: notReadJson(run.book.notRead),
    reconciliation: reconciliationJson(run),
    output,
  };
}
