import { contract, errorCell, formulaError, price, text, type RowInput } from "../support/workbookFixture";
import { bill, type Billed } from "../support/workbookRun";

/** Usage columns: A contract, B meter, C date, D quantity, E event, F customer. */
const event = (
  contractId: string | undefined,
  quantity: RowInput[string],
  id: string,
  row: RowInput = {},
) => ({
  "Contract ID": contractId,
  Meter: "Calls",
  Date: "2026-04-10",
  Quantity: quantity,
  "Event ID": id,
  "Customer ID": undefined,
  ...row,
});

const usageRows: readonly RowInput[] = [
  /* 2 */ event("GOOD", 10, "E-1"),
  /* 3 */ event("TWICE", 10, "E-2"),
  /* 4 */ event("TWICE", 10, "E-2"),
  /* 5 */ event("CONFLICT", 10, "E-3"),
  /* 6 */ event("CONFLICT", 11, "E-3"),
  /* 7 */ event("BYCUSTOMER", 10, "E-4"),
  /* 8 */ event(undefined, 5, "E-5", { "Customer ID": "K-BY-CUSTOMER" }),
  /* 9 */ event(undefined, 5, "E-6", { "Customer ID": "K-TWO" }),
  /* 10 */ event("UNPRICED", 5, "E-7", { Meter: "Storage" }),
  /* 11 */ event("BAD-QUANTITY", "many", "E-8"),
  /* 12 */ event("ERROR-QUANTITY", errorCell("#N/A"), "E-9"),
  /* 13 */ event("BAD-DATE", 5, "E-10", { Date: "soon" }),
  /* 14 */ event("EARLY", 5, "E-11"),
  /* 15 */ event("NEGATIVE", -5, "E-12"),
  /* 16 */ event("CLOSED", 21, "E-13"),
  /* 17 */ event("ERROR-PRICE", 5, "E-14"),
  /* 18 */ event("TEXT", "1,234.50", "E-15"),
  /* 19 */ event("TEXT", "(34.50)", "E-16"),
  /* 20 */ event("NO-METER", 5, "E-17", { Meter: undefined }),
  /* 21 */ event("ISO", 5, "E-18", { Date: text("2026-04-11") }),
  /* 22 */ event("OVERLAP", 5, "E-19"),
  /* 23 */ event("ERROR-FORMULA", formulaError("VLOOKUP(1,$A$1:$B$2,2,FALSE)", "#N/A"), "E-20"),
];

const ids = [
  "GOOD",
  "TWICE",
  "CONFLICT",
  "BY-CUSTOMER",
  "TWO-A",
  "TWO-B",
  "UNPRICED",
  "BAD-QUANTITY",
  "ERROR-QUANTITY",
  "ERROR-FORMULA",
  "BAD-DATE",
  "EARLY",
  "NEGATIVE",
  "CLOSED",
  "ERROR-PRICE",
  "TEXT",
  "NO-METER",
  "ISO",
  "OVERLAP",
  "UNUSED",
];

function contractOf(id: string): RowInput {
  if (id.startsWith("TWO")) return contract(id, { "Customer ID": "K-TWO" });
  return contract(id, id === "EARLY" ? { "Start date": "2026-04-15" } : {});
}

function pricesOf(id: string): RowInput[] {
  if (id === "CLOSED") return [price(id, "stairstep", { Tiers: "10: 0 + 50; 20: 0 + 80" })];
  if (id === "ERROR-PRICE") return [price(id, "per_unit", { "Unit price": errorCell("#REF!") })];
  const one = price(id, "per_unit", { "Unit price": 1 });
  return id === "OVERLAP" ? [one, { ...one, "Effective from": "2026-04-10" }] : [one];
}

/** Columns: A contract, B product, C model, D unit price, E tiers, F effective from. */
const prices: readonly RowInput[] = ids.flatMap(pricesOf);
const priceRow = (id: string) => prices.findIndex((row) => row["Contract ID"] === id) + 2;

