import ExcelJS from "exceljs";
import { dayOf, parseIsoDay } from "../../calendar/day";
import type { InvoiceStatus } from "../../documents/invoices.table";
import type { InvoiceLine } from "../../invoicing/invoice";
import { Decimal, zero } from "../../money/decimal";
import { applyPlan } from "../../../workbook/xlsx/write/applyPlan";
import { emptyPackage } from "../../../workbook/xlsx/package/emptyPackage";
import { sheetNameOf } from "./invoiceSheet";
import { Column } from "./columns";
import {
  amountBeside,
  rowWith,
  shownTexts,
  testInvoice,
  testItem,
  testLine,
  testSettings,
  testSheet,
} from "./testData";
import type { PlannedSheet } from "../plan";

const adjustment = testLine({
  kind: "adjustment",
  description: "Outage of 12 October",
  quantity: new Decimal(1),
  unit: "",
  unitPrice: new Decimal(-64),
});

/** Every cell of the merged areas, once for each area it belongs to. */
function mergedCells({ merges = [] }: PlannedSheet): string[] {
  return merges.flatMap((area) => {
    const [, left, top, right, bottom] = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(area)!;
    const cells: string[] = [];
    for (let row = Number(top); row <= Number(bottom); row++) {
      for (let column = left!.charCodeAt(0); column <= right!.charCodeAt(0); column++) {
        cells.push(String.fromCharCode(column) + String(row));
      }
    }
    return cells;
  });
}

describe("the name of an invoice's sheet", () => {
  it.each([
    ["INV-2026-0001", "INV-2026-0001"],
    ["INV/2026/0001", "INV-2026-0001"],
    ["[A]:B*C?D\\E", "-A--B-C-D-E"],
    ["'quoted'", "quoted"],
    ["DRAFT-ACME-INTERNATIONAL-HOLDINGS-2026-10-USD", "DRAFT-ACME-INTERNATIONAL-HOLDIN"],
    ["A".repeat(30) + "' B", "A".repeat(30)],
    ["A".repeat(30) + "😀", "A".repeat(30)],
    ["History", "Invoice History"],
    ["'", "Invoice"],
  ])("makes %s %s", (number, name) => {
    expect(sheetNameOf(number)).toBe(name);
  });
});

describe("the heading", () => {
  it("has the company, the customer and the facts, and nothing that is empty", () => {
    const customer = {
      customerId: "C-1",
      customerName: "Blue Heron Ltd",
      addressLine1: "1 Quay Street",
      city: "Bristol",
      postalCode: "BS1 4DJ",
      country: "GB",
      taxId: "GB123456789",
      buyerReference: "FIN/77",
    };
    const texts = shownTexts(testSheet({ customer, poNumber: "0045127" }));
    expect(texts.slice(0, texts.indexOf("Description | Quantity | Unit | Unit price | Amount EUR"))).toEqual([
      "Harbour Cloud Services Ltd",
      "14 Lighthouse Quay",
      "Portmere",
      "Tax ID IE1234567FA",
      "Invoice",
      "Bill to",
      "Blue Heron Ltd | Invoice number | INV-2026-0001",
      "1 Quay Street | Invoice date | 31 Oct 2026",
      "Bristol | Due date | 30 Nov 2026",
      "BS1 4DJ | Service period | 1 to 31 Oct 2026",
      "United Kingdom | Payment terms | Net 30",
      "Tax ID GB123456789 | PO number | 0045127",
      "Buyer reference | FIN/77",
      "Customer ID | C-1",
      "Contract | K-1",
    ]);
  });

  it.each<[InvoiceStatus, string]>([
    ["draft", "Draft invoice"],
    ["in_review", "Draft invoice"],
    ["approved", "Invoice"],
    ["issued", "Invoice"],
    ["void", "Void invoice"],
  ])("of a document that is %s is %s", (status, title) => {
    expect(shownTexts(testSheet({ status }))).toContain(title);
  });

  it("marks a draft at the foot of every page and asks for no payment", () => {
    const sheet = testSheet({ status: "draft", number: "DRAFT-K-1-2026-10-EUR" });
    expect(sheet.page!.footer).toContain("Draft invoice DRAFT-K-1-2026-10-EUR");
    const texts = shownTexts(sheet).join("\n");
    expect(texts).toContain("Draft reference | DRAFT-K-1-2026-10-EUR");
    expect(texts).toContain("Draft invoice\nDRAFT for review: not issued, no payment is due");
    expect(texts).toContain(
      "No payment is due yet. Once issued, the amount is to be paid by 30 Nov 2026 (Net 30).",
    );
    expect(texts).toContain("To pay once issued EUR");
    expect(texts).not.toMatch(/Please pay|Amount due/);
  });

  it("names the days that the contract's lines serve, not those of the run", () => {
    const from = dayOf(2026, 10, 18);
    const to = dayOf(2026, 10, 31);
    const late = testLine({
      period: { from: dayOf(2026, 9, 1), to: dayOf(2026, 9, 30) },
      item: testItem({}, { late: { all: [], before: [] } }),
    });
    const lines = [testLine({ period: { from, to } }), late, adjustment];
    expect(shownTexts(testSheet({ lines })).join("\n")).toContain("Service period | 18 to 31 Oct 2026");
    expect(shownTexts(testSheet({ lines: [adjustment] })).join("\n")).not.toContain("Service period");
  });
});

