import fc from "fast-check";
import {
  agingOf,
  applyPayments,
  Decimal,
  formatDay,
  keyFigureReport,
  openLedger,
  planPayments,
  statementsOf,
  type PaymentOptions,
  type Snapshot,
} from "../../src/core/api";
import { check } from "./support/check";
import { sheet, workbook, type Cell } from "./support/sheets";

const FIRST = 46_000;
const LAST = FIRST + 90;

type Row = readonly Cell[];

interface Drawn {
  readonly invoices: readonly Row[];
  readonly payments: readonly Row[];
  readonly applications: readonly Row[];
}

const day = fc.integer({ min: FIRST, max: LAST }).map((date) => ({ date }));
/** Few different amounts, so that payments fit, equal each other and add up. */
const cents = fc.constantFrom(10, 20, 30, 49.5, 50, 100, 100.01, 0.1);
const customer = fc.constantFrom("C1", "C2");
const number = fc.integer({ min: 1, max: 8 }).map((count) => `INV-${String(count)}`);

const invoices = fc
  .array(fc.tuple(customer, day, cents, fc.boolean(), number), { minLength: 1, maxLength: 8 })
  .map((drawn) =>
    drawn.map(([of, date, amount, isCredit, corrects], index): Row => [
      `${isCredit && index > 4 ? "CN" : "INV"}-${String(index + 1)}`,
      isCredit && index > 4 ? "Credit note" : "Invoice",
      of,
      date,
      { date: date.date + 14 },
      isCredit && index > 4 ? -amount : amount,
      isCredit && index > 4 ? corrects : undefined,
    ]),
  );
const payments = fc
  .array(
    fc.tuple(
      fc.option(customer, { nil: undefined }),
      day,
      cents,
      fc.boolean(),
      fc.option(number, { nil: undefined }),
      fc.option(number, { nil: undefined }),
    ),
    { maxLength: 6 },
  )
  .map((drawn) =>
    drawn.map(([of, date, amount, isRefund, given, named], index): Row => [
      `P${String(index + 1)}`,
      of,
      date,
      isRefund && index > 3 ? -amount : amount,
      given,
      named,
    ]),
  );
const applications = fc
  .array(
    fc.tuple(
      fc.integer({ min: 1, max: 6 }),
      number,
      day,
      cents,
      fc.constantFrom("Cash", "Discount", "Write-off"),
    ),
    { maxLength: 5 },
  )
  .map((drawn) =>
    drawn.map(([paid, of, date, amount, kind], index): Row => [
      `APP-${String(index + 1)}`,
      "Posted",
      `P${String(paid)}`,
      of,
      date,
      kind,
      amount,
      "R",
    ]),
  );

const books = fc.record({ invoices, payments, applications });

function snapshotOf(drawn: Drawn): Snapshot {
  const invoiceHeaders = [
    "Invoice number",
    "Type",
    "Customer ID",
    "Invoice date",
    "Due date",
    "Total",
    "Corrects",
  ];
  return workbook([
    sheet("Settings", [
      ["Key", "Value"],
      ["Currency", "EUR"],
      ["Payment tolerance", 0.5],
      ["Payment terms", "2/10 Net 30"],
    ]),
    sheet("Invoices", [invoiceHeaders, ...drawn.invoices]),
    sheet("Payments", [
      ["Payment ID", "Customer ID", "Date", "Amount", "Invoice number", "Reference"],
      ...drawn.payments,
    ]),
    sheet("Applications", [
      ["Application ID", "Status", "Payment ID", "Invoice number", "Date", "Kind", "Amount", "Reason code"],
      ...drawn.applications,
    ]),
  ]);
}

const ledgerOf = (drawn: Drawn, asOf: number) => openLedger(snapshotOf(drawn), asOf)!;

const options: PaymentOptions = {
  asOf: undefined,
  accept: "medium",
  usesOldest: true,
  reverse: [],
  by: "tester",
  runId: "RUN-1",
};

function applied(drawn: Drawn, more: Partial<PaymentOptions> = {}) {
  const result = applyPayments(ledgerOf(drawn, LAST), { ...options, ...more });
  if (!result.ok) throw new Error(result.reason);
  return result.run;
}

/** What a ledger says, as plain text: to be compared whole. */
const told = (drawn: Drawn, asOf: number) => {
  const { customers, totals, detail } = agingOf(ledgerOf(drawn, asOf).ledger);
  return JSON.stringify([customers.map(({ rows: _rows, ...figures }) => figures), totals, detail]);
};

const dayOfRow = (row: Row, column: number) => (row[column] as { readonly date: number }).date;
const upTo = (drawn: Drawn, asOf: number): Drawn => ({
  invoices: drawn.invoices.filter((row) => dayOfRow(row, 3) <= asOf),
  payments: drawn.payments.filter((row) => dayOfRow(row, 2) <= asOf),
  applications: drawn.applications.filter((row) => dayOfRow(row, 4) <= asOf),
});

