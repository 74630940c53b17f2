import { parseIsoDay } from "../../calendar/day";
import type { InvoiceStatus } from "../../documents/invoices.table";
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

describe("the page", () => {
  it("is portrait without grid lines and repeats the header of the line table", () => {
    const sheet = testSheet();
    const headerRow = rowWith(sheet, "Description");
    expect(sheet.hideGridLines).toBe(true);
    expect(sheet.frozenRows).toBeUndefined();
    expect(sheet.page).toMatchObject({ orientation: "portrait", repeatRows: [headerRow, headerRow] });
  });

  it("says company, number and page at its foot, an ampersand doubled", () => {
    const sheet = testSheet({}, { settings: { ...testSettings, companyName: "Smith & Sons" } });
    const look = "&8&K667080";
    expect(sheet.page!.footer).toBe(`&L${look}Smith && Sons&C${look}INV-2026-0001&R${look}Page &P of &N`);
  });

  it("keeps the footer within what Excel takes", () => {
    const settings = { ...testSettings, companyName: "&".repeat(300) };
    const sheet = testSheet({ number: "N".repeat(300), status: "draft" }, { settings });
    expect(sheet.page!.footer!.length).toBeLessThanOrEqual(255);
  });

  it("is as wide as A4 unless the figures need more", () => {
    const width = (sheet: PlannedSheet) => sheet.widths.reduce((total, each) => total + each, 0);
    expect(width(testSheet())).toBe(98);
    const huge = testLine({
      quantity: new Decimal("123456789012345"),
      unitPrice: new Decimal("0.000000000125"),
    });
    expect(
      width(testSheet({ lines: [{ ...huge, amount: new Decimal("123456789012345") }] })),
    ).toBeGreaterThan(98);
  });

  it("has the logo at the top right, above the facts", () => {
    const logo = { bytes: Uint8Array.of(1, 2, 3), type: "png" } as const;
    const image = { ...logo, row: 0, column: Column.unitPrice, maxWidth: 180, maxHeight: 64 };
    expect(testSheet({}, { logo }).image).toEqual(image);
    expect(testSheet().image).toBeUndefined();
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
      "BS1 4DJ | Period | 1 to 31 Oct 2026",
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
    expect(texts).toContain("No payment is due yet. Once issued, the amount is due by 30 Nov 2026 (Net 30).");
    expect(texts).not.toContain("Please pay");
  });
});

describe("the lines", () => {
  it("have live amounts, and period and explanation below", () => {
    const sheet = testSheet();
    const row = rowWith(sheet, "API calls");
    const [description, , quantity, unit, unitPrice, amount] = sheet.rows[row]!;
    expect([description, quantity, unit, unitPrice].map((cell) => cell!.value.toString())).toEqual([
      "API calls",
      "1000",
      "calls",
      "0.0375",
    ]);
    expect(amount).toMatchObject({ value: new Decimal("37.5"), formula: "'Invoice lines'!O12" });
    expect(sheet.rows[row + 1]![0]!.value).toBe("1 to 31 Oct 2026: 1,000 calls × 0.0375 = 37.50");
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

  it("need no heading for one contract", () => {
    expect(shownTexts(testSheet())).not.toContain("Contract K-1");
  });

  it("write text as text, whatever it starts with", () => {
    const cell = testSheet({ lines: [testLine({ description: "=1+1" })] })
      .rows.flat()
      .find((each) => each?.value === "=1+1");
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

  it("says what it corrects and why, and has no due date", () => {
    const texts = shownTexts(testSheet(credit)).join("\n");
    expect(texts).toContain("Credit note\n");
    expect(texts).toContain("Credit note number | CN-2026-0001");
    expect(texts).toContain("Corrects invoice | INV-2026-0007");
    expect(texts).toContain("Reason | SERVICE");
    expect(texts).not.toContain("Due date");
    expect(texts).not.toContain("Payment terms");
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

  it("is the same for the same invoice", () => {
    expect(testSheet()).toEqual(testSheet());
    expect(testInvoice()).toEqual(testInvoice());
  });
});
