import { contract, price, settings, usage, type RowInput } from "../support/workbookFixture";
import { pastInvoices, type PastInvoice } from "../support/workbookInvoices";
import { bill, type Billed } from "../support/workbookRun";

/** A contract with usage and the invoice that another system wrote for it. */
interface ForeignCase {
  readonly id: string;
  readonly contract?: RowInput;
  readonly price?: RowInput & { readonly "Pricing model": string };
  readonly used: readonly (readonly [day: string, quantity: number])[];
  readonly invoices?: readonly Omit<PastInvoice, "contractId">[];
  readonly findings: readonly Readonly<Record<string, string | number>>[];
}

/** An invoice of April of one line, 100 calls at 2.00 unless said otherwise. */
const april = (
  number: string,
  quantity = 100,
  unitPrice = 2,
  row: RowInput = {},
): Omit<PastInvoice, "contractId"> => ({
  number,
  month: "2026-04",
  lines: [{ quantity, unitPrice, row: { Unit: "call" } }],
  row,
});

const hundred = [["2026-04-10", 100]] as const;
const ended = { "Effective to": "2026-03-31", "Discount %": 10, "Price ID": "OLD" };

const cases: readonly ForeignCase[] = [
  { id: "AGREES", used: hundred, invoices: [april("X-001")], findings: [] },
  // (100 - 90) × 2.00
  {
    id: "QUANTITY",
    used: hundred,
    invoices: [april("X-002", 90)],
    findings: [
      { Code: "QUANTITY_MISMATCH", Expected: 200, Found: 180, Difference: 20, "Invoice number": "X-002" },
    ],
  },
  // 100 × (2.00 - 2.10)
  {
    id: "PRICE",
    used: hundred,
    invoices: [april("X-003", 100, 2.1)],
    findings: [{ Code: "PRICE_MISMATCH", Expected: 200, Found: 210, Difference: -10 }],
  },
  // Quantity (100 - 90) × 2.00 = 20; price 90 × (2.00 - 2.10) = -9
  {
    id: "BOTH",
    used: hundred,
    invoices: [april("X-004", 90, 2.1)],
    findings: [
      { Code: "QUANTITY_MISMATCH", Difference: 20 },
      { Code: "PRICE_MISMATCH", Difference: -9 },
    ],
  },
  // Right quantity and price, but 199.00 instead of 200.00
  {
    id: "AMOUNT",
    used: hundred,
    invoices: [{ number: "X-005", month: "2026-04", lines: [{ quantity: 100, unitPrice: 2, amount: 199 }] }],
    findings: [{ Code: "AMOUNT_MISMATCH", Expected: 200, Found: 199, Difference: 1 }],
  },
  // 100,000 used, billed as 100 thousands at the price of one
  {
    id: "UNIT",
    used: [["2026-04-10", 100_000]],
    invoices: [april("X-006")],
    findings: [{ Code: "UNIT_MISMATCH", Expected: 200_000, Found: 200, Difference: 199_800 }],
  },
  { id: "UNBILLED", used: hundred, findings: [] },
  // March has an invoice for 100, used were 130: 30 × 2.00
  {
    id: "LATE",
    contract: { "Start date": "2026-03-01" },
    used: [
      ["2026-03-10", 130],
      ["2026-04-10", 100],
    ],
    invoices: [{ ...april("X-007"), month: "2026-03" }, april("X-008")],
    findings: [{ Code: "LATE_USAGE", Expected: 260, Found: 200, Difference: 60, Period: "2026-03" }],
  },
  // A period before the run's without any invoice: 50 × 2.00
  {
    id: "FORGOTTEN",
    contract: { "Start date": "2026-03-01" },
    used: [
      ["2026-03-10", 50],
      ["2026-04-10", 100],
    ],
    invoices: [april("X-009")],
    findings: [{ Code: "UNBILLED_USAGE", Expected: 100, Found: 0, Difference: 100, Period: "2026-03" }],
  },
  // March's fee of 75
  {
    id: "MISSING",
    contract: { "Start date": "2026-03-01" },
    price: { "Pricing model": "flat", Product: "Fee", "Flat fee": 75 },
    used: [],
    invoices: [
      {
        number: "X-010",
        month: "2026-04",
        lines: [{ product: "Fee", quantity: 1, unitPrice: 75, row: { Kind: "fixed" } }],
      },
    ],
    findings: [{ Code: "MISSING_PERIOD", Expected: 75, Found: 0, Difference: 75, Period: "2026-03" }],
  },
  // The second one is too much: 200
  {
    id: "DOUBLE",
    used: hundred,
    invoices: [april("X-011"), april("X-012")],
    findings: [{ Code: "DUPLICATE_INVOICE", Difference: -200 }],
  },
  {
    id: "EXPIRED",
    contract: { "Start date": "2026-01-01", "End date": "2026-01-31" },
    used: [],
    invoices: [april("X-013"), { ...april("X-014", 0), month: "2026-01" }],
    findings: [{ Code: "EXPIRED_CONTRACT_BILLED", Expected: 0, Found: 200, Difference: -200 }],
  },
  {
    id: "CURRENCY",
    used: hundred,
    invoices: [april("X-015", 100, 2, { Currency: "EUR" })],
    findings: [{ Code: "CURRENCY_MISMATCH", "Invoice number": "X-015" }],
  },
  // Minimum 300, of which 200 were billed
  {
    id: "MINIMUM",
    price: { "Pricing model": "per_unit", "Unit price": 2, Minimum: 300 },
    used: hundred,
    invoices: [april("X-016")],
    findings: [{ Code: "MINIMUM_NOT_BILLED", Expected: 300, Found: 200, Difference: 100 }],
  },
  // 10 % off until 31 March, still given in April: 200 - 180
  {
    id: "DISCOUNT",
    contract: { "Start date": "2026-03-01" },
    price: { "Pricing model": "per_unit", "Unit price": 2, "Effective from": "2026-04-01" },
    used: hundred,
    invoices: [
      { number: "X-017", month: "2026-04", lines: [{ quantity: 100, unitPrice: 2, amount: 180 }] },
      { ...april("X-018", 0), month: "2026-03" },
    ],
    findings: [{ Code: "DISCOUNT_EXPIRED", Expected: 200, Found: 180, Difference: 20 }],
  },
  {
    id: "IDLE",
    used: [],
    findings: [{ Code: "CONTRACT_WITHOUT_USAGE", Difference: 0 }],
  },
];

