import type { Page } from "playwright-core";
import { applyPlan } from "../../../src/workbook/xlsx/write/applyPlan";
import { emptyPackage } from "../../../src/workbook/xlsx/package/emptyPackage";

type Cell = string | number | null;

const sheets: Readonly<Record<string, readonly (readonly Cell[])[]>> = {
  Customers: [
    ["Customer ID", "Customer name", "Currency"],
    ["C-1", "Harbour & Quay Shipping Company Ltd", "EUR"],
    ["C-2", "Byte GmbH", "EUR"],
    ["C-3", "Dot Inc", "USD"],
  ],
  Invoices: [
    [
      "Invoice number",
      "Status",
      "Customer ID",
      "Customer name",
      "Invoice date",
      "Due date",
      "Currency",
      "Total",
      "Paid",
      "Balance",
    ],
    [
      "INV-1001",
      "Issued",
      "C-1",
      "Harbour & Quay Shipping Company Ltd",
      "2026-08-01",
      "2026-08-31",
      "EUR",
      12_100.5,
      0,
      12_100.5,
    ],
    [
      "INV-1002",
      "Issued",
      "C-1",
      "Harbour & Quay Shipping Company Ltd",
      "2026-09-05",
      "2026-10-05",
      "EUR",
      2_500,
      0,
      2_500,
    ],
    [
      "INV-1003",
      "Issued",
      "C-1",
      "Harbour & Quay Shipping Company Ltd",
      "2026-10-06",
      "2026-11-05",
      "EUR",
      2_500,
      0,
      2_500,
    ],
    ["INV-1004", "Issued", "C-2", "Byte GmbH", "2026-10-07", "2026-11-06", "EUR", 80, 0, 80],
    ["INV-1005", "Issued", "C-3", "Dot Inc", "2026-10-20", "2026-12-20", "USD", 640, 0, 640],
  ],
  "Reminder levels": [
    ["Level", "Days", "Fee", "Subject", "Text"],
    [1, 7, 5, "Reminder for {invoices}", "Dear {customer},\nplease pay {amount}."],
  ],
};

/** Five open invoices of three customers in two currencies. */
export function receivablesFile(): Uint8Array {
  const planned = Object.entries(sheets).map(([name, rows]) => ({
    name,
    rows: rows.map((row) => row.map((value) => (value === null ? null : { value }))),
    widths: [],
  }));
  return applyPlan(emptyPackage(), { sheets: planned, removedSheets: [], appended: [] });
}

/** One payment that names its invoice, one that could be two, one that fits by its amount, one of nobody. */
export const bankFile = [
  "Date;Amount;Currency;Text;Payer",
  "2026-11-10;12100.50;EUR;Your invoice INV-1001;Harbour & Quay Shipping Company Ltd",
  "2026-11-11;2500.00;EUR;With thanks;Harbour & Quay Shipping Company Ltd",
  "2026-11-12;80.00;EUR;;Byte GmbH",
  "2026-11-13;33.00;EUR;Who knows;Somebody",
].join("\n");

/** Lets go of a bank's file over the place for it. */
export async function dropBankFile(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content!], fileName!));
      return data;
    },
    [name, text],
  );
  await page.dispatchEvent("[data-drop=bank]", "drop", { dataTransfer: transfer });
}
