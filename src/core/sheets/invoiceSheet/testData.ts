import { groupBy } from "../../base/groupBy";
import { dayOf } from "../../calendar/day";
import type { Invoice, InvoiceLine, TaxGroup } from "../../invoicing/invoice";
import { minorDigits } from "../../money/currency";
import { Decimal, sum, zero } from "../../money/decimal";
import { round } from "../../money/round";
import type { Contract, Price } from "../../catalog/records";
import { wholePeriod } from "../../calendar/proration";
import { parseTiersText } from "../../pricing/tiersText";
import { pricingModelOf, type PricingModelId } from "../../pricing/registry";
import { noRows, type RatedItem } from "../../rating/ratedItem";
import { invoiceSheet, type InvoiceSheetInput } from "./invoiceSheet";
import { Column } from "./columns";
import type { PlannedCell, PlannedSheet } from "../plan";

const october = { from: dayOf(2026, 10, 1), to: dayOf(2026, 10, 31) };

export const testSettings: InvoiceSheetInput["settings"] = {
  companyName: "Harbour Cloud Services Ltd",
  companyAddress: "14 Lighthouse Quay\nPortmere",
  companyTaxId: "IE1234567FA",
  bankDetails: "Quayside Bank, Cork\nIBAN IE27 QUAY 9900 1712 3456 78",
  termsAndConditions: "Queries within 14 days.",
  taxRounding: "invoice",
};

/** What a line was rated from: a price per unit for all of October, as far as the sheet asks. */
export function testItem(
  {
    model = "per_unit",
    tiers = "",
    ...price
  }: Partial<Omit<Price, "model" | "tiers">> & {
    readonly model?: PricingModelId;
    readonly tiers?: string;
  } = {},
  changes: Partial<RatedItem> = {},
): RatedItem {
  const read = parseTiersText(tiers);
  const terms: Partial<Price> = {
    model: pricingModelOf(model),
    tiers: read.ok ? read.tiers : [],
    unit: "calls",
    included: zero,
    discount: zero,
    quantity: undefined,
    packageSize: undefined,
    minimum: undefined,
    maximum: undefined,
    perEvent: false,
    ...price,
  };
  return {
    contract: { poNumber: "" } as Contract,
    price: terms as Price,
    kind: "usage",
    full: october,
    part: october,
    fraction: wholePeriod,
    late: undefined,
    quantity: undefined,
    rows: noRows,
    lines: [],
    whole: zero,
    before: zero,
    ...changes,
  };
}

/** A line of usage whose amount is quantity × unit price unless it is given. */
export function testLine(changes: Partial<InvoiceLine> = {}): InvoiceLine {
  const quantity = changes.quantity ?? new Decimal(1000);
  const unitPrice = changes.unitPrice ?? new Decimal("0.0375");
  return {
    contractId: "K-1",
    priceId: "P-1",
    product: "API calls",
    description: "API calls",
    kind: "usage",
    tier: "",
    period: october,
    quantity,
    unit: "calls",
    unitPrice,
    flatFee: zero,
    amount: round(quantity.times(unitPrice), 2, "half_up"),
    taxCode: "STD",
    taxRate: new Decimal("0.2"),
    sourceRows: 31,
    explanation: "1,000 calls × 0.0375 = 37.50",
    item: undefined,
    ...changes,
  };
}

function taxesOf(lines: readonly InvoiceLine[], currency: string): TaxGroup[] {
  const groups = groupBy(lines, ({ taxCode, taxRate }) => `${taxCode}|${taxRate.toString()}`);
  return [...groups.values()].map((group) => {
    const { taxCode, taxRate: rate } = group[0];
    const net = sum(group.map(({ amount }) => amount));
    const tax = round(net.times(rate), minorDigits(currency), "half_up");
    return { taxCode, name: "VAT", rate, net, tax, exemptionReason: "" };
  });
}

/** An issued invoice over the lines, its totals added up from them. */
export function testInvoice(changes: Partial<Invoice> = {}): Invoice {
  const { lines = [testLine()], currency = "EUR" } = changes;
  const taxes = changes.taxes ?? taxesOf(lines, currency);
  const subtotal = sum(lines.map(({ amount }) => amount));
  const tax = sum(taxes.map((group) => group.tax));
  return {
    number: "INV-2026-0001",
    key: "DRAFT-K-1-2026-10-EUR",
    status: "issued",
    type: "invoice",
    customer: { customerId: "C-1", customerName: "Blue Heron Ltd" },
    contractId: "K-1",
    period: october,
    invoiceDate: october.to,
    dueDate: october.to + 30,
    termsText: "Net 30",
    currency,
    lines,
    taxes,
    subtotal,
    tax,
    total: subtotal.plus(tax),
    corrects: "",
    reasonCode: "",
    poNumber: "",
    ...changes,
  };
}

/** The sheet of an invoice whose first line is in row 12 of Invoice lines. */
export function testSheet(
  invoice: Partial<Invoice> = {},
  input: Partial<Omit<InvoiceSheetInput, "invoice">> = {},
): PlannedSheet {
  return invoiceSheet({
    invoice: testInvoice(invoice),
    settings: testSettings,
    logo: undefined,
    linesTable: { sheet: "Invoice lines", firstRow: 11 },
    ...input,
  });
}

/** The texts of a sheet from top to bottom, one a row, cells separated by bars. */
export function shownTexts({ rows }: PlannedSheet): string[] {
  const cells = (row: readonly (PlannedCell | null)[]) => row.map((cell) => cell?.value.toString() ?? "");
  return rows
    .map((row) =>
      cells(row)
        .filter((text) => text !== "")
        .join(" | "),
    )
    .filter((text) => text !== "");
}

/** The row, 0-based, in which a cell has this text. */
export function rowWith({ rows }: PlannedSheet, text: string): number {
  const row = rows.findIndex((cells) => cells.some((cell) => cell?.value === text));
  if (row < 0) throw new Error(`No cell says "${text}".`);
  return row;
}

/** The cell in the Amount column of the row that has this text. */
export function amountBeside(sheet: PlannedSheet, text: string): PlannedCell {
  return sheet.rows[rowWith(sheet, text)]![Column.amount]!;
}