const others: readonly PastInvoice[] = [
  // No such contract.
  { ...april("X-019", 10), contractId: "NOBODY" },
  { ...april("X-020"), contractId: "CREDITED" },
  {
    number: "X-021",
    contractId: "CREDITED",
    month: "2026-04",
    lines: [{ quantity: 1, unitPrice: -250, row: { Kind: "adjustment" } }],
    row: { Type: "Credit note", Corrects: "X-020", "Reason code": "SLA" },
  },
  { ...april("X-022"), contractId: "REASONLESS" },
  {
    number: "X-023",
    contractId: "REASONLESS",
    month: "2026-04",
    lines: [{ quantity: 1, unitPrice: -50, row: { Kind: "adjustment" } }],
    row: { Type: "Credit note", Corrects: "X-022" },
  },
  // X-024 is missing.
  { ...april("X-025"), contractId: "GAP" },
];
const otherIds = ["CREDITED", "REASONLESS", "GAP"];

describe("reconciliation with the invoices of another system", () => {
  let billed: Billed;
  const all = [
    ...cases.flatMap(({ id, invoices = [] }) => invoices.map((invoice) => ({ ...invoice, contractId: id }))),
    ...others,
  ];
  beforeAll(async () => {
    const ids = [...cases.map(({ id }) => id), ...otherIds];
    billed = await bill({
      Settings: settings({ Currency: "USD" }),
      Contracts: ids.map((id) => contract(id, cases.find((foreignCase) => foreignCase.id === id)?.contract)),
      Prices: [
        ...cases.map((foreignCase) =>
          price(foreignCase.id, "per_unit", { "Unit price": 2, Unit: "call", ...foreignCase.price }),
        ),
        ...otherIds.map((id) => price(id, "per_unit", { "Unit price": 2, Unit: "call" })),
        price("DISCOUNT", "per_unit", { "Unit price": 2, ...ended }),
      ],
      Usage: [
        ...cases.flatMap(({ id, used }) => used.map(([day, quantity]) => usage(id, quantity, { Date: day }))),
        ...otherIds.map((id) => usage(id, 100)),
      ],
      ...pastInvoices(all),
    });
  });

  test.each(cases.map((foreignCase) => [foreignCase.id, foreignCase.findings] as const))(
    "%s",
    (id, findings) => {
      const shown = billed.findings(id);
      expect(shown.map((row) => row.Code).sort()).toEqual(findings.map((row) => String(row.Code)).sort());
      for (const finding of findings) {
        expect(shown.find((row) => row.Code === finding.Code)).toMatchObject(finding);
      }
    },
  );

  test("usage of the run's own period without an invoice is billed, not a finding", () => {
    expect(billed.invoice("UNBILLED")).toMatchObject({ Status: "Draft", Total: 200 });
  });

  test("an invoice of no contract", () => {
    expect(billed.findings("NOBODY")).toMatchObject([
      { Code: "INVOICE_WITHOUT_CONTRACT", "Invoice number": "X-019", Found: 20, Difference: -20 },
    ]);
  });

  // 250 credited of 200
  test("a credit above its invoice", () => {
    const [finding] = billed.findings("CREDITED").filter((row) => row.Code === "OVER_CREDITED");
    expect(finding).toMatchObject({ "Invoice number": "X-020", Difference: 50 });
  });

  test("a credit without a reason", () => {
    const [finding] = billed.findings("REASONLESS").filter((row) => row.Code === "CREDIT_WITHOUT_REASON");
    expect(finding).toMatchObject({ "Invoice number": "X-023" });
  });

  test("a gap in the numbers", () => {
    const gaps = billed.findings().filter((row) => row.Code === "INVOICE_NUMBER_GAP");
    expect(gaps).toMatchObject([{ "Invoice number": "X-025" }]);
  });

  test("invoices of other systems keep their figures", () => {
    for (const { number, contractId, lines } of all) {
      const amount = lines[0]?.amount ?? (lines[0]?.quantity ?? 0) * (lines[0]?.unitPrice ?? 0);
      const row = billed.invoices.find((invoice) => invoice["Invoice number"] === number);
      expect(row).toMatchObject({
        "Contract ID": contractId,
        Subtotal: amount,
        Total: amount,
        Status: "Issued",
      });
    }
  });

  test("each block ends with its totals, which the findings add up to", () => {
    for (const check of ["Usage to invoice", "Contract to invoice"]) {
      const rows = billed
        .table("Reconciliation")
        .filter((row) => row.Check === check && row.Currency === "USD");
      const sum = (sign: 1 | -1) =>
        rows
          .filter((row) => row.Code !== null && Number(row.Difference) * sign > 0)
          .reduce((cents, row) => cents + Math.round(Number(row.Difference) * 100), 0);
      const total = (words: string) =>
        rows.find((row) => row.Code === null && row.Cause === words)?.Difference;
      expect(Math.round(Number(total("Total under-billed")) * 100)).toBe(sum(1));
      expect(Math.abs(Math.round(Number(total("Total over-billed")) * 100))).toBe(-sum(-1));
    }
  });

  test("each finding has a plain cause, a source and the status Open", () => {
    for (const finding of billed.findings()) {
      expect(finding.Cause).toBeTruthy();
      expect(finding.Source).toMatch(/^.+![A-Z]+\d+$/);
      expect(finding.Status).toBe("Open");
    }
  });
});

describe("two documents of one number", () => {
  const twins = ["ONE", "OTHER"].map((contractId) => ({ ...april("X-001"), contractId }));
  let billed: Billed;
  beforeAll(async () => {
    billed = await bill({
      Contracts: ["ONE", "OTHER"].map((id) => contract(id)),
      Prices: ["ONE", "OTHER"].map((id) => price(id, "per_unit", { "Unit price": 2, Unit: "call" })),
      Usage: ["ONE", "OTHER"].map((id) => usage(id, 100)),
      ...pastInvoices(twins),
    });
  });

  test("are one finding and no other", () => {
    expect(billed.findings()).toMatchObject([{ Code: "DUPLICATE_NUMBER", "Invoice number": "X-001" }]);
  });

  test("keep the lines they have", () => {
    const lines = billed
      .table("Invoice lines")
      .map((row) => `${String(row["Contract ID"])} ${String(row.Amount)}`);
    expect(lines.sort()).toEqual(["ONE 200", "OTHER 200"]);
  });
});
