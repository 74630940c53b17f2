import {
  bookOfSheets,
  invoicesSheet,
  sessionOf,
  written,
  type TestBook,
} from "../../../../test/pane/sessionBooks";
import { readGiven, type CashRequest } from "./view/cashBook";

const details = { at: "2026-11-30T09:00:00", user: "Ada" };
const none: CashRequest = { files: [], chosen: {} };
const nobody = { selected: [], reverse: [] };

/** Two customers: ACME owes 100, 250 and 250, Byte 80. */
const book = (): Promise<TestBook> =>
  bookOfSheets({
    Customers: [
      ["Customer ID", "Customer name", "Currency"],
      ["C-1", "Acme Ltd", "EUR"],
      ["C-2", "Byte GmbH", "EUR"],
    ],
    Invoices: invoicesSheet(
      ["INV-1", "Issued", "C-1", "Acme Ltd", "2026-10-01", "2026-10-31", "EUR", 100],
      ["INV-2", "Issued", "C-1", "Acme Ltd", "2026-10-05", "2026-11-04", "EUR", 250],
      ["INV-3", "Issued", "C-1", "Acme Ltd", "2026-10-06", "2026-11-05", "EUR", 250],
      ["INV-4", "Issued", "C-2", "Byte GmbH", "2026-10-07", "2026-11-06", "EUR", 80],
    ),
  });

const csv = (...lines: string[]): Uint8Array =>
  new TextEncoder().encode(["Date,Amount,Currency,Text,Payer", ...lines].join("\n"));

const bank = readGiven({
  name: "november.csv",
  bytes: csv(
    "2026-11-10,100.00,EUR,Your invoice INV-1,Acme Ltd",
    "2026-11-11,250.00,EUR,Thanks,Acme Ltd",
    "2026-11-12,80.00,EUR,,Byte GmbH",
    "2026-11-13,33.00,EUR,Who knows,Somebody",
    "2026-11-13,-9.00,EUR,Fees of the account,",
  ),
  columns: "",
  dates: "",
});
const withBank: CashRequest = { files: [bank], chosen: {} };

const byPayer = <View extends { readonly payer: string; readonly amount: { readonly amount: number } }>(
  views: readonly View[],
  payer: string,
  amount: number,
): View => views.find((each) => each.payer === payer && each.amount.amount === amount)!;

