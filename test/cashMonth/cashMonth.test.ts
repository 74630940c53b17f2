import type { BankName } from "./banks/banks";
import { banks } from "./banks/banks";
import { generateMonth } from "./generateMonth";
import { countOf, type Outcome, type Tally } from "./judge";
import { isPayment } from "./month";
import { workMonth } from "./workMonth";

/** More seeds look further: CASH_MONTHS=300 npx jest test/cashMonth. */
const MONTHS = Number(process.env.CASH_MONTHS ?? 10);
const names = Object.keys(banks) as BankName[];
const small = { customers: 40, invoices: 130, entries: 100 };

const shares = (counts: Tally): Readonly<Record<Outcome, number>> => {
  const of = (outcome: Outcome) => countOf(counts, outcome);
  return {
    posted: of("posted"),
    "posted wrong": of("posted wrong"),
    proposed: of("proposed"),
    "proposed wrong": of("proposed wrong"),
    found: of("found"),
    left: of("left"),
    "nothing to pay": of("nothing to pay"),
  };
};

describe("a month of a bank's file", () => {
  const month = generateMonth("a month");
  const payments = month.entries.filter(isPayment).length;

  it("has 300 entries of a bank over 400 documents, with every kind of trouble", () => {
    expect([month.entries.length, month.documents.length, month.customers.length]).toEqual([300, 400, 120]);
    const kinds = new Set(month.entries.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(
      expect.arrayContaining(["account", "listed", "mistyped", "mother", "returned", "stranger", "twice"]),
    );
  });

  it("is posted without a person for two in three payments, none of them wrongly", () => {
    const counts = shares(workMonth(month, "csv", "high"));
    expect(counts["posted wrong"]).toBe(0);
    expect(counts.posted).toBeGreaterThan((payments * 2) / 3);
    // A person finds nearly all others without looking for them.
    expect(counts.proposed + counts.found).toBeGreaterThan(8 * (counts.left + counts["proposed wrong"]));
  });
});

it.each(Array.from({ length: MONTHS }, (_, index) => [index + 1, names[index % names.length]!] as const))(
  "of month %i in a file of %s nothing is posted wrongly",
  (seed, bank) => {
    const counts = shares(workMonth(generateMonth(`month ${String(seed)}`, small), bank, "high"));
    expect(counts["posted wrong"]).toBe(0);
    expect(counts.posted).toBeGreaterThan(0);
  },
);