describe("the lines", () => {
  it("have live amounts, and below them what the figures do not tell", () => {
    const sheet = testSheet({ lines: [testLine({ item: testItem(), flatFee: new Decimal(5) })] });
    const row = rowWith(sheet, "API calls");
    const [description, , quantity, unit, unitPrice, amount] = sheet.rows[row]!;
    expect([description, quantity, unit, unitPrice].map((cell) => cell!.value.toString())).toEqual([
      "API calls",
      "1000",
      "calls",
      "0.0375",
    ]);
    expect(amount).toMatchObject({ value: new Decimal("37.5"), formula: "'Invoice lines'!O12" });
    expect(sheet.rows[row + 1]![0]!.value).toBe("Including a fee of 5.00");
  });

  it("refer to the sheet of the lines by any name", () => {
    const sheet = testSheet({}, { linesTable: { sheet: "Bob's lines", firstRow: 4 } });
    expect(amountBeside(sheet, "API calls").formula).toBe("'Bob''s lines'!O5");
  });

  it("stand below a heading for each contract and still refer to their own rows", () => {
    const lines = ["K-1", "K-2", "K-1"].map((contractId, index) =>
      testLine({ contractId, description: `Line ${String(index)}` }),
    );
    const sheet = testSheet({ lines, contractId: "" });
    const shown = shownTexts(sheet).filter((text) => /^(Contract|Line) /.test(text));
    expect(shown.map((text) => text.split(" | ")[0])).toEqual([
      "Contract K-1",
      "Line 0",
      "Line 2",
      "Contract K-2",
      "Line 1",
    ]);
    const formulas = lines.map(({ description }) => amountBeside(sheet, description).formula);
    expect(formulas).toEqual(["'Invoice lines'!O12", "'Invoice lines'!O13", "'Invoice lines'!O14"]);
  });

  it("have no columns without anything in them, and the others take their width", () => {
    const spans = (lines: readonly InvoiceLine[]) => {
      const sheet = testSheet({ lines });
      const header = rowWith(sheet, "Description");
      const texts = sheet.rows[header]!.map((cell) => cell?.value.toString() ?? "");
      const merges = sheet.merges!.filter((area) =>
        area.startsWith(/[A-F]/.exec(area)![0] + String(header + 1)),
      );
      return [texts.filter((text) => text !== ""), merges.map((area) => area.replace(/\d/g, ""))];
    };
    const unitless = testLine({ unit: "" });
    const feeAlone = testLine({ unitPrice: zero, flatFee: new Decimal(80) });
    expect(spans([testLine()])).toEqual([
      ["Description", "Quantity", "Unit", "Unit price", "Amount EUR"],
      [],
    ]);
    expect(spans([unitless])).toEqual([["Description", "Quantity", "Unit price", "Amount EUR"], ["C:D"]]);
    expect(spans([feeAlone])).toEqual([["Description", "Quantity", "Unit", "Amount EUR"], ["D:E"]]);
    expect(spans([adjustment])).toEqual([["Description", "Amount EUR"], ["A:E"]]);
  });

  it("need no heading for one contract", () => {
    expect(shownTexts(testSheet())).not.toContain("Contract K-1");
  });

  it("write text as text, whatever it starts with", () => {
    const cell = testSheet({ lines: [testLine({ description: "=1+1" })] })
      .rows.flat()
      .find((planned) => planned?.value === "=1+1");
    expect(cell).toBeDefined();
    expect(cell!.formula).toBeUndefined();
  });

  it("get rows that are high enough for long descriptions", () => {
    const description = "Data transfer between regions and availability zones, ".repeat(4).trim();
    const sheet = testSheet({ lines: [testLine({ description })] });
    expect(sheet.heights!.get(rowWith(sheet, description))).toBeGreaterThan(4 * 12);
  });
});

