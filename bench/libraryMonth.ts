import { Workbook, stream } from "exceljs";
import { Decimal } from "decimal.js";
import { libraryReading } from "./bareReader";
import { QUANTITY_COLUMN, THOUSANDTHS, USAGE_COLUMNS, type UsageTotal } from "./usageRows";

/** What a month came to. */
export interface MonthTotal extends UsageTotal {
  readonly amount: string;
}

const [CONTRACT_COLUMN, METER_COLUMN] = [
  USAGE_COLUMNS.indexOf("Contract ID") + 1,
  USAGE_COLUMNS.indexOf("Meter") + 1,
];
const PRICE_CELLS = 7;
const [PRICED_METER, TIERS] = [5, 7];
const MONEY = "#,##0.00";

/** Graduated tiers as they are written: 10000: 0.10; *: 0.08. */
function amountOf(quantity: Decimal, tiers: string): Decimal {
  let amount = new Decimal(0);
  let lower = new Decimal(0);
  for (const tier of tiers.split("; ")) {
    const [bound = "*", price = "0"] = tier.split(": ");
    const upper = bound === "*" ? quantity : Decimal.min(quantity, bound);
    if (upper.greaterThan(lower)) amount = amount.plus(upper.minus(lower).times(price));
    if (bound === "*" || quantity.lessThanOrEqualTo(bound)) break;
    lower = new Decimal(bound);
  }
  return amount.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}

interface Line {
  readonly meter: string;
  readonly quantity: Decimal;
  readonly amount: Decimal;
}

/** An invoice as plain as one can send it. */
function addInvoice(book: Workbook, contract: string, lines: readonly Line[]): Decimal {
  const sheet = book.addWorksheet(contract);
  sheet.columns = [{ width: 40 }, { width: 14 }, { width: 14 }];
  sheet.addRow(["Invoice"]).font = { bold: true, size: 16 };
  sheet.addRow([`Contract ${contract}`]);
  sheet.addRow(["Period", "2026-10"]);
  sheet.addRow([]);
  sheet.addRow(["Description", "Quantity", "Amount EUR"]).font = { bold: true };
  let total = new Decimal(0);
  for (const { meter, quantity, amount } of lines) {
    const row = sheet.addRow([meter, quantity.toNumber(), amount.toNumber()]);
    row.getCell(2).numFmt = "#,##0.###";
    row.getCell(3).numFmt = MONEY;
    total = total.plus(amount);
  }
  const last = sheet.addRow(["Total", "", total.toNumber()]);
  last.font = { bold: true };
  last.getCell(3).numFmt = MONEY;
  return total;
}

/** A month's invoices as a script with the usual libraries makes them: exceljs reads and writes, decimal.js adds and rates. */
export async function billByLibraries(file: string): Promise<MonthTotal> {
  const tiers = new Map<string, string>();
  const quantities = new Map<string, Decimal>();
  let rows = 0;
  for await (const sheet of new stream.xlsx.WorkbookReader(file, libraryReading)) {
    for await (const row of sheet) {
      const textAt = (column: number) => String(row.getCell(column).value);
      if (row.cellCount === PRICE_CELLS) tiers.set(`${textAt(1)}|${textAt(PRICED_METER)}`, textAt(TIERS));
      const quantity = row.getCell(QUANTITY_COLUMN).value;
      if (row.number === 1 || row.cellCount !== USAGE_COLUMNS.length || typeof quantity !== "number")
        continue;
      rows++;
      const key = `${textAt(CONTRACT_COLUMN)}|${textAt(METER_COLUMN)}`;
      quantities.set(key, (quantities.get(key) ?? new Decimal(0)).plus(quantity));
    }
  }
  const invoices = new Map<string, Line[]>();
  let all = new Decimal(0);
  for (const [key, quantity] of quantities) {
    const [contract = "", meter = ""] = key.split("|");
    const line = { meter, quantity, amount: amountOf(quantity, tiers.get(key) ?? "") };
    invoices.set(contract, [...(invoices.get(contract) ?? []), line]);
    all = all.plus(quantity);
  }
  const book = new Workbook();
  let amount = new Decimal(0);
  for (const [contract, lines] of invoices) amount = amount.plus(addInvoice(book, contract, lines));
  await book.xlsx.writeFile(`${file}.libraries.xlsx`);
  return { rows, thousandths: all.times(THOUSANDTHS).toNumber(), amount: amount.toFixed(2) };
}
