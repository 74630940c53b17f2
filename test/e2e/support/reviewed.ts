import type { Browser, Locator } from "playwright-core";
import type { OfficePage } from "../../../simulatedExcel/browser";
import { bookOf } from "../../time/documents";
import { openInExcel } from "./panes";
import { openTab, press, sees } from "./steps";

type Cell = string | number | null;

/** Two customers of a small house; Ann prepares, Ben approves, Cleo may do everything. */
const sheets: Readonly<Record<string, readonly (readonly Cell[])[]>> = {
  Customers: [
    ["Customer ID", "Customer name", "Email"],
    ["C1", "Harbour & Quay Shipping Company Ltd", "pay@harbour.example"],
    ["C2", "Birch GmbH", "rechnung@birch.example"],
  ],
  Contracts: [
    ["Contract ID", "Customer ID", "Start", "Currency", "Tax code"],
    ["K1", "C1", "2026-01-01", "EUR", "STD"],
    ["K2", "C2", "2026-01-01", "EUR", "STD"],
  ],
  "Tax codes": [
    ["Tax code", "Rate", "Name"],
    ["STD", 0.2, "VAT 20 %"],
  ],
  Prices: [
    ["Contract ID", "Price ID", "Product", "Model", "Meter", "Unit price", "Flat fee", "Timing"],
    ["K1", "P1", "API calls", "per_unit", "calls", 0.5, null, null],
    ["K2", "P2", "Support", "flat", null, null, 80, "arrears"],
  ],
  Usage: [
    ["Contract ID", "Meter", "Date", "Quantity", "Event ID"],
    ["K1", "calls", "2026-10-05", 200, "E1"],
    ["K1", "calls", "2026-10-21", 40, "E2"],
  ],
  Policy: [
    ["Person", "Role", "Limit"],
    ["Ann", "Preparer", null],
    ["Ben", "Approver", null],
    ["Cleo", "All", null],
  ],
};

/** The workbook before anybody has billed. */
export function reviewFile(): Uint8Array {
  return bookOf(sheets);
}

/** Teaches Excel the formulas of this book: K1 is 240 calls, K2 its fee, both with a fifth of tax. */
export async function teachFormulas(pane: OfficePage): Promise<void> {
  await pane.host(({ book }) => {
    const valueAt = (sheet: string, row: number, column: number) =>
      book.sheet(sheet).grid.at(row, column)?.value ?? "";
    book.calculate = (_formula, sheet, address) => {
      if (sheet !== "Invoices") return undefined;
      const [, letters, digits] = /^([A-Z]+)(\d+)/.exec(address)!;
      const headers = Array.from({ length: 26 }, (_, column) => String(valueAt(sheet, 0, column)));
      const contract = String(valueAt(sheet, Number(digits) - 1, headers.indexOf("Contract ID")));
      const net = contract === "K1" ? Number(valueAt("Prices", 1, 5)) * 240 : 80;
      const share: Record<string, number> = { Subtotal: 1, Tax: 0.2, Total: 1.2, Balance: 1.2 };
      return Math.round(net * (share[headers[letters!.charCodeAt(0) - 65]!] ?? 0) * 100) / 100;
    };
  });
}

/** Somebody opens the workbook. */
export async function openOnDesk(browser: Browser, file: Uint8Array): Promise<OfficePage> {
  const pane = await openInExcel(browser, { width: 320, file });
  await teachFormulas(pane);
  await sees(pane.page, "Contracts");
  return pane;
}

/** The workbook as it is handed on. */
export async function handedOn(pane: OfficePage): Promise<Uint8Array> {
  const base64 = await pane.host(async (host) => {
    const bytes = await host.save();
    let text = "";
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
  });
  return new Uint8Array(Buffer.from(base64, "base64"));
}

/** Bills October as somebody. */
export async function bill({ page }: OfficePage, name: string): Promise<void> {
  await openTab(page, "Bill");
  await page.getByLabel("Prepared by").fill(name);
  // Their formulas would show nothing here.
  await page.getByLabel("Formatted invoices").fill("0");
  await press(page, "Check");
  await press(page, "Preview invoices");
  await press(page, "Write invoices");
  await sees(page, "Go to invoices");
}

/** Selects everything that Review shows and opens an act for it. */
export async function lookAt({ page }: OfficePage, act: string, name: string, reason = ""): Promise<void> {
  await openTab(page, "Review");
  await press(page, "Select all shown");
  await press(page, act);
  await page.getByRole("textbox", { name: "Your name" }).fill(name);
  if (reason !== "") await page.getByRole("textbox", { name: "Reason" }).fill(reason);
  await sees(page, "What will be written");
}

/** The button of an act, once nothing is in its way. */
export const canDo = ({ page }: OfficePage, act: string): Locator =>
  page.locator("button:not([aria-disabled=true])", { hasText: new RegExp(`^${act}$`) });

/** Does the act that is looked at. */
export async function doIt(pane: OfficePage, act: string): Promise<void> {
  await canDo(pane, act).click();
  await sees(pane.page, `${act} written:`);
}
