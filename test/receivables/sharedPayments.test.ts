import { agingOf, applyPayments, formatDay, parseIsoDay, statementsOf } from "../../src/core/api";
import { cashProofOf } from "../../src/core/run/receivables/cashProof";
import {
  applications,
  invoices,
  ledgerOf,
  open,
  owed,
  payments,
  proposals,
  run,
  type Book,
} from "./cashBook";

const customers = ["Customer ID | Customer name | Parent", "C1 | Heron |", "C2 | Kite | C1", "C3 | Otter |"];
const documents = [invoices, owed("A", 100), owed("B", 60, "C2"), owed("C", 40, "C3")];
/** A payment of Heron, without a Customer ID. */
const paid = (amount: number, reference: string, numbers: string, date = "2026-01-20", id = "P") =>
  `${id} | | ${date} | ${amount} | EUR | ${reference} | ${numbers} | Heron`;
const book = (...rows: readonly string[]): Book => ({
  Customers: customers,
  Invoices: documents,
  Payments: [payments, ...rows],
});

/** The book with what was accepted in it. */
function accepted(of: Book): Book {
  const rows = run(of, { accept: "high" }).applications.map(
    ({ applicationId = "", paymentId, invoiceNumber, date, amount }) =>
      `${applicationId} | Posted | ${paymentId} | ${invoiceNumber} | ${formatDay(date)} | Cash | ${amount.toFixed()} | |`,
  );
  return { ...of, Applications: [applications, ...rows] };
}

const balances = (of: Book, day: string) => {
  const { ledger } = ledgerOf(of, day);
  const closings = statementsOf(ledger, undefined, undefined).map(
    ({ customerId, closing }) => [customerId, closing.toFixed()] as const,
  );
  const totals = agingOf(ledger).customers.map(
    ({ customerId, total }) => [customerId, total.toFixed()] as const,
  );
  return {
    closings: Object.fromEntries(closings.filter(([, closing]) => closing !== "0")),
    totals: Object.fromEntries(totals.filter(([, total]) => total !== "0")),
    gaps: cashProofOf(ledger).map(({ gap }) => gap.toFixed()),
  };
};

describe("a payment over invoices of several customers", () => {
  it("is a person's to decide where only its text names them", () => {
    expect(proposals(book(paid(160, "A, B", "")))).toEqual(["review A; B"]);
  });

  it.each([
    ["to the cent", 200, ["A 100", "B 60", "C 40"]],
    ["up to what is there, in their order", 170, ["A 100", "B 60", "C 10"]],
  ])("goes %s against those that a person named", (_, amount, shares) => {
    const rows = run(book(paid(amount, "", "A; B, C"))).proposals;
    expect(rows.map((row) => `${row.invoiceNumber} ${row.amount.toFixed()}`)).toEqual(shares);
    expect(rows.map(({ customerId, rule, confidence }) => [customerId, rule, confidence])).toEqual([
      ["C1", "given", "high"],
      ["C2", "given", "high"],
      ["C3", "given", "high"],
    ]);
  });

  it("leaves its rest to the payer, and every customer's statement closes with the total of Aging", () => {
    const of = book(paid(170, "", "A; B"), paid(5, "", "C; B", "2026-01-22", "Q"));
    for (const state of [of, accepted(of)]) {
      const at = balances(state, "2026-01-31");
      expect(at.closings).toEqual({ C1: "-10", C3: "35" });
      expect(at.totals).toEqual(at.closings);
      expect(at.gaps).toEqual(["0"]);
    }
    expect(balances(accepted(of), "2026-01-19").closings).toEqual({ C1: "100", C2: "60", C3: "40" });
  });

  it("is posted once, and leaves nothing where it is taken back", () => {
    const of = accepted(book(paid(160, "", "A; B")));
    expect(run(of, { accept: "medium" }).applications).toEqual([]);
    const back = applyPayments(ledgerOf(of), {
      asOf: undefined,
      accept: undefined,
      usesOldest: false,
      reverse: ["P"],
      by: "",
      runId: "RUN-2",
    });
    if (!back.ok) throw new Error(back.reason);
    expect(
      agingOf(back.run.ledger).detail.map(({ document, open: left }) => `${document} ${left.toFixed()}`),
    ).toEqual(["A 100", "P -160", "B 60", "C 40"]);
  });

  it("opens them again where the bank takes it back", () => {
    const of = book(paid(160, "", "A; B"), paid(-160, "", "A; B", "2026-01-25", "R"));
    expect(open(of, "2026-01-24")).toEqual(["C 40"]);
    expect(open(of, "2026-01-25")).toEqual(["A 100", "B 60", "C 40"]);
    expect(open(accepted(of), "2026-01-31")).toEqual(["A 100", "B 60", "C 40"]);
  });

  it("goes against none of another customer where Customer ID says whose it is", () => {
    const of: Book = { ...book(), Payments: [payments, "P | C1 | 2026-01-20 | 160 | EUR | | A; B |"] };
    expect(proposals(of)).toEqual(["given high over cash A 100"]);
  });

  it("never goes across currencies", () => {
    const dollars = "D | Invoice | Issued | C2 | 2026-01-01 | 2026-01-31 | USD | 60 |";
    const of: Book = { ...book(paid(160, "", "A; D")), Invoices: [...documents, dollars] };
    expect(proposals(of)).toEqual(["given high over cash A 100"]);
  });

  it("is chosen by a person before it is written", () => {
    const chosen = new Map([["P", ["A", "B"]]]);
    const posted = run(book(paid(160, "thanks", "")), { chosen, selected: new Set(["P"]) }).applications;
    expect(
      posted.map((row) => `${row.customerId ?? ""} ${row.invoiceNumber} ${row.amount.toFixed()}`),
    ).toEqual(["C1 A 100", "C2 B 60"]);
    expect(parseIsoDay("2026-01-20")).toBe(posted[0]!.date);
  });
});