describe("a credit note", () => {
  const credit = {
    type: "credit_note",
    number: "CN-2026-0001",
    corrects: "INV-2026-0007",
    reasonCode: "SERVICE",
    lines: [adjustment],
  } as const;

  it("says in one sentence what it corrects and why, and has no due date", () => {
    const texts = shownTexts(testSheet(credit, { correctsDate: dayOf(2026, 9, 30) })).join("\n");
    expect(texts).toContain(
      "Credit note\nCredit note CN-2026-0001 for invoice INV-2026-0007 of 30 Sep 2026: fault of the service\n",
    );
    expect(texts).toContain("Credit note number | CN-2026-0001");
    expect(texts).toContain("Corrects invoice | INV-2026-0007");
    expect(texts).not.toContain("Due date");
    expect(texts).not.toContain("Payment terms");
  });

  it.each([
    ["SLA, PRICE_CORRECTION", "service level not met, price correction"],
    ["price-error", "corrected price"],
    ["", ""],
  ])("writes the reason %s out as %s", (reasonCode, words) => {
    const texts = shownTexts(testSheet({ ...credit, corrects: "", reasonCode }));
    expect(texts).toContain(`Credit note CN-2026-0001${words && `: ${words}`}`);
  });

  it("promises nothing while it is a draft", () => {
    const texts = shownTexts(testSheet({ ...credit, status: "draft" })).join("\n");
    expect(texts).toContain("Draft credit note for invoice INV-2026-0007: fault of the service");
    expect(texts).toContain(
      "Once issued, this amount is credited to your account against invoice INV-2026-0007.",
    );
    expect(texts).toContain("To credit once issued EUR");
    expect(texts).not.toContain("Amount credited");
  });

  it("shows what is given back as a positive amount and asks for nothing", () => {
    const sheet = testSheet(credit);
    const total = rowWith(sheet, "Total EUR");
    expect(amountBeside(sheet, "Total EUR").value.toString()).toBe("-76.8");
    expect(amountBeside(sheet, "Amount credited EUR")).toMatchObject({
      value: new Decimal("76.8"),
      formula: `-F${String(total + 1)}`,
    });
    const texts = shownTexts(sheet).join("\n");
    expect(texts).toContain(
      "This amount is credited to your account against invoice INV-2026-0007; there is nothing to pay.",
    );
    expect(texts).not.toContain("IBAN");
  });
});

describe("the end", () => {
  const payment = (changes: Parameters<typeof testSheet>[0]) => shownTexts(testSheet(changes)).join("\n");

  it("asks for payment with the bank details and adds the terms", () => {
    const texts = payment({});
    expect(texts).toContain(
      "Please pay the amount due by 30 Nov 2026 (Net 30) and quote INV-2026-0001.\n\nQuayside Bank, Cork\nIBAN",
    );
    expect(texts).toMatch(/Terms and conditions\nQueries within 14 days\.$/);
  });

  it("names the discount for early payment", () => {
    expect(payment({ termsText: "2/10 Net 30" })).toContain("If you pay by 10 Nov 2026, you may deduct 2 %.");
    expect(payment({ termsText: "2/10, 1/20, Net 30" })).toContain(
      "deduct 2 %. If you pay by 20 Nov 2026, you may deduct 1 %.",
    );
  });

  it("asks for payment on receipt", () => {
    const dueDate = parseIsoDay("2026-10-31")!;
    expect(payment({ dueDate, termsText: "Due on receipt" })).toContain(
      "Please pay the amount due on receipt and quote",
    );
  });

  it("asks for nothing where nothing is owed", () => {
    const lines = [testLine({ kind: "included", unitPrice: zero, amount: zero })];
    const texts = payment({ lines });
    expect(texts).toContain("There is nothing to pay.");
    expect(texts).not.toContain("IBAN");
    expect(payment({ status: "void" })).toContain("Amount cancelled EUR");
  });
});

