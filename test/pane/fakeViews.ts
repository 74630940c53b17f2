import type { AnswerOf, ViewOf } from "../../src/taskpane/client/sessionClient";

const at = (sheet: string, row: number, column: number) => ({ sheet, row, column });
const eur = (amount: number) => ({ currency: "EUR", amount });

const table = (role: string, sheet: string | undefined, rows: number, missing: readonly string[] = []) => ({
  role,
  help: `${role} of the example`,
  isRequired: sheet !== undefined,
  sheet,
  rows,
  columnsFound: 3 - missing.length,
  columnsNeeded: 3,
  missing,
  header: sheet === undefined ? undefined : at(sheet, 0, 0),
});

export const sheetsView: ViewOf<"sheets"> = {
  tables: [
    table("Contracts", "Contracts", 44),
    table("Prices", "Rate card", 60, ["Unit price"]),
    table("Usage", "Usage", 99_321),
    table("Payments", undefined, 0),
  ],
  sheets: ["Contracts", "Rate card", "Usage"],
  periods: [
    { id: "2026-10", isBilled: false, rows: 99_000 },
    { id: "2026-09", isBilled: true, rows: 321 },
  ],
  period: "2026-10",
  asOf: "2026-10-31",
  whyNoPeriod: undefined,
  notRead: [
    {
      kind: "column",
      at: at("Usage", 0, 6),
      header: "Discount",
      table: "Usage",
      resembles: "Discount %",
      isWarning: true,
      canBeKnown: true,
    },
    {
      kind: "sheet",
      at: at("September", 0, 0),
      header: "",
      table: "Usage",
      resembles: "",
      isWarning: true,
      canBeKnown: false,
    },
    {
      kind: "column",
      at: at("Usage", 0, 7),
      header: "Remark",
      table: "Usage",
      resembles: "",
      isWarning: false,
      canBeKnown: false,
    },
  ],
  isEmpty: false,
  usageEndings: [".csv"],
  hasCells: true,
  obstacle: undefined,
};

export const mappingView: ViewOf<"mapping"> = {
  role: "Prices",
  sheet: "Rate card",
  headers: ["SKU", "Rate", "Note"],
  fields: [
    {
      field: "productId",
      title: "Product ID",
      help: "Which product",
      isRequired: true,
      header: "SKU",
      sample: { shown: "api", readAs: "api", at: at("Rate card", 1, 0) },
      good: 60,
      bad: 0,
      firstBad: undefined,
    },
    {
      field: "unitPrice",
      title: "Unit price",
      help: "What one costs",
      isRequired: true,
      header: "Rate",
      sample: { shown: "0,05", readAs: "0.05", at: at("Rate card", 1, 1) },
      good: 58,
      bad: 2,
      firstBad: at("Rate card", 7, 1),
    },
  ],
};

const columnNotRead: ViewOf<"check">["groups"][number] = {
  key: "warning|COLUMN_NOT_READ|Usage|6",
  code: "COLUMN_NOT_READ",
  severity: "warning",
  changesMoney: true,
  sheet: "Usage",
  count: 1,
  cells: 1,
  stakes: [],
  issues: [
    {
      code: "COLUMN_NOT_READ",
      severity: "warning",
      at: at("Usage", 0, 6),
      value: "Discount",
      message: "Usage does not read the column “Discount”",
      stake: undefined,
      cells: 1,
      holds: [],
    },
  ],
};

export const checkView: ViewOf<"check"> = {
  period: "2026-10",
  asOf: "2026-10-31",
  controlTotals: [
    {
      meter: "API calls",
      unit: "call",
      read: 99_000,
      readQuantity: 1_000_000,
      fates: [
        { fate: "rated", rows: 98_990, quantity: 999_000 },
        { fate: "rejected", rows: 10, quantity: 1_000 },
      ],
    },
  ],
  groups: [
    {
      key: "error|NOT_A_NUMBER|Usage|3",
      code: "NOT_A_NUMBER",
      severity: "error",
      changesMoney: false,
      sheet: "Usage",
      count: 3,
      cells: 3,
      stakes: [eur(1822.5)],
      issues: [
        {
          code: "NOT_A_NUMBER",
          severity: "error",
          at: at("Usage", 16, 3),
          value: "n/a",
          message: "quantity “n/a” is no number",
          stake: eur(1822.5),
          cells: 1,
          holds: ["CT-0026"],
        },
      ],
    },
    columnNotRead,
    {
      key: "warning|NUMBER_AS_TEXT|Rate card|1",
      code: "NUMBER_AS_TEXT",
      severity: "warning",
      changesMoney: false,
      sheet: "Rate card",
      count: 1,
      cells: 1,
      stakes: [],
      issues: [
        {
          code: "NUMBER_AS_TEXT",
          severity: "warning",
          at: at("Rate card", 7, 1),
          value: "0,05",
          message: "unit price is the text “0,05”; it was read as 0.05",
          stake: undefined,
          cells: 1,
          holds: [],
        },
      ],
    },
  ],
  held: [
    {
      contractId: "CT-0026",
      customer: "Zephyrine Airlines",
      codes: ["NOT_A_NUMBER"],
      at: at("Usage", 16, 3),
      cause: "quantity “n/a” is no number",
      amount: eur(1822.5),
    },
  ],
  errors: 3,
  warnings: 2,
};

