import { CellKind } from "../../../core/api";
import { viewCell } from "../../../core/schema/viewCell";
import {
  bookOfSheets,
  invoicesSheet,
  plannedSheets,
  sessionOf,
  written,
  type TestBook,
} from "../../../../test/pane/sessionBooks";

const details = { at: "2026-11-30T09:00:00", user: "Ada" };
const AS_OF = "2026-11-30";

const book = (): Promise<TestBook> =>
  bookOfSheets({
    Customers: [
      ["Customer ID", "Customer name", "Email", "Currency"],
      ["C-1", "Acme Ltd", "pay@acme.example", "EUR"],
      ["C-2", "Byte GmbH", null, "EUR"],
    ],
    Invoices: invoicesSheet(
      ["INV-1", "Issued", "C-1", "Acme Ltd", "2026-10-01", "2026-10-31", "EUR", 100],
      ["INV-2", "Issued", "C-2", "Byte GmbH", "2026-10-05", "2026-11-04", "EUR", 250],
      ["INV-3", "Issued", "C-2", "Byte GmbH", "2026-11-20", "2026-12-20", "EUR", 40],
    ),
    "Reminder levels": [
      ["Level", "Days", "Fee", "Subject", "Text"],
      [1, 7, 5, "Reminder {invoices}", "Dear {customer}, {amount} is open."],
      [2, 14, 10, "Second reminder", "Again {amount}."],
    ],
  });

const dispute = {
  invoiceNumber: "inv 2",
  opened: "2026-11-10",
  reasonCode: "PRICE",
  amount: "120.50",
  owner: "Ada",
  dueDate: "",
};
const promise = { invoiceNumber: "", customerId: "C-1", made: "2026-11-12", payBy: "2026-12-05" };

const dueOf = (of: Pick<TestBook, "snapshot">, asOf = AS_OF) => {
  const { reminders, held } = sessionOf(of).ask("followUp", "reminders", asOf);
  return {
    due: reminders.map(({ customer, invoices, level }) => `${customer} ${invoices} ${String(level)}`),
    held: held.map(({ invoiceNumber, reason }) => `${invoiceNumber} ${reason}`),
  };
};

it("says what is owed and by whom, the longest due first", async () => {
  const view = sessionOf(await book()).ask("followUp", "owed", "");
  expect(view.asOf).toBe("2026-11-20");
  expect(view.owed.map(({ number }) => number)).toEqual(["INV-1", "INV-2", "INV-3"]);
  expect(view.customers).toEqual([
    { customerId: "C-1", customer: "Acme Ltd" },
    { customerId: "C-2", customer: "Byte GmbH" },
  ]);
});

it("finds nothing to follow up where nothing has a date, and says so", async () => {
  const session = sessionOf(await bookOfSheets({ Notes: [["nothing"]] }));
  expect(session.ask("followUp", "owed", "")).toMatchObject({
    asOf: "",
    owed: [],
    customers: [],
    disputes: [],
  });
  expect(() => session.ask("followUp", "reminders", "")).toThrow("nothing is owed");
});

it("prepares reminders with fee and text, and their file for a mail merge", async () => {
  const view = sessionOf(await book()).ask("followUp", "reminders", AS_OF);
  expect(view.reminders).toMatchObject([
    {
      customer: "Acme Ltd",
      email: "pay@acme.example",
      level: 1,
      fee: 5,
      amountDue: { currency: "EUR", amount: 105 },
      subject: "Reminder INV-1",
      text: "Dear Acme Ltd, EUR 105.00 is open.",
    },
    { customer: "Byte GmbH", amountDue: { amount: 255 } },
  ]);
  expect(view.reminders[0]!.link).toMatch(/^mailto:pay/);
  expect(view.csv.split("\r\n").filter((line) => line !== "")).toHaveLength(3);
  const none = await bookOfSheets({
    Invoices: [
      ["Invoice number", "Invoice date", "Total"],
      ["INV-1", "2026-10-01", 5],
    ],
  });
  expect(sessionOf(none).ask("followUp", "reminders", AS_OF)).toMatchObject({
    reminders: [],
    hasLevels: false,
  });
});

it("keeps reminders as sent, so that the next level waits for its days", async () => {
  const before = await book();
  const plan = sessionOf(before).ask("followUp", "sentPlan", AS_OF, details);
  expect(plan.sheets.map(({ name }) => name)).toEqual(["Reminders", "Run log"]);
  const sent = await written(before, plan);
  expect(dueOf(sent)).toEqual({ due: [], held: ["INV-1 Waiting", "INV-2 Waiting"] });
  expect(dueOf(sent, "2026-12-14").due).toEqual(["Acme Ltd INV-1 2", "Byte GmbH INV-2 2"]);
});

it("holds back what is disputed or promised from then on", async () => {
  const before = await book();
  const disputed = await written(before, sessionOf(before).ask("followUp", "disputePlan", AS_OF, dispute));
  expect(dueOf(disputed)).toEqual({ due: ["Acme Ltd INV-1 1"], held: ["INV-2 Disputed"] });
  const promised = await written(
    disputed,
    sessionOf(disputed).ask("followUp", "promisePlan", AS_OF, promise),
  );
  expect(dueOf(promised)).toEqual({ due: [], held: ["INV-1 Promised", "INV-2 Disputed"] });
  const again = { ...dispute, invoiceNumber: "INV-3", amount: "" };
  const second = sessionOf(promised).ask("followUp", "disputePlan", AS_OF, again);
  // Below the row that is there, with the next id.
  expect(second).toMatchObject({ sheets: [], appended: [{ sheet: "Disputes", firstRow: 2 }] });
  expect(second.appended[0]!.rows.slice(0, 1)[0]![0]).toMatchObject({ value: "DSP-2" });
});

