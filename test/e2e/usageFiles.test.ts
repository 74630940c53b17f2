import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { browserForTests } from "../../simulatedExcel/browser";
import { newFolder, ratebook } from "../support/commandLine";
import { contract, price, usage, writeBook } from "../support/workbookFixture";
import { readTables } from "../support/workbookReading";
import type { BillJson } from "../support/workbookRun";
import { openInBrowser } from "./support/panes";
import { screenFaults } from "./support/screenFaults";
import { atScreen, press, runTo, sees } from "./support/steps";

const sha256Of = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const { describeInBrowser, browser } = browserForTests();
const row = (id: number) => `E-${String(id)},A,Calls,2026-04-0${String(1 + (id % 5))}T10:15,2.50`;
const text = [
  "Event ID,Contract ID,Meter,Date,Quantity",
  ...Array.from({ length: 60_000 }, (_, id) => row(id)),
].join("\n");

describeInBrowser("usage files in a plain browser", () => {
  it("are read by the worker and billed where they are, to the cent as by the command line", async () => {
    const folder = newFolder();
    const at = (name: string) => join(folder, name);
    await writeBook(at("book.xlsx"), {
      Contracts: [contract("A")],
      Prices: [price("A", "per_unit", { "Unit price": 0.37 })],
      Usage: [usage("A", 1, { "Event ID": "E-X" })],
    });
    const packed = gzipSync(text);
    writeFileSync(at("april.csv.gz"), packed);
    const ran = await ratebook(["bill", "book.xlsx", "--usage", "april.csv.gz", "--json"], folder);
    const [total] = (JSON.parse(ran.stdout) as BillJson).totals;
    expect(total?.total).toBe(55_500.37);
    const pane = await openInBrowser(browser());
    const { page } = pane;
    const buffer = readFileSync(at("book.xlsx"));
    await page.getByLabel("Workbook file").setInputFiles({ name: "book.xlsx", mimeType: "", buffer });
    await atScreen(page, "Sheets");
    await page
      .getByLabel("Usage files", { exact: true })
      .and(page.locator("input"))
      .setInputFiles({ name: "april.csv.gz", mimeType: "application/gzip", buffer: packed });
    await sees(page, "billed where it is");
    await sees(page, "60,001 rows of usage");
    expect(await screenFaults(pane)).toEqual([]);
    await runTo(page, "Preview");
    await sees(page, "55,500.37");
    await press(page, "Write invoices");
    await atScreen(page, "Done");
    const [file] = await Promise.all([page.waitForEvent("download"), press(page, "Download workbook")]);
    const tables = await readTables(await file.path());
    expect(tables["Usage files"]?.rows).toMatchObject([
      { File: "april.csv.gz", Rows: 60_000, Quantity: 150_000, "SHA-256": sha256Of(packed) },
    ]);
    expect(tables.Usage?.rows).toHaveLength(1);
    await pane.close();
  });
});
