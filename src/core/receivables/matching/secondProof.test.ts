import { invoices, payments, proposals, type Book } from "../../../../test/receivables/cashBook";

const header = `${invoices} | PO number`;
const owed = (number: string, total: number, customer = "C1", order = "") =>
  `${number} | Invoice | Issued | ${customer} | 2026-01-01 | 2026-01-31 | EUR | ${total} | | ${order}`;
const paid = (amount: number, reference: string) =>
  `P | C1 | 2026-01-20 | ${amount} | EUR | ${reference} | |`;
const book = (rows: readonly string[], payment: string): Book => ({
  Invoices: [header, ...rows],
  Payments: [payments, payment],
});
const confidence = (rows: readonly string[], payment: string) => proposals(book(rows, payment))[0];

describe("an amount that equals one item is high", () => {
  it.each([
    ["with a digit of the number wrong", "Re. INV-0182"],
    ["with two digits that changed places", "INV-0118"],
    ["with a letter for a digit", "INV O181"],
    ["with the number of the order", "Bestellung PO-4711-3"],
  ])("%s", (_, text) => {
    expect(
      confidence([owed("INV-0181", 100, "C1", "PO-4711-3"), owed("INV-7000", 60)], paid(100, text)),
    ).toBe("reference high exact cash INV-0181 100");
  });
});

describe("it is medium", () => {
  it.each<readonly [string, readonly string[], string]>([
    ["without a text", [owed("INV-0181", 100)], paid(100, "")],
    ["with a digit too much, which makes another number", [owed("INV-0181", 100)], paid(100, "INV-01811")],
    ["with a digit too few", [owed("INV-0181", 100)], paid(100, "INV-018")],
    ["with two mistakes", [owed("INV-0181", 100)], paid(100, "INV-0272")],
    ["with a number of few digits", [owed("INV-181", 100)], paid(100, "INV-182")],
    ["with a part of the order's number", [owed("INV-0181", 100, "C1", "PO-4711-3")], paid(100, "PO-4711")],
    ["with an order of few signs", [owed("INV-0181", 100, "C1", "A1")], paid(100, "A1")],
  ])("%s", (_, rows, payment) => {
    expect(confidence(rows, payment)).toMatch(/^amount medium exact cash INV-0?181 100$/);
  });

  it("where the amount differs, or another owes as much under a number as near", () => {
    const settings = { Settings: ["Key | Value", "Payment tolerance | 5"] };
    const short = book([owed("INV-0181", 100)], paid(99, "INV-0182"));
    expect(proposals({ ...settings, ...short })[0]).toBe("amount medium write_off cash INV-0181 99");
    const rival = [owed("INV-0181", 100), owed("INV-0183", 100, "C2")];
    expect(confidence(rival, paid(100, "INV-0182"))).toBe("amount medium exact cash INV-0181 100");
    const sameOrder = [owed("INV-0181", 100, "C1", "PO-4711"), owed("INV-7000", 100, "C2", "PO-4711")];
    expect(confidence(sameOrder, paid(100, "PO-4711"))).toBe("amount medium exact cash INV-0181 100");
  });
});
