import fc from "fast-check";
import { openLedger, propose, type Snapshot } from "../../src/core/api";
import { check } from "./support/check";
import { sheet, workbook, type Cell } from "./support/sheets";

const FIRST = 46_000;

interface Document {
  readonly number: string;
  readonly customer: string;
  readonly amount: number;
}

/** A payment as a customer makes it, and what it is really for. */
interface Paid {
  readonly documents: readonly Document[];
  readonly amount: number;
  readonly reference: string;
  readonly payer: string;
}

/** Numbers as systems give them; two customers are called alike. */
const formats: readonly ((count: number) => string)[] = [
  (count) => `INV-${String(count).padStart(4, "0")}`,
  (count) => `2026-${String(count).padStart(5, "0")}`,
  (count) => `R${String(count)}/2026`,
  (count) => String(10_000 + count),
];
const names: Readonly<Record<string, string>> = { C1: "Heron", C2: "Meier", C3: "Meier", C4: "Otter" };

const documents = fc
  .tuple(
    fc.constantFrom(...formats),
    fc.array(fc.tuple(fc.constantFrom("C1", "C2", "C3", "C4"), fc.integer({ min: 1, max: 60 })), {
      minLength: 2,
      maxLength: 14,
    }),
    fc.integer({ min: 1, max: 120 }),
  )
  .map(([format, drawn, first]) =>
    // Amounts are few, so that strangers fit by chance.
    drawn.map(([customer, units], index): Document => ({
      number: format(first + index),
      customer,
      amount: units * 5,
    })),
  );

/** Ways to write a number that mean it still. */
const writings: readonly ((number: string) => string)[] = [
  (number) => number,
  (number) => number.toLowerCase(),
  (number) => number.replace("-", " "),
  (number) => `RE ${number}`,
  (number) => `payment of ${number} dated 10.01.2026, EUR 1.250,00, thank you`,
  (number) => `EREF+NOTPROVIDED SVWZ+${number}`,
];
/** Ways to get it wrong. */
const mistakes: readonly ((number: string) => string)[] = [
  (number) => number.slice(0, -1),
  (number) => `${number}7`,
  (number) => number.replace(/\d(\d)$/, "O$1"),
  () => "last month's bill",
  () => "",
];

const paidFor = (all: readonly Document[]) =>
  fc
    .tuple(
      fc.nat({ max: all.length - 1 }),
      fc.integer({ min: 1, max: 3 }),
      fc.constantFrom(...writings),
      fc.option(fc.constantFrom(...mistakes), { nil: undefined, freq: 2 }),
      fc.constantFrom(1, 1, 1, 0.5, 1.1, 0.99),
      fc.constantFrom("own", "own", "parent", "none"),
    )
    .map(([at, count, write, mistake, share, payer]): Paid => {
      const { customer } = all[at]!;
      const own = all.filter((document) => document.customer === customer);
      const first = own.indexOf(all[at]!);
      const paid = own.slice(first, first + count);
      const say = mistake ?? write;
      return {
        documents: paid,
        amount: Math.round(paid.reduce((sum, { amount }) => sum + amount, 0) * share * 100) / 100,
        reference: paid.map(({ number }) => say(number)).join(" + "),
        payer: payer === "own" ? names[customer]! : payer === "parent" ? "Holding AG" : "",
      };
    });

const cases = documents.chain((all) =>
  fc.record({ all: fc.constant(all), paid: fc.array(paidFor(all), { minLength: 1, maxLength: 6 }) }),
);

function snapshotOf(all: readonly Document[], paid: readonly Paid[]): Snapshot {
  const day = (at: number): Cell => ({ date: FIRST + at });
  return workbook([
    sheet("Settings", [
      ["Key", "Value"],
      ["Currency", "EUR"],
    ]),
    sheet("Customers", [["Customer ID", "Customer name"], ...Object.entries(names)]),
    sheet("Invoices", [
      ["Invoice number", "Customer ID", "Invoice date", "Due date", "Currency", "Total"],
      ...all.map(({ number, customer, amount }) => [number, customer, day(0), day(14), "EUR", amount]),
    ]),
    sheet("Payments", [
      ["Payment ID", "Date", "Amount", "Reference", "Payer"],
      ...paid.map(({ amount, reference, payer }, index) => [
        `P${String(index + 1)}`,
        day(10 + index),
        amount,
        reference,
        payer,
      ]),
    ]),
  ]);
}

/** Texts that are those of other documents by mistake: nobody could tell. */
function isMistakenForAnother({ reference, documents: own }: Paid, all: readonly Document[]): boolean {
  const digits = (text: string): string[] =>
    [...text.matchAll(/\d+/g)].map(([found]) => found.replace(/^0+/, ""));
  const written = new Set(digits(reference));
  return all.some(
    (document) => !own.includes(document) && digits(document.number).every((part) => written.has(part)),
  );
}

it("what is proposed at high confidence is what was paid for, whatever people write and whoever pays", () => {
  let high = 0;
  check(
    fc.property(cases, ({ all, paid }) => {
      const { ledger } = openLedger(snapshotOf(all, paid), FIRST + 90)!;
      for (const match of propose(ledger, false).matches) {
        const { payment, confidence, shares } = match;
        const of = paid[Number(payment.receipt.paymentId.slice(1)) - 1]!;
        if (confidence !== "high" || isMistakenForAnother(of, all)) continue;
        high++;
        const own = new Set(of.documents.map(({ number }) => number));
        expect([of, shares.filter(({ document }) => !own.has(document.number))]).toEqual([of, []]);
      }
    }),
    400,
  );
  expect(high).toBeGreaterThan(60);
});

it("nothing goes to a customer whom neither the text nor the payer's name says", () => {
  check(
    fc.property(cases, ({ all, paid }) => {
      const { ledger } = openLedger(snapshotOf(all, paid), FIRST + 90)!;
      for (const { payment, rule, shares } of propose(ledger, false).matches) {
        const of = paid[Number(payment.receipt.paymentId.slice(1)) - 1]!;
        const customers = new Set(shares.map(({ document }) => document.customerId));
        expect(customers.size).toBe(1);
        if (rule === "reference" || rule === "references") continue;
        const [customer = ""] = customers;
        const isNamed =
          names[customer] === of.payer &&
          Object.values(names).filter((name) => name === of.payer).length === 1;
        const isInText = ledger.book.numbers
          .namedIn(of.reference)
          .some((number) => all.some((each) => each.number === number && each.customer === customer));
        expect([of, isNamed || isInText]).toEqual([of, true]);
      }
    }),
    400,
  );
});

it("no payment is proposed beyond what it is, and no invoice beyond what it owes", () => {
  check(
    fc.property(cases, ({ all, paid }) => {
      const { ledger } = openLedger(snapshotOf(all, paid), FIRST + 90)!;
      const against = new Map<string, number>();
      for (const { payment, shares } of propose(ledger, false).matches) {
        const cash = shares.filter(({ kind }) => kind === "cash");
        const sum = cash.reduce((total, { amount }) => total + amount.toNumber(), 0);
        expect(sum).toBeLessThanOrEqual(payment.receipt.amount.toNumber() + 1e-9);
        for (const { document, amount } of cash)
          against.set(document.number, (against.get(document.number) ?? 0) + amount.toNumber());
      }
      for (const { number, amount } of all)
        expect(against.get(number) ?? 0).toBeLessThanOrEqual(amount + 1e-9);
    }),
    400,
  );
});
