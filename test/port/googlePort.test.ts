import { cellAddress } from "../../src/core/api";
import type { GoogleRange } from "../../src/workbook/google/api";
import { GooglePort } from "../../src/workbook/google/googlePort";
import { applyTo, noPlan, readBy, tablesOf } from "./books";
import { describeCharts, type ShownChart } from "./chartContract";
import { memoryGoogle, type MemoryChart } from "./memoryGoogle";
import { readFile, starterBook } from "./officeBooks";
import { describePort } from "./portContract";

const place = (range: GoogleRange) =>
  `${range.getSheet().getName()}!${cellAddress({ row: range.getRow() - 1, column: range.getColumn() - 1 })}`;

function shownChart(sheet: string, { type, ranges, options }: MemoryChart): ShownChart {
  const [categories, ...values] = ranges;
  return {
    sheet,
    name: String(options.get("alternateText")),
    title: String(options.get("title")),
    kind: type === "LINE" ? "lines" : options.get("isStacked") === true ? "stackedBars" : "bars",
    series: values.map((range, index) => ({
      name: String(options.get(`series.${String(index)}.labelInLegend`)),
      values: place(range),
      categories: place(categories!),
    })),
  };
}

async function open(file: Uint8Array) {
  const services = memoryGoogle(await readFile(file));
  const charts = () =>
    services.spreadsheet.sheets.flatMap((sheet) =>
      sheet.charts.map((chart) => shownChart(sheet.name, chart)),
    );
  return {
    services,
    port: new GooglePort(services),
    charts: () => Promise.resolve(charts()),
    close: () => Promise.resolve(),
  };
}

describePort("Google Sheets", open);
describeCharts("Google Sheets", open);

describe("a spreadsheet of Google", () => {
  it("says the same as the file that it was made from, with days as its own clock has them", async () => {
    const file = await readFile(starterBook());
    const { port } = await open(starterBook());
    const { grids, tables } = await readBy(port);
    // Formats of money and units say more in the file; cells are the same.
    expect(grids.map(({ sheet, rowCount }) => [sheet, rowCount])).toEqual(
      file.grids.map(({ sheet, rowCount }) => [sheet, rowCount]),
    );
    const usage = (book: typeof file.grids) => book.find(({ sheet }) => sheet === "Usage")!.columns;
    expect(usage(grids).map(({ kinds, values }) => [[...kinds], [...values]])).toEqual(
      usage(file.grids).map(({ kinds, values }) => [[...kinds], [...values]]),
    );
    expect(tables).toEqual(tablesOf(file));
  });

  it("is what it was when a write fails half way, and says that a range is protected", async () => {
    const { port, services } = await open(starterBook());
    const before = await readBy(port);
    const sheet = (name: string) => ({ name, rows: [[{ value: "x" }]], widths: [9] });
    const insert = services.spreadsheet.insertSheet;
    services.spreadsheet.insertSheet = (name, index) => {
      if (name === "Second") throw new Error("You are trying to edit a protected cell or object.");
      return insert(name, index);
    };
    const edits = [{ at: { sheet: "Usage", row: 1, column: 0 }, value: "other" }];
    const plan = { ...noPlan, edits, sheets: [sheet("First"), sheet("Second")] };
    expect(await port.apply(plan, before)).toMatchObject({ ok: false, failure: { code: "PROTECTED_SHEET" } });
    expect(await readBy(port)).toEqual(before);
  });

  it("links to cells by the number of their sheet, and asks for choices without refusing others", async () => {
    const { port, services } = await open(starterBook());
    const link = { sheet: "Usage", row: 4, column: 1 };
    const planned = {
      name: "Linked",
      rows: [[{ value: "go", link }], [{ value: "" }]],
      widths: [9],
      choices: [{ column: 0, firstRow: 1, lastRow: 3, choices: ["Yes", "No"] }],
    };
    await applyTo(port, () => ({ ...noPlan, sheets: [planned] }));
    const sheets = services.spreadsheet.sheets;
    const target = sheets.find(({ name }) => name === "Usage")!.id;
    const written = sheets.find(({ name }) => name === "Linked")!;
    expect(written.at(1, 1).url).toBe(`#gid=${String(target)}&range=B5`);
    expect(written.at(4, 1).validation).toEqual({ choices: ["Yes", "No"] });
  });
});