describe("issues", () => {
  let billed: Billed;
  beforeAll(async () => {
    const headers = { "Contract ID": 0, Product: 0, "Pricing model": 0, "Unit price": 0, Tiers: 0 };
    const inOrder = prices.map((row) => ({
      ...Object.fromEntries(Object.keys(headers).map((header) => [header, undefined])),
      ...row,
    }));
    billed = await bill({ Contracts: ids.map(contractOf), Prices: inOrder, Usage: usageRows });
  });

  const shown = (code: string) =>
    billed.issues
      .filter((row) => row.Code === code)
      .map((row) => `${String(row.Severity)} ${String(row.Sheet)}!${String(row.Cell)}`);
  const at = (cell: string) =>
    billed.issues.filter((row) => `${String(row.Sheet)}!${String(row.Cell)}` === cell);

  test("a good contract is billed beside the bad ones", () => {
    expect(billed.amounts("GOOD")).toEqual(["usage 10"]);
    expect(billed.ran.status).toBe(1);
  });

  test("equal rows of one event count once", () => {
    expect(billed.amounts("TWICE")).toEqual(["usage 10"]);
    expect(shown("DUPLICATE_EVENT")).toEqual(["info Usage!E4"]);
  });

  test("an event with two contents holds the invoice", () => {
    expect(shown("CONFLICTING_EVENT")).toEqual(["error Usage!E6"]);
    expect(billed.heldCodes("CONFLICT")).toEqual(["CONFLICTING_EVENT"]);
    expect(billed.invoicesOf("CONFLICT")).toEqual([]);
  });

  test("an unknown contract holds nothing, with a hint at the one meant", () => {
    expect(shown("UNKNOWN_CONTRACT")).toEqual(["error Usage!A7"]);
    const [issue] = at("Usage!A7");
    expect(issue).toMatchObject({ Value: "BYCUSTOMER", "Held invoice": null });
    expect(issue?.Message).toContain("BY-CUSTOMER");
  });

  test("an unknown contract's usage is a finding", () => {
    const found = billed.findings().filter((row) => row.Code === "USAGE_WITHOUT_CONTRACT");
    expect(found.map((row) => String(row.Source).replace(/![A-Z]+/, "!"))).toContain("Usage!7");
  });

  test("usage finds its contract by the customer", () => {
    expect(billed.amounts("BY-CUSTOMER")).toEqual(["usage 5"]);
  });

  test("a customer of two contracts is an error at its cell", () => {
    expect(at("Usage!F9")).toMatchObject([{ Severity: "error", Value: "K-TWO" }]);
  });

  test("usage whose contract cannot be found is either held or a finding, not both", () => {
    const found = billed.findings().filter((row) => String(row.Source).endsWith("9"));
    expect([found.length > 0, billed.heldCodes("TWO-A") !== undefined].filter(Boolean)).toHaveLength(1);
  });

  test("usage without a price is an issue at its meter", () => {
    expect(at("Usage!B10")).toMatchObject([{ Value: "Storage" }]);
  });

  test("a price without usage is a warning", () => {
    expect(shown("PRICE_WITHOUT_USAGE")).toContain(`warning Prices!B${String(priceRow("UNUSED"))}`);
  });

  test("a quantity that is text holds the invoice", () => {
    expect(at("Usage!D11")).toMatchObject([{ Code: "NOT_A_NUMBER", Severity: "error", Value: "many" }]);
    expect(billed.heldCodes("BAD-QUANTITY")).toEqual(["NOT_A_NUMBER"]);
  });

  test("an error cell in Usage holds the invoice", () => {
    expect(at("Usage!D12")).toMatchObject([{ Code: "ERROR_CELL", Severity: "error", Value: "#N/A" }]);
    expect(billed.heldCodes("ERROR-QUANTITY")).toEqual(["ERROR_CELL"]);
  });

  test("a formula that gives an error is an error cell", () => {
    expect(at("Usage!D23")).toMatchObject([{ Code: "ERROR_CELL", Severity: "error", Value: "#N/A" }]);
    expect(billed.heldCodes("ERROR-FORMULA")).toEqual(["ERROR_CELL"]);
  });

  test("an error cell in Prices holds the invoice", () => {
    const cell = `Prices!D${String(priceRow("ERROR-PRICE"))}`;
    expect(at(cell)).toMatchObject([{ Code: "ERROR_CELL", Severity: "error", Value: "#REF!" }]);
    expect(billed.heldCodes("ERROR-PRICE")).toEqual(["ERROR_CELL"]);
  });

  test("a date that is none holds the invoice", () => {
    expect(at("Usage!C13")).toMatchObject([{ Severity: "error", Value: "soon" }]);
    expect(billed.invoicesOf("BAD-DATE")).toEqual([]);
  });

  test("usage before the contract's start is outside, billed to nobody", () => {
    expect(shown("USAGE_OUTSIDE_CONTRACT")).toEqual(["error Usage!C14"]);
    expect(billed.heldCodes("EARLY")).toBeUndefined();
    expect(billed.findings("EARLY").map((row) => row.Code)).toContain("USAGE_WITHOUT_CONTRACT");
  });

  test("a negative total holds the invoice", () => {
    expect(billed.heldCodes("NEGATIVE")).toHaveLength(1);
    expect(billed.invoicesOf("NEGATIVE")).toEqual([]);
  });

  test("a quantity above a closed last tier holds the invoice", () => {
    expect(billed.heldCodes("CLOSED")).toHaveLength(1);
    expect(billed.invoicesOf("CLOSED")).toEqual([]);
  });

  // 1,234.50 - 34.50
  test("text that is a number without doubt is read, with a warning", () => {
    expect(billed.amounts("TEXT")).toEqual(["usage 1200"]);
    expect(shown("NUMBER_AS_TEXT")).toEqual(["warning Usage!D18"]);
  });

  test("a missing required value is an error at the empty cell", () => {
    expect(at("Usage!B20")).toMatchObject([{ Severity: "error" }]);
  });

  test("an ISO date as text is a date", () => {
    expect(billed.amounts("ISO")).toEqual(["usage 5"]);
  });

  test("two prices of one product overlapping in time hold the invoice", () => {
    const rows = [priceRow("OVERLAP"), priceRow("OVERLAP") + 1];
    const told = billed.issues.filter(
      ({ Sheet, Cell }) => Sheet === "Prices" && rows.includes(Number(String(Cell).slice(1))),
    );
    expect(told.map((row) => row.Severity)).toContain("error");
    expect(billed.invoicesOf("OVERLAP")).toEqual([]);
  });

  test("control totals: read = rated + rejected + duplicate + outside + filtered", () => {
    const totals = billed.table("Control totals");
    for (const measure of ["Rows", "Quantity"]) {
      for (const row of totals) {
        const fates = ["rated", "rejected", "duplicate", "outside", "filtered"];
        const sum = fates.reduce((all, fate) => all + Number(row[`${measure} ${fate}`]), 0);
        expect(sum).toBe(Number(row[`${measure} read`]));
      }
    }
    const read = totals.reduce((all, row) => all + Number(row["Rows read"]), 0);
    expect(read).toBe(usageRows.length);
    // No meter of this book has a filter: what is above the last tier or below zero is rejected.
    expect(totals.map((row) => row["Rows filtered"])).toEqual(totals.map(() => 0));
  });

  test("issues with an invoice to hold name it", () => {
    const held = new Set(billed.json.heldInvoices.map((row) => row.contractId));
    const named = billed.issues.flatMap((row) => row["Held invoice"]?.toString().split(", ") ?? []);
    expect(new Set(named)).toEqual(held);
  });

  test("the JSON and the sheet tell the same issues", () => {
    const ofSheet = billed.issues.map(
      (row) => `${String(row.Code)} ${String(row.Sheet)}!${String(row.Cell)}`,
    );
    const ofJson = billed.json.issues.map((issue) => `${issue.code} ${issue.sheet}!${issue.cell}`);
    expect(ofJson).toEqual(ofSheet);
  });

  test("no number or document is left of a held invoice", () => {
    expect(billed.json.held).toBe(billed.json.heldInvoices.length);
    expect(billed.json.invoices).toBe(billed.invoices.length);
  });
});

test("a year that cannot be right is an error, and does not become the period", async () => {
  const usage = [event("GOOD", 10, "E-1"), event("SLIP", 5, "E-2", { Date: "5280-10-06" })];
  const billed = await bill({
    Contracts: ["GOOD", "SLIP"].map((id) => contract(id)),
    Prices: ["GOOD", "SLIP"].map((id) => price(id, "per_unit", { "Unit price": 1 })),
    Usage: usage,
  });
  expect(billed.json.period).toBe("2026-04");
  expect(billed.amounts("GOOD")).toEqual(["usage 10"]);
  expect(billed.heldCodes("SLIP")).toEqual(["OUT_OF_RANGE"]);
  expect(billed.issues.filter(({ Code }) => Code === "OUT_OF_RANGE")).toMatchObject([
    {
      Sheet: "Usage",
      Cell: "C3",
      Message: expect.stringContaining("from 1990-01-01 to 2099-12-31") as string,
    },
  ]);
});