it("applied and unapplied are what was received, payment by payment, before and after everything is accepted", () => {
  check(
    fc.property(books, (drawn) => {
      for (const ledger of [ledgerOf(drawn, LAST).ledger, applied(drawn).ledger]) {
        for (const { receipt } of ledger.payments) {
          const cash = ledger.movements.filter(
            ({ kind, source }) => kind === "cash" && source.type === "payment" && source.receipt === receipt,
          );
          const moved = cash.reduce((all, { amount }) => all.plus(amount), new Decimal(0));
          expect(moved.plus(ledger.leftOf(receipt)).toFixed()).toBe(receipt.amount.toFixed());
          expect(moved.abs().lessThanOrEqualTo(receipt.amount.abs())).toBe(true);
        }
        for (const document of ledger.documents) {
          const open = ledger.openOf(document);
          expect([
            document.number,
            open.isZero() || open.isNegative() === document.total.isNegative(),
          ]).toEqual([document.number, true]);
          expect(open.abs().lessThanOrEqualTo(document.total.abs())).toBe(true);
        }
      }
    }),
    300,
  );
});

it("bands less unapplied less credits are what is owed on any day, and so are statements and the roll-forward", () => {
  check(
    fc.property(books, fc.integer({ min: FIRST, max: LAST }), (drawn, asOf) => {
      const { ledger } = ledgerOf(drawn, asOf);
      const { totals, customers } = agingOf(ledger);
      const letOff = ledger.movements.filter(({ kind }) => kind === "discount" || kind === "write_off");
      const owed = [
        ...ledger.documents.map(({ total }) => total),
        ...ledger.payments.map(({ receipt }) => receipt.amount.negated()),
        ...letOff.map(({ amount }) => amount.negated()),
      ].reduce((all, amount) => all.plus(amount), new Decimal(0));
      expect((totals[0]?.total ?? new Decimal(0)).toFixed()).toBe(owed.toFixed());
      const byCustomer = new Map(customers.map(({ customerId, total }) => [customerId, total.toFixed()]));
      for (const { customerId, closing } of statementsOf(ledger, undefined, undefined))
        expect(closing.toFixed()).toBe(byCustomer.get(customerId) ?? "0");
      expect(keyFigureReport(ledger).rollForward.every(({ gap }) => gap.isZero())).toBe(true);
    }),
    150,
  );
});

it("what is dated later changes no earlier aging", () => {
  check(
    fc.property(books, fc.integer({ min: FIRST, max: LAST }), (drawn, asOf) => {
      expect([formatDay(asOf), told(drawn, asOf)]).toEqual([formatDay(asOf), told(upTo(drawn, asOf), asOf)]);
    }),
    300,
  );
});

it("the order of rows changes nothing", () => {
  const reversed = ({ invoices: a, payments: b, applications: c }: Drawn): Drawn => ({
    invoices: [...a].reverse(),
    payments: [...b].reverse(),
    applications: [...c].reverse(),
  });
  const rowsOf = (drawn: Drawn) => {
    const { applications: now, proposals } = applied(drawn, { accept: "high" });
    return JSON.stringify([now, proposals]);
  };
  check(
    fc.property(books, (drawn) => {
      expect(told(reversed(drawn), LAST)).toBe(told(drawn, LAST));
      expect(rowsOf(reversed(drawn))).toBe(rowsOf(drawn));
    }),
    200,
  );
});

it("posting and taking everything back leaves what was there", () => {
  check(
    fc.property(fc.record({ invoices, payments, applications: fc.constant([]) }), (drawn) => {
      const unnamed = {
        ...drawn,
        payments: drawn.payments.map((row) => row.map((cell, column) => (column === 4 ? undefined : cell))),
      };
      const before = told(unnamed, LAST);
      const opened = ledgerOf(unnamed, LAST);
      const first = applyPayments(opened, options);
      if (!first.ok) throw new Error(first.reason);
      const ids = new Set(first.run.applications.map(({ applicationId }) => applicationId ?? ""));
      const credits = first.run.applications.some(({ kind }) => kind === "credit");
      fc.pre(ids.size > 0 && !credits);
      const paid = [...new Set(first.run.applications.map(({ paymentId }) => paymentId))];
      const back = applyPayments(
        { ledger: first.run.ledger },
        { ...options, accept: undefined, reverse: paid },
      );
      if (!back.ok) throw new Error(back.reason);
      const { customers, totals, detail } = agingOf(back.run.ledger);
      expect(JSON.stringify([customers.map(({ rows: _rows, ...figures }) => figures), totals, detail])).toBe(
        before,
      );
    }),
    150,
  );
});

it("plans nothing where the workbook shows it already, and a run that accepts leaves nothing to accept", () => {
  check(
    fc.property(books, (drawn) => {
      const run = applied(drawn);
      const again = applyPayments({ ledger: run.ledger }, options);
      if (!again.ok) throw new Error(again.reason);
      expect(again.run.applications).toEqual([]);
      const act = { when: { day: LAST, time: 0 }, who: "tester", engineVersion: "0", sha256: () => "0" };
      const plan = planPayments(run, options, act);
      expect(
        plan.sheets
          .map(({ name }) => name)
          .filter((name) => !["Applications", "Invoices", "Invoice lines", "Run log"].includes(name)),
      ).toEqual([]);
    }),
    100,
  );
});
