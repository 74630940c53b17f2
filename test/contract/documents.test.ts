import { contract, price, settings, usage, type RowInput } from "../support/workbookFixture";
import { pastInvoices } from "../support/workbookInvoices";
import { bill, type Billed } from "../support/workbookRun";

const fee = (contractId: string, amount: number): RowInput =>
  price(contractId, "flat", { Product: "Fee", "Flat fee": amount });

const adjustment = (id: string, contractId: string | undefined, amount: number, row: RowInput = {}) => ({
  "Adjustment ID": id,
  "Contract ID": contractId,
  "Customer ID": undefined,
  Date: "2026-04-20",
  Amount: amount,
  Description: `Adjustment ${id}`,
  "Reason code": "SLA",
  "Invoice number": undefined,
  ...row,
});

describe("adjustments and credit notes", () => {
  let billed: Billed;
  beforeAll(async () => {
    const march = (number: string, contractId: string) => ({
      number,
      contractId,
      month: "2026-03",
      lines: [
        {
          product: "Fee",
          quantity: 1,
          unitPrice: 100,
          row: { "Tax code": "STD", "Tax rate": 0.2, Kind: "fixed" },
        },
      ],
      row: { Tax: 20, Total: 120, Balance: 120 },
    });
    const since = { "Start date": "2026-03-01", "Tax code": "STD" };
    billed = await bill({
      Contracts: [
        contract("CREDIT"),
        contract("CHARGE"),
        contract("BY-CUSTOMER"),
        contract("OTHER-MONTH"),
        contract("NEGATIVE"),
        ...["NOTE", "FULL", "OVER", "WORDLESS"].map((id) => contract(id, since)),
      ],
      Prices: [
        ...["CREDIT", "CHARGE", "BY-CUSTOMER", "OTHER-MONTH"].map((id) => fee(id, 100)),
        fee("NEGATIVE", 10),
        ...["NOTE", "FULL", "OVER", "WORDLESS"].map((id) => fee(id, 100)),
      ],
      "Tax codes": [{ "Tax code": "STD", Rate: 0.2 }],
      ...pastInvoices([
        march("INV-2026-0001", "NOTE"),
        march("INV-2026-0002", "FULL"),
        march("INV-2026-0003", "OVER"),
        march("INV-2026-0004", "WORDLESS"),
      ]),
      Adjustments: [
        adjustment("A-1", "CREDIT", -12.5),
        adjustment("A-2", "CHARGE", 30),
        adjustment("A-3", undefined, -5, { "Customer ID": "K-BY-CUSTOMER" }),
        adjustment("A-4", "OTHER-MONTH", -5, { Date: "2026-05-02" }),
        adjustment("A-5", "NOTE", -25, { "Invoice number": "INV-2026-0001", "Reason code": "PRICE" }),
        adjustment("A-6", "FULL", -60, { "Invoice number": "INV-2026-0002" }),
        adjustment("A-7", "FULL", -40, { "Invoice number": "INV-2026-0002" }),
        adjustment("A-8", "OVER", -100.01, { "Invoice number": "INV-2026-0003" }),
        adjustment("A-9", "WORDLESS", -10, { "Invoice number": "INV-2026-0004", "Reason code": undefined }),
        adjustment("A-10", "NEGATIVE", -25),
      ],
    });
  });

  const creditNotes = (contractId: string) =>
    billed.invoicesOf(contractId).filter((row) => row.Type === "Credit note");

  test("a credit is a line of its own", () => {
    expect(billed.amounts("CREDIT")).toEqual(["fixed 100", "adjustment -12.5"]);
    expect(billed.invoice("CREDIT").Total).toBe(87.5);
  });

  test("a charge is one as well", () => {
    expect(billed.amounts("CHARGE")).toEqual(["fixed 100", "adjustment 30"]);
  });

  test("an adjustment finds the contract by its customer", () => {
    expect(billed.amounts("BY-CUSTOMER")).toEqual(["fixed 100", "adjustment -5"]);
  });

  test("an adjustment of another month waits", () => {
    expect(billed.amounts("OTHER-MONTH")).toEqual(["fixed 100"]);
  });

  // 10 - 25
  test("more credit than charges is a negative document", () => {
    expect(billed.invoice("NEGATIVE")).toMatchObject({ Type: "Credit note", Total: -15 });
    expect(billed.findings("NEGATIVE")).toEqual([]);
  });

  // -25 and 20 % of it
  test("a credit for an issued invoice is a document that corrects it", () => {
    expect(creditNotes("NOTE")).toMatchObject([
      { Corrects: "INV-2026-0001", "Reason code": "PRICE", Subtotal: -25, Tax: -5, Total: -30 },
    ]);
    expect(billed.invoicesOf("NOTE").find((row) => row["Invoice number"] === "INV-2026-0001")?.Total).toBe(
      120,
    );
  });

  // 60 + 40 = 100, of which the tax is 20
  test("two credits may use up an invoice to the cent", () => {
    const total = creditNotes("FULL").reduce((sum, row) => sum + Number(row.Total), 0);
    expect(total).toBe(-120);
  });

  test("a cent more than the invoice is refused at its row", () => {
    expect(creditNotes("OVER")).toEqual([]);
    const codes = billed.issues.filter(
      ({ Sheet, Cell }) => Sheet === "Adjustments" && /^[A-Z]+9$/.test(String(Cell)),
    );
    expect(codes).toMatchObject([{ Severity: "error" }]);
  });

  test("a credit without a reason is an issue at its cell and a finding", () => {
    expect(billed.codesAt("Adjustments!G10")).toHaveLength(1);
    expect(billed.findings("WORDLESS")).toMatchObject([{ Code: "CREDIT_WITHOUT_REASON" }]);
  });
});