describe("proposals of a bank file", () => {
  it("say rule, confidence and documents of each payment, and leave the rest to a person", async () => {
    const session = sessionOf(await book());
    const { proposals, bank: files, imported, known, totals } = session.ask("cash", "proposals", withBank);
    expect({ imported, known }).toEqual({ imported: 4, known: 0 });
    expect(files).toMatchObject([{ file: "november.csv", format: "CSV", credits: 4, leftOut: 1 }]);
    expect(totals).toEqual([{ currency: "EUR", received: 463, applied: 0, unapplied: 463 }]);
    expect(
      proposals.map(({ rule, confidence, treatment, shares }) => [
        rule,
        confidence,
        treatment,
        shares.map(({ document, amount }) => `${document} ${String(amount.amount)}`),
      ]),
    ).toEqual([
      ["reference", "high", "Exact", ["INV-1 100"]],
      ["", "low", "", []],
      ["amount", "medium", "Exact", ["INV-4 80"]],
      ["", "low", "", []],
    ]);
    expect(proposals[1]!.candidates).toEqual(["INV-2", "INV-3"]);
    expect(proposals[0]).toMatchObject({
      customer: "Acme Ltd",
      at: undefined,
      canChange: true,
      date: "2026-11-10",
    });
  });

  it("give way to what a person chooses, and nobody else gets that document", async () => {
    const session = sessionOf(await book());
    const first = session.ask("cash", "proposals", withBank).proposals;
    const acme = byPayer(first, "Acme Ltd", 250).paymentId;
    const nobodys = byPayer(first, "Somebody", 33).paymentId;
    const request = { files: [bank], chosen: { [acme]: ["INV-3"], [nobodys]: ["INV-4"] } };
    const { proposals } = session.ask("cash", "proposals", request);
    expect(byPayer(proposals, "Acme Ltd", 250)).toMatchObject({
      rule: "chosen",
      confidence: "",
      treatment: "Exact",
      shares: [{ document: "INV-3", amount: { amount: 250 } }],
    });
    expect(byPayer(proposals, "Somebody", 33)).toMatchObject({
      treatment: "Short",
      difference: -47,
      shares: [{ document: "INV-4", amount: { amount: 33 } }],
    });
    // 47.00 are left of INV-4, which its own customer's 80.00 no longer fits.
    expect(byPayer(proposals, "Byte GmbH", 80)).toMatchObject({ rule: "" });
  });

  it("refuse a choice across customers, and of what is not open", async () => {
    const session = sessionOf(await book());
    const acme = byPayer(session.ask("cash", "proposals", withBank).proposals, "Acme Ltd", 250).paymentId;
    for (const numbers of [["INV-4"], ["INV-2", "INV-4"], ["INV-9"]]) {
      const { proposals } = session.ask("cash", "proposals", { files: [bank], chosen: { [acme]: numbers } });
      expect(byPayer(proposals, "Acme Ltd", 250)).toMatchObject({ rule: "", shares: [] });
    }
  });

  it("can be changed to the open documents of the customer, of all where nobody is known", async () => {
    const session = sessionOf(await book());
    const { proposals } = session.ask("cash", "proposals", withBank);
    const openFor = (payer: string, amount: number) =>
      session
        .ask("cash", "openDocuments", withBank, byPayer(proposals, payer, amount).paymentId)
        .map(({ number }) => number);
    expect(openFor("Acme Ltd", 250)).toEqual(["INV-1", "INV-2", "INV-3"]);
    expect(openFor("Somebody", 33)).toEqual(["INV-1", "INV-2", "INV-3", "INV-4"]);
    expect(session.ask("cash", "openDocuments", withBank, "PAY-404")).toEqual([]);
  });

  it("are open to what a payer's family owes, and what the text names, but where Customer ID says whose it is", async () => {
    const family = await bookOfSheets({
      Customers: [
        ["Customer ID", "Customer name", "Currency", "Parent"],
        ["C-1", "Acme Ltd", "EUR", null],
        ["C-2", "Byte GmbH", "EUR", "C-1"],
        ["C-3", "Dot Inc", "EUR", null],
        ["C-4", "Else Ltd", "EUR", null],
      ],
      Invoices: invoicesSheet(
        ["INV-1", "Issued", "C-1", "Acme Ltd", "2026-10-01", "2026-10-31", "EUR", 100],
        ["INV-2", "Issued", "C-2", "Byte GmbH", "2026-10-05", "2026-11-04", "EUR", 250],
        ["INV-3", "Issued", "C-3", "Dot Inc", "2026-10-06", "2026-11-05", "EUR", 30],
        ["INV-4", "Issued", "C-4", "Else Ltd", "2026-10-07", "2026-11-06", "EUR", 80],
      ),
      Payments: [
        ["Payment ID", "Customer ID", "Date", "Amount", "Currency", "Reference", "Payer"],
        ["P-1", null, "2026-11-10", 380, "EUR", "INV-3 and others", "Acme Ltd"],
        ["P-2", "C-1", "2026-11-10", 380, "EUR", "INV-3 and others", "Acme Ltd"],
      ],
    });
    const session = sessionOf(family);
    const openFor = (id: string) =>
      session.ask("cash", "openDocuments", none, id).map(({ number }) => number);
    expect(openFor("P-1")).toEqual(["INV-1", "INV-2", "INV-3"]);
    expect(openFor("P-2")).toEqual(["INV-1"]);
    const chosen = { "P-1": ["INV-1", "INV-2", "INV-3"] };
    const { proposals } = session.ask("cash", "proposals", { files: [], chosen });
    expect(proposals.find(({ paymentId }) => paymentId === "P-1")).toMatchObject({
      rule: "chosen",
      treatment: "Exact",
      shares: [{ document: "INV-1" }, { document: "INV-2" }, { document: "INV-3" }],
    });
  });

  it("name the file that cannot be read, and take its columns from a person", async () => {
    const session = sessionOf(await book());
    const bytes = new TextEncoder().encode("x;y\n03.11.2026;12,00\n04.11.2026;13,00\n");
    const read = (columns: string) =>
      session.ask("cash", "readFile", { name: "odd.csv", bytes, columns, dates: "dmy" });
    expect(() => read("")).toThrow(/^odd\.csv: /);
    expect(() => read("day=1")).toThrow("odd.csv: “day=1” is not understood");
    const files = [read("date=x,amount=y")];
    expect(session.ask("cash", "proposals", { files, chosen: {} }).imported).toBe(2);
  });

  it("are none in a workbook without documents and payments", async () => {
    const session = sessionOf(await bookOfSheets({ Notes: [["nothing"]] }));
    expect(session.ask("cash", "proposals", none)).toMatchObject({ asOf: "", proposals: [], posted: [] });
  });
});

