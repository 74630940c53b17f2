import { bookOfSheets, sessionOf, written, type TestBook } from "../../../../test/pane/sessionBooks";

const book = (): Promise<TestBook> =>
  bookOfSheets({
    Invoices: [
      [
        "Invoice number",
        "Type",
        "Status",
        "Customer ID",
        "Customer name",
        "Invoice date",
        "Due date",
        "Currency",
        "Total",
      ],
      ["INV-1", "Invoice", "Issued", "C-1", "Acme Ltd", "2026-09-01", "2026-10-01", "EUR", 100],
      ["INV-2", "Invoice", "Issued", "C-1", "Acme Ltd", "2026-10-05", "2026-11-30", "EUR", 250],
      ["INV-3", "Invoice", "Issued", "C-2", "Byte GmbH", "2026-10-06", "2026-10-31", "EUR", 80],
      ["CN-1", "Credit note", "Issued", "C-2", "Byte GmbH", "2026-10-20", null, "EUR", -30],
      ["INV-4", "Invoice", "Issued", "C-3", "Dot Inc", "2026-10-07", "2026-10-31", "USD", 70],
    ],
    Payments: [
      ["Payment ID", "Date", "Customer ID", "Amount", "Currency", "Invoice number"],
      ["P-1", "2026-11-02", "C-1", 40, "EUR", "INV-1"],
      ["P-2", "2026-11-03", "C-1", 15, "EUR", null],
    ],
    Disputes: [
      ["Dispute ID", "Invoice number", "Opened", "Reason code", "Amount"],
      ["D-1", "INV-3", "2026-11-01", "PRICE", 20],
    ],
  });

const open = async () => sessionOf(await book());

it("says by default who owes what at the last day of the book", async () => {
  const session = await open();
  expect(session.ask("aging", "lastDay")).toBe("2026-11-03");
  const view = session.ask("aging", "figures", "");
  expect(view).toMatchObject({
    asOf: "2026-11-03",
    labels: ["Current", "1-30", "31-60", "61-90", "91+"],
    totals: [
      { currency: "EUR", bands: [250, 80, 60, 0, 0], unapplied: 15, credits: 30, disputed: 20, total: 345 },
      { currency: "USD", bands: [0, 70, 0, 0, 0], total: 70 },
    ],
  });
  expect(view.customers.map(({ customer, total }) => [customer, total])).toEqual([
    ["Acme Ltd", 295],
    ["Byte GmbH", 50],
    ["Dot Inc", 70],
  ]);
});

it("says it of any other day, from what was dated until then", async () => {
  const view = (await open()).ask("aging", "figures", "2026-10-10");
  expect(view.totals[0]).toMatchObject({ bands: [330, 100, 0, 0, 0], unapplied: 0, credits: 0, disputed: 0 });
});

it("opens every figure to what it is the sum of, each with its cell", async () => {
  const session = await open();
  const view = session.ask("aging", "figures", "");
  const columns = [
    ...view.labels.map((band, index) => ({ column: { band }, index })),
    ...(["unapplied", "credits", "disputed", "total"] as const).map((column) => ({ column, index: -1 })),
  ];
  const rows = [...view.customers, ...view.totals.map((total) => ({ ...total, customerId: undefined }))];
  for (const { customerId, ...figures } of rows)
    for (const { column, index } of columns) {
      const { currency } = figures;
      const items = session.ask("aging", "documents", "", { currency, customerId, column });
      const sum = items.reduce((all, { amount }) => all + amount.amount, 0);
      const shown = typeof column === "object" ? figures.bands[index] : figures[column];
      expect(Math.abs(sum)).toBe(shown);
      expect(items.every(({ at }) => at !== undefined)).toBe(true);
    }
  const ofByte = { currency: "EUR", customerId: "C-2", column: { band: "1-30" } };
  expect(session.ask("aging", "documents", "", ofByte)).toEqual([
    {
      document: "INV-3",
      customer: "Byte GmbH",
      type: "Invoice",
      date: "2026-10-31",
      days: 3,
      amount: { currency: "EUR", amount: 80 },
      at: { sheet: "Invoices", row: 3, column: 0 },
    },
  ]);
});

it("is written beside what is there, once", async () => {
  const before = await book();
  const plan = sessionOf(before).ask("aging", "plan", "2026-11-03");
  expect(plan.sheets.map(({ name }) => name)).toEqual(["Aging", "Aging detail"]);
  const session = sessionOf(await written(before, plan));
  expect(session.ask("aging", "plan", "2026-11-03").sheets).toEqual([]);
  expect(session.ask("aging", "figures", "").totals).toHaveLength(2);
});

it("has no day in a workbook without documents and payments, and says so", async () => {
  const session = sessionOf(await bookOfSheets({ Notes: [["nothing"]] }));
  expect(session.ask("aging", "lastDay")).toBe("");
  expect(() => session.ask("aging", "figures", "")).toThrow("nothing is owed");
  expect(() => session.ask("aging", "figures", "yesterday")).toThrow("“yesterday” is no date");
});