describe("Invoice grouping = customer", () => {
  let billed: Billed;
  beforeAll(async () => {
    const of = (id: string, row: RowInput = {}) =>
      contract(id, { "Customer ID": "K-1", "Customer name": "Acme", ...row });
    billed = await bill({
      Settings: settings({ "Invoice grouping": "customer" }),
      Contracts: [
        of("C-1"),
        of("C-2"),
        of("C-3", { Currency: "EUR" }),
        contract("ALONE", { "Customer ID": "K-2" }),
      ],
      Prices: [fee("C-1", 10), fee("C-2", 20), fee("C-3", 30), fee("ALONE", 40)],
    });
  });

  test("contracts of one customer and currency share an invoice", () => {
    const shown = billed.invoices.map((row) => [
      row["Customer ID"],
      row["Contract ID"],
      row.Currency,
      row.Total,
    ]);
    expect(shown).toHaveLength(3);
    expect(shown).toContainEqual(["K-1", null, "USD", 30]);
    expect(shown).toContainEqual(["K-1", "C-3", "EUR", 30]);
    expect(shown).toContainEqual(["K-2", "ALONE", "USD", 40]);
  });

  test("each line keeps its contract", () => {
    const [shared] = billed.invoices.filter((row) => row["Contract ID"] === null);
    const lines = billed
      .table("Invoice lines")
      .filter((row) => row["Invoice number"] === shared?.["Invoice number"]);
    expect(lines.map((row) => [row.Line, row["Contract ID"], row.Amount])).toEqual([
      [1, "C-1", 10],
      [2, "C-2", 20],
    ]);
  });
});

describe("dates and terms", () => {
  let billed: Billed;
  beforeAll(async () => {
    billed = await bill(
      {
        Settings: settings({ "Payment terms": "Net 10" }),
        Customers: [
          { "Customer ID": "K-CUSTOMER", "Customer name": "Terms of its own", "Payment terms": "Net 14" },
          { "Customer ID": "K-CONTRACT", "Customer name": "Asked last", "Payment terms": "Net 14" },
          { "Customer ID": "K-DEFAULT", "Customer name": "No terms", "Payment terms": undefined },
        ],
        Contracts: [
          contract("CONTRACT", { "Payment terms": "Net 30" }),
          contract("CUSTOMER"),
          contract("DEFAULT"),
        ],
        Prices: ["CONTRACT", "CUSTOMER", "DEFAULT"].map((id) => fee(id, 10)),
      },
      { asOf: "2026-05-03" },
    );
  });

  test("the invoice date is the as-of date, the period the month", () => {
    expect(billed.invoice("DEFAULT")).toMatchObject({
      "Invoice date": "2026-05-03",
      "Period start": "2026-04-01",
      "Period end": "2026-04-30",
    });
  });

  // 3 May + 30, 14, 10 days
  test.each([
    ["CONTRACT", "2026-06-02"],
    ["CUSTOMER", "2026-05-17"],
    ["DEFAULT", "2026-05-13"],
  ])("terms of the %s", (id, due) => {
    expect(billed.invoice(id)["Due date"]).toBe(due);
  });

  test.each([
    ["Period end", "2026-04-30"],
    ["Day after", "2026-05-01"],
  ])("Invoice date = %s", async (value, date) => {
    const other = await bill(
      {
        Settings: settings({ "Invoice date": value }),
        Contracts: [contract("C")],
        Prices: [fee("C", 10)],
      },
      { asOf: "2026-05-03" },
    );
    expect(other.invoice("C")["Invoice date"]).toBe(date);
  });
});

describe("zero invoices", () => {
  const zeroBook = (setting: string | undefined) => ({
    Settings: settings(setting === undefined ? {} : { "Zero invoices": setting }),
    Contracts: [contract("USED"), contract("UNUSED")],
    Prices: ["USED", "UNUSED"].map((id) => price(id, "per_unit", { "Unit price": 1 })),
    Usage: [usage("USED", 0)],
  });

  test.each([
    [undefined, ["USED"]],
    ["Never", []],
    ["Always", ["UNUSED", "USED"]],
  ])("Zero invoices = %s", async (setting, expected) => {
    const billed = await bill(zeroBook(setting));
    expect(billed.invoices.map((row) => row["Contract ID"]).sort()).toEqual(expected);
  });
});