describe("what is posted", () => {
  const postedBook = async () => {
    const before = await book();
    const session = sessionOf(before);
    const { proposals } = session.ask("cash", "proposals", withBank);
    const byte = byPayer(proposals, "Byte GmbH", 80).paymentId;
    const plan = session.ask("cash", "plan", withBank, { selected: [byte], reverse: [] }, details);
    return { byte, plan, after: await written(before, plan) };
  };

  it("is what was selected alone, with the payments of the file and the log in one plan", async () => {
    const { byte, plan, after } = await postedBook();
    expect(plan.sheets.map(({ name }) => name)).toEqual(["Payments", "Applications", "Invoices", "Run log"]);
    const session = sessionOf(after);
    const view = session.ask("cash", "proposals", withBank);
    expect(view).toMatchObject({ imported: 0, known: 4 });
    expect(view.posted).toMatchObject([
      { sourceId: byte, customer: "Byte GmbH", shares: [{ document: "INV-4", kind: "Cash" }] },
    ]);
    expect(view.proposals.map(({ paymentId }) => paymentId)).not.toContain(byte);
    // High, yet nobody accepted it.
    expect(view.proposals[0]).toMatchObject({ confidence: "high", at: { sheet: "Payments" } });
    expect(view.totals).toMatchObject([{ received: 463, applied: 80 }]);
  });

  it("is written once: the same again is an empty plan", async () => {
    const { after } = await postedBook();
    const plan = sessionOf(after).ask("cash", "plan", withBank, nobody, details);
    expect(plan).toMatchObject({ sheets: [], appended: [] });
  });

  it("can be reversed, and is then left to a person", async () => {
    const { byte, after } = await postedBook();
    const plan = sessionOf(after).ask("cash", "plan", none, { selected: [], reverse: [byte] }, details);
    const session = sessionOf(await written(after, plan));
    const view = session.ask("cash", "proposals", none);
    expect(view.posted).toEqual([]);
    expect(view.totals).toMatchObject([{ applied: 0 }]);
    expect(byPayer(view.proposals, "Byte GmbH", 80)).toMatchObject({ rule: "", candidates: ["INV-4"] });
    expect(() => session.ask("cash", "plan", none, { selected: [], reverse: [byte] }, details)).toThrow(
      `${byte} cannot be reversed: it was reversed before.`,
    );
    // A person may put together again what was taken apart.
    const again = session.ask("cash", "proposals", { files: [], chosen: { [byte]: ["INV-4"] } });
    expect(byPayer(again.proposals, "Byte GmbH", 80)).toMatchObject({ rule: "chosen" });
  });
});