export const invoiceRow = (index: number): ViewOf<"review">[number] => ({
  number: `DRAFT-CT-${String(index).padStart(4, "0")}`,
  status: index % 2 === 0 ? "Draft" : "Paid",
  type: index === 3 ? "credit_note" : "invoice",
  customerId: `C-${index}`,
  customer: `Customer number ${index}`,
  contractId: `CT-${String(index).padStart(4, "0")}`,
  period: "2026-10",
  dueDate: "2026-11-30",
  total: eur(100 + index),
  lines: 2,
  isWritten: false,
  acts: [],
});

export const invoiceRows: ViewOf<"review"> = Array.from({ length: 3000 }, (_, index) => invoiceRow(index));

export const previewView: ViewOf<"preview"> = {
  period: "2026-10",
  asOf: "2026-10-31",
  totals: [{ currency: "EUR", invoices: 41, subtotal: 1000, tax: 190, total: 1190 }],
  invoices: invoiceRows.slice(0, 30),
  held: checkView.held,
  warnings: [columnNotRead],
  notRead: sheetsView.notRead.filter(({ isWarning }) => isWarning),
  changes: [
    {
      customer: "Customer number 1",
      customerId: "C-1",
      currency: "EUR",
      before: 10,
      now: 101,
      share: 9.1,
      isFirst: false,
      isHeld: false,
    },
    {
      customer: "Zephyrine Airlines",
      customerId: "C-9",
      currency: "EUR",
      before: 50,
      now: 0,
      share: -1,
      isFirst: false,
      isHeld: true,
    },
  ],
  unformatted: 0,
  writes: [
    { sheet: "Invoices", action: "replaced", rows: 30 },
    { sheet: "DRAFT-CT-0000", action: "new", rows: 45 },
  ],
  runId: "run-1",
};

export const invoiceView = (number: string): AnswerOf<"review", "invoice"> => ({
  ...invoiceRow(0),
  number,
  canBeCredited: false,
  waiting: undefined,
  subtotal: 84.03,
  tax: 15.97,
  details: [
    {
      line: 1,
      product: "Request volume",
      kind: "usage",
      tier: "1 to 1000",
      period: "2026-10",
      quantity: "1000",
      unit: "call",
      unitPrice: "0.08403",
      amount: eur(84.03),
    },
  ],
});

export const explanationView: AnswerOf<"review", "explain"> = {
  sentence: "1,000 × 0.08403 = 84.03",
  tiers: ["1 to 1000: 1,000 × 0.08403 = 84.03"],
  rounding: "rounded once to cents",
  price: at("Rate card", 1, 1),
  rows: [{ at: at("Usage", 1, 3), quantity: "1000" }],
  rowCount: 2,
  differsFrom: "84.04",
};

export const reconcileView: ViewOf<"reconcile"> = {
  totals: [
    { currency: "EUR", underBilled: 120.5, overBilled: 20, net: 100.5, rate: 0.0125, documents: 41 },
    { currency: "USD", underBilled: 0, overBilled: 0, net: 0, rate: 0, documents: 3 },
    { currency: "JPY", underBilled: 0, overBilled: 0, net: 0, rate: undefined, documents: 0 },
  ],
  held: checkView.held,
  causes: [
    { code: "UNBILLED_USAGE", count: 2, sum: eur(120.5) },
    { code: "PRICE_DIFFERS", count: 1, sum: eur(-20) },
  ],
  findings: [
    {
      key: "a",
      check: "Usage to invoice",
      code: "UNBILLED_USAGE",
      severity: "error",
      customerId: "C-1",
      contractId: "CT-0001",
      invoiceNumber: "INV-1",
      period: "2026-10",
      meter: "API calls",
      expected: 220.5,
      found: 100,
      difference: eur(120.5),
      cause: "usage came after the invoice",
      source: at("Usage", 40, 3),
      status: "Open",
      comment: "",
      statusCell: at("Reconciliation", 4, 14),
      commentCell: at("Reconciliation", 4, 16),
    },
  ],
};

export const settingViews: ViewOf<"settings"> = [
  { name: "Company name", value: "Harbour Ltd", help: "printed", choices: undefined, isDefault: false },
  {
    name: "Rounding mode",
    value: "half_up",
    help: "how amounts round",
    choices: ["half_up", "half_even"],
    isDefault: true,
  },
  { name: "Address", value: "Quay 1\nPortmere", help: "two lines", choices: undefined, isDefault: false },
];
