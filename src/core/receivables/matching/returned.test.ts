import {
  applications,
  invoices,
  open,
  owed,
  payments,
  proposals,
  run,
  type Book,
} from "../../../../test/receivables/cashBook";

const row = (id: string, amount: number, reference: string, date: string) =>
  `${id} | C1 | ${date} | ${amount} | EUR | ${reference} | |`;
const book = (...rows: readonly string[]): Book => ({
  Invoices: [invoices, owed("A-1", 100), owed("A-2", 60)],
  Payments: [payments, ...rows],
  Applications: [applications, "X | Posted | P | A-1 | 2026-01-20 | Cash | 100 | |"],
});
const paid = row("P", 100, "A-1", "2026-01-20");

describe("money that goes back", () => {
  it("opens what it names where a payment of the same amount paid it", () => {
    const of = book(paid, row("R", -100, "Rücklastschrift A-1", "2026-01-25"));
    expect(proposals(of)).toEqual(["reference high exact cash A-1 -100"]);
    const { applications: rows } = run(of, { accept: "high" });
    expect(rows.map((each) => `${each.paymentId} ${each.invoiceNumber} ${each.amount.toFixed()}`)).toEqual([
      "R A-1 -100",
    ]);
    expect(
      open({
        ...of,
        Applications: [...of.Applications!, "Y | Posted | R | A-1 | 2026-01-25 | Cash | -100 | |"],
      }),
    ).toEqual(["A-1 100", "A-2 60"]);
  });

  it("is posted along with the payment that it takes back", () => {
    const both = [row("Q", 160, "A-1 A-2", "2026-01-20"), row("R", -160, "returned A-1, A-2", "2026-01-25")];
    const of: Book = { Invoices: book().Invoices!, Payments: [payments, ...both] };
    const posted = run(of, { accept: "high" }).applications;
    expect(posted.map((each) => `${each.rule ?? ""} ${each.invoiceNumber} ${each.amount.toFixed()}`)).toEqual(
      ["references A-1 100", "references A-2 60", "references A-1 -100", "references A-2 -60"],
    );
  });

  it.each([
    ["with another amount", row("R", -99, "A-1", "2026-01-25"), "review A-1"],
    ["before it was paid", row("R", -100, "A-1", "2026-01-19"), "review A-1"],
    ["that names what was not paid", row("R", -60, "A-2", "2026-01-25"), "review A-2"],
    ["that names more than was paid", row("R", -100, "A-1 A-2", "2026-01-25"), "review A-1; A-2"],
    ["without a text", row("R", -100, "", "2026-01-25"), "review A-1"],
  ])("%s is for a person", (_, back, expected) => {
    expect(proposals(book(paid, back))).toEqual([expected]);
  });

  it("opens it once", () => {
    const back = ["R", "S"].map((id) => row(id, -100, "A-1", "2026-01-25"));
    const of = run(book(paid, ...back), { accept: "high" });
    expect(of.applications).toHaveLength(1);
    expect(of.proposals.map(({ status }) => status)).toEqual(["review"]);
  });
});
