import type { Cell, CellTexts } from "./sheetParts";
import {
  contractId,
  METERS,
  THOUSANDTHS,
  USAGE_COLUMNS,
  usageRows,
  type UsageSize,
  type UsageTotal,
} from "./usageRows";
import { writeSheets, type Sheet } from "./writeSheets";

function* contractRows(contracts: number): Generator<readonly Cell[]> {
  yield ["Contract ID", "Customer ID", "Customer name", "Start date", "Currency", "Payment terms"];
  for (let index = 0; index < contracts; index++) {
    const number = String(index + 1).padStart(4, "0");
    yield [contractId(index), `C-${number}`, `Customer ${number} Ltd`, { serial: 46_023 }, "EUR", "Net 30"];
  }
}

function* priceRows(contracts: number): Generator<readonly Cell[]> {
  yield ["Contract ID", "Price ID", "Product", "Pricing model", "Meter", "Unit", "Tiers"];
  for (let index = 0; index < contracts; index++) {
    for (const [meterIndex, meter] of METERS.entries()) {
      const cents = String(10 + ((index * 7 + meterIndex) % 90));
      const tiers = `10000: 0.${cents}; 50000: 0.0${cents}; 250000: 0.00${cents}; *: 0.0005`;
      yield [
        contractId(index),
        `${contractId(index)}-${String(meterIndex + 1)}`,
        meter,
        "graduated",
        meter,
        "unit",
        tiers,
      ];
    }
  }
}

/** Writes a workbook of contracts, prices and usage rows, part by part as Excel orders them. */
export async function writeUsageBook(file: string, size: UsageSize, texts?: CellTexts): Promise<UsageTotal> {
  let thousandths = 0;
  function* cells(): Generator<readonly Cell[]> {
    yield USAGE_COLUMNS;
    for (const row of usageRows(size)) {
      thousandths += row.thousandths;
      const quantity = row.thousandths / THOUSANDTHS;
      yield [row.eventId, row.contractId, row.meter, { serial: row.moment }, quantity, row.region];
    }
  }
  const sheets: readonly Sheet[] = [
    ["Contracts", contractRows(size.contracts)],
    ["Prices", priceRows(size.contracts)],
    ["Usage", cells()],
  ];
  await writeSheets(file, sheets, texts);
  return { rows: size.rows, thousandths };
}
