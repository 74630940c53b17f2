import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { Grid } from "../../src/core/api";
import { browserForTests, type SitePage } from "../../simulatedExcel/browser";
import { newFolder, ratebook } from "../support/commandLine";
import { readFile } from "../port/officeBooks";
import { changedSheet } from "../../src/workbook/port/sameBook";
import { finish } from "../../src/workbook/bytes/steps";
import { sampleFile } from "./support/books";
import { openInBrowser } from "./support/panes";
import { screenFaults } from "./support/screenFaults";
import { atScreen, button, message, press, runTo, sees } from "./support/steps";

const { describeInBrowser, browser } = browserForTests();
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const harbour = join(__dirname, "../../examples/harbour.xlsx");

const choose = (page: Page, name: string, bytes: Uint8Array): Promise<void> =>
  page.getByLabel("Workbook file").setInputFiles({ name, mimeType: XLSX, buffer: Buffer.from(bytes) });

/** Lets go of a file over the page. */
async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, base64]) => {
      const content = Uint8Array.from(atob(base64!), (character) => character.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([content], fileName!));
      return data;
    },
    [name, Buffer.from(bytes).toString("base64")],
  );
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
}

async function download(page: Page): Promise<Uint8Array> {
  const [file] = await Promise.all([page.waitForEvent("download"), press(page, "Download workbook")]);
  return readFileSync(await file.path());
}

/** A grid with nothing in the column Prepared by. */
function withoutPreparedBy(grid: Grid): Grid {
  const columns = grid.columns.map((column) =>
    [...column.texts].includes("Prepared by")
      ? { ...column, kinds: new Uint8Array(column.kinds.length) }
      : column,
  );
  return { ...grid, columns };
}

describeInBrowser("a file in a plain browser", () => {
  let pane: SitePage;
  beforeEach(async () => {
    pane = await openInBrowser(browser());
    await sees(pane.page, "Bill usage from a workbook");
  });
  afterEach(async () => {
    const expected = [/appsforoffice\.microsoft\.com/, /ERR_FAILED/];
    const unexpected = [...pane.refused, ...pane.errors].filter(
      (fault) => !expected.some((known) => known.test(fault)),
    );
    expect(unexpected).toEqual([]);
    await pane.close();
  });

  it("is billed to the same cells as by the command line", async () => {
    const { page } = pane;
    const folder = newFolder();
    const input = join(folder, "company.xlsx");
    writeFileSync(input, sampleFile());
    expect(await screenFaults(pane)).toEqual([]);
    await choose(page, "company.xlsx", sampleFile());
    await atScreen(page, "Sheets");
    expect(await screenFaults(pane)).toEqual([]);
    await runTo(page, "Check");
    await button(page, "Usage!F25").first().click();
    await page.getByRole("gridcell", { selected: true }).getByText("n/a").waitFor();
    await press(page, "Preview invoices");
    await page.getByRole("region", { name: "Held" }).getByText("Wagtail Media Ltd").waitFor();
    await press(page, "Write invoices");
    await atScreen(page, "Done");
    expect(await screenFaults(pane)).toEqual([]);
    const byPane = await readFile(await download(page));
    expect(
      (await ratebook(["bill", input, "--as-of", "2026-10-31", "--out", join(folder, "out.xlsx")])).status,
    ).toBe(1);
    const byCommand = await readFile(readFileSync(join(folder, "out.xlsx")));
    expect(byPane.grids.map(({ sheet }) => sheet)).toEqual(byCommand.grids.map(({ sheet }) => sheet));
    // When, who and the hashes over them are of the run, not of the workbook; nobody gave the pane a name.
    const figures = (book: typeof byPane) => ({
      ...book,
      grids: book.grids.filter(({ sheet }) => sheet !== "Run log").map(withoutPreparedBy),
    });
    expect(finish(changedSheet(figures(byPane), figures(byCommand)))).toBeUndefined();
  });

  it("is mapped, billed, and given back as it was after Undo", async () => {
    const { page } = pane;
    await drop(page, "dropped.xlsx", sampleFile({ Meter: "Zählerstand X" }));
    await sees(page, "lacks the column Meter");
    await press(page, "Map columns");
    await page.getByRole("combobox", { name: "Meter" }).selectOption("Zählerstand X");
    await press(page, "Save mapping");
    await atScreen(page, "Sheets");
    const mapped = await readFile(await download(page));
    await runTo(page, "Done");
    await press(page, "Undo this run");
    await atScreen(page, "Sheets");
    expect(finish(changedSheet(mapped, await readFile(await download(page))))).toBeUndefined();
  });

  it("that is no workbook is told so, and another can be opened", async () => {
    const { page } = pane;
    await drop(page, "notes.xlsx", new TextEncoder().encode("no workbook"));
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").innerText()).toMatch(/not .*(workbook|\.xlsx)/i);
    expect(await screenFaults(pane)).toEqual([]);
    await choose(page, "company.xlsx", sampleFile());
    await runTo(page, "Preview");
  });

  it("of a hundred thousand rows is cancelled while it is written, and written after that", async () => {
    const { page } = pane;
    await choose(page, "harbour.xlsx", readFileSync(harbour));
    await runTo(page, "Preview");
    await sees(page, "187,786.28");
    await press(page, "Write invoices");
    // At once: a click that first looks whether the button stands still may come after a write of a second.
    await button(page, "Cancel").dispatchEvent("click");
    expect(await message(page)).toContain("Cancelled. The workbook is what it was.");
    await atScreen(page, "Preview");
    expect(await page.getByRole("button", { name: "Run log" }).count()).toBe(0);
    await press(page, "Write invoices");
    await atScreen(page, "Done");
    await page.getByRole("button", { name: "Run log", exact: true }).waitFor();
  });
});