it("closes a dispute in its row, and reminds of its invoice again from that day on", async () => {
  const before = await book();
  const disputed = await written(before, sessionOf(before).ask("followUp", "disputePlan", AS_OF, dispute));
  const { disputes } = sessionOf(disputed).ask("followUp", "owed", AS_OF);
  expect(disputes).toMatchObject([
    {
      row: 1,
      at: { sheet: "Disputes", row: 1, column: 1 },
      invoiceNumber: "INV-2",
      customer: "Byte GmbH",
      amount: { currency: "EUR", amount: 120.5 },
      opened: "2026-11-10",
    },
  ]);
  const form = { row: 1, closed: "2026-11-28", outcome: "withdrawn" } as const;
  const plan = sessionOf(disputed).ask("followUp", "closePlan", AS_OF, form);
  expect(plan).toMatchObject({ sheets: [], appended: [] });
  const closed = await written(disputed, plan);
  expect(sessionOf(closed).ask("followUp", "owed", AS_OF).disputes).toEqual([]);
  // It ran until the day before.
  expect(sessionOf(closed).ask("followUp", "owed", "2026-11-27").disputes).toHaveLength(1);
  expect(dueOf(closed).due).toEqual(["Acme Ltd INV-1 1", "Byte GmbH INV-2 1"]);
  const grid = closed.snapshot.grids.find(({ sheet }) => sheet === "Disputes")!;
  const [day, outcome] = [8, 9].map((column) => viewCell(grid, 1, column));
  // A day that people see as one, not its bare number.
  expect(day).toMatchObject({ kind: CellKind.date });
  expect(outcome).toMatchObject({ text: "Withdrawn" });
});

it("closes a dispute on a sheet that has no column for it yet, and none before it was opened", async () => {
  const { snapshot, package: file } = await book();
  const typed = [
    ["Invoice number", "Opened", "Reason"],
    ["INV-1", "2026-11-10", "SERVICE"],
  ];
  const plan = { sheets: plannedSheets({ Disputes: typed }), removedSheets: [], appended: [] };
  const before = await written({ package: file }, plan);
  expect(snapshot.grids.some(({ sheet }) => sheet === "Disputes")).toBe(false);
  const ask = (closed: string) =>
    sessionOf(before).ask("followUp", "closePlan", AS_OF, { row: 1, closed, outcome: "upheld" });
  expect(() => ask("2026-11-09")).toThrow("cannot be closed before the day it was opened");
  const closed = await written(before, ask("2026-11-29"));
  expect(sessionOf(closed).ask("followUp", "owed", AS_OF).disputes).toEqual([]);
});

it("lists promises about what is open, and says which were not kept", async () => {
  const before = await book();
  const promised = await written(before, sessionOf(before).ask("followUp", "promisePlan", AS_OF, promise));
  const broken = { ...promise, customerId: "", invoiceNumber: "INV-2", payBy: "2026-11-20" };
  const after = await written(promised, sessionOf(promised).ask("followUp", "promisePlan", AS_OF, broken));
  expect(sessionOf(after).ask("followUp", "owed", AS_OF).promises).toEqual([
    {
      invoiceNumber: "INV-2",
      customer: "Byte GmbH",
      made: "2026-11-12",
      payBy: "2026-11-20",
      isBroken: true,
    },
    { invoiceNumber: "", customer: "Acme Ltd", made: "2026-11-12", payBy: "2026-12-05", isBroken: false },
  ]);
});

it.each([
  ["an invoice that is not there", { ...dispute, invoiceNumber: "INV-9" }, "no issued invoice “INV-9”"],
  ["no reason", { ...dispute, reasonCode: " " }, "Reason code"],
  ["an amount that is none", { ...dispute, amount: "-3" }, "“-3” is no amount above 0"],
  ["a day that is none", { ...dispute, opened: "soon" }, "“soon” is no date"],
])("takes no dispute with %s", async (_, form, message) => {
  const session = sessionOf(await book());
  expect(() => session.ask("followUp", "disputePlan", AS_OF, form)).toThrow(message);
});

it.each([
  ["of nobody", { ...promise, customerId: "" }, "Name an invoice, or a customer"],
  ["of a customer without documents", { ...promise, customerId: "C-9" }, "no customer “C-9”"],
  ["that ends before it was made", { ...promise, payBy: "2026-11-01" }, "before the promise was made"],
])("takes no promise %s", async (_, form, message) => {
  const session = sessionOf(await book());
  expect(() => session.ask("followUp", "promisePlan", AS_OF, form)).toThrow(message);
});

it("leaves a sheet of somebody else alone", async () => {
  const { snapshot } = await book();
  const { snapshot: other } = await bookOfSheets({ Disputes: [["Meeting notes"], ["Monday"]] });
  const both = { ...snapshot, grids: [...snapshot.grids, ...other.grids] };
  expect(() => sessionOf({ snapshot: both }).ask("followUp", "disputePlan", AS_OF, dispute)).toThrow(
    /^Disputes: its columns cannot be read/,
  );
});

it("writes statements and key figures as sheets, once", async () => {
  const before = await book();
  const session = sessionOf(before);
  const statement = session.ask("followUp", "statementPlan", AS_OF, "C-2");
  expect(statement.sheets.map(({ name }) => name)).toEqual(["Statement"]);
  expect(JSON.stringify(statement.sheets[0]!.rows)).not.toContain("Acme Ltd");
  const figures = session.ask("followUp", "keyFiguresPlan", AS_OF);
  expect(figures.sheets.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["Key figures", "Roll-forward", "Top debtors", "Revenue"]),
  );
  const after = sessionOf(await written(before, statement));
  expect(after.ask("followUp", "statementPlan", AS_OF, "C-2").sheets).toEqual([]);
});