describe("the sheet as a whole", () => {
  const empty = {
    companyName: "",
    companyAddress: "",
    companyTaxId: "",
    bankDetails: "",
    termsAndConditions: "",
  };
  const long = "Amounts are payable in the currency of the invoice and without deduction. ".repeat(150);
  const sheets = [
    testSheet(),
    testSheet({}, { settings: { ...empty, taxRounding: "invoice" } }),
    testSheet({ lines: Array.from({ length: 60 }, () => testLine()), status: "draft" }),
    testSheet(
      { lines: [testLine({ description: long, unit: long }), adjustment] },
      {
        settings: { ...testSettings, bankDetails: long, termsAndConditions: long },
      },
    ),
    testSheet({ customer: { customerId: "C-1", customerName: "W".repeat(2000) }, taxes: [] }),
  ];

  it.each(sheets)("has no cell in two merged areas", (sheet) => {
    const cells = mergedCells(sheet);
    expect(new Set(cells).size).toBe(cells.length);
  });

  it.each(sheets)("has rows that Excel takes", (sheet) => {
    for (const [row, height] of sheet.heights!) {
      expect(row).toBeLessThan(sheet.rows.length);
      expect(height).toBeGreaterThan(0);
      expect(height).toBeLessThanOrEqual(409);
    }
  });

  it("can be written", () => {
    const plan = {
      sheets: sheets.map((sheet, index) => ({ ...sheet, name: `${sheet.name} ${String(index)}` })),
      removedSheets: [],
      appended: [],
    };
    expect(applyPlan(emptyPackage(), plan).length).toBeGreaterThan(0);
  });

  it("keeps a long text in full", () => {
    const { rows } = sheets[3]!;
    const terms = rows.slice(rowWith(sheets[3]!, "Terms and conditions") + 1).map((row) => row[0]!.value);
    expect(terms.join(" ")).toBe(long.trim());
  });

  it("reads back with its texts, amounts and page", async () => {
    const lines = Array.from({ length: 60 }, () => testLine({ unit: "" }));
    const planned = testSheet({ lines });
    const bytes = applyPlan(emptyPackage(), { sheets: [planned], removedSheets: [], appended: [] });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.slice().buffer);
    const read = book.getWorksheet("INV-2026-0001")!;
    const header = rowWith(planned, "Description") + 1;
    expect(read.getCell(header, Column.quantity + 1).value).toBe("Quantity");
    expect(read.getCell(header, Column.unit + 1).master.address).toBe(`C${String(header)}`);
    const amount = read.getCell(header + 2, Column.amount + 1);
    expect([amount.formula, amount.result]).toEqual(["'Invoice lines'!O12", 37.5]);
    expect(read.pageSetup).toMatchObject({ fitToPage: true, fitToWidth: 1, fitToHeight: 0 });
  });

  it("is in the customer's language", () => {
    const customer = {
      customerId: "C-1",
      customerName: "Reiher GmbH",
      taxId: "DE123456789",
      language: "de-DE",
    };
    const texts = shownTexts(testSheet({ customer })).join("\n");
    expect(texts).toContain("Rechnungsnummer | INV-2026-0001");
    expect(texts).toContain("Leistungszeitraum | 01.10.2026 bis 31.10.2026");
    expect(texts).toContain("Beschreibung | Menge | Einheit | Einzelpreis | Betrag EUR");
    expect(texts).toContain(
      "Bitte zahlen Sie den Betrag bis 30.11.2026 (Net 30) unter Angabe von INV-2026-0001.",
    );
    const english = shownTexts(testSheet({ customer: { ...customer, language: "fr" } })).join("\n");
    expect(english).toContain("Invoice number | INV-2026-0001");
  });

  it("is the same for the same invoice", () => {
    expect(testSheet()).toEqual(testSheet());
    expect(testInvoice()).toEqual(testInvoice());
  });
});
