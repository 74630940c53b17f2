import { openPackage } from "../../src/workbook/xlsx/package/openPackage";
import { smallWorkbook, zipParts } from "../support/testWorkbook";
import { FilePort } from "../../src/workbook/file/filePort";
import { describeCharts } from "./chartContract";
import { chartsOfFile } from "./chartsOfFile";
import { starterBook } from "./officeBooks";
import { describePort } from "./portContract";

async function open(file: Uint8Array): Promise<FilePort> {
  const opened = await FilePort.open("book.xlsx", file);
  if (!opened.ok) throw new Error(opened.failure.message);
  return opened.value;
}

async function openPort(file: Uint8Array) {
  const port = await open(file);
  return {
    port,
    charts: () => Promise.resolve(chartsOfFile(port.bytes())),
    close: () => Promise.resolve(),
  };
}

describePort("a file", openPort);
describeCharts("a file", openPort);

describe("a file in the browser", () => {
  it("with macros keeps them, as its name promises", async () => {
    const parts = smallWorkbook();
    const types = String(parts["[Content_Types].xml"]).replace(
      /application\/[^"]*sheet\.main\+xml/,
      "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    );
    const port = await open(zipParts({ ...parts, "[Content_Types].xml": types }));
    await port.edit([{ at: { sheet: "Data", row: 1, column: 0 }, value: 7 }]);
    const opened = openPackage(port.bytes());
    expect(opened).toMatchObject({ ok: true, package: { format: "xlsm" } });
  });

  it("reads only the sheets that were written, and holds what a fresh reading finds", async () => {
    const port = await open(starterBook());
    const before = await port.read();
    if (!before.ok) throw new Error(before.failure.message);
    const [kept, edited] = before.value.grids;
    const rows = [
      [{ value: "Name" }, { value: "Count" }],
      [{ value: "one" }, { value: 1 }],
    ];
    const written = await port.apply(
      {
        sheets: [{ name: "Written", rows, widths: [10, 10], merges: ["A3:B3"] }],
        removedSheets: [],
        appended: [],
        edits: [{ at: { sheet: edited!.sheet, row: 40, column: 2 }, value: "noted" }],
      },
      before.value,
    );
    expect(written.ok).toBe(true);
    const after = await port.read();
    if (!after.ok) throw new Error(after.failure.message);
    expect(after.value.grids[0]).toBe(kept);
    const fresh = await (await open(port.bytes())).read();
    expect(after).toEqual(fresh);
    expect(after.value.grids.at(-1)?.sheet).toBe("Written");
  });

  it("that is no workbook is told so", async () => {
    const opened = await FilePort.open("notes.txt", new TextEncoder().encode("no workbook"));
    expect(opened).toMatchObject({ ok: false, failure: { code: "UNREADABLE" } });
  });

  it("whose reading breaks off is not said to be written", async () => {
    const isCancelled = () => {
      throw new Error("cell says 42");
    };
    const opened = await FilePort.open("book.xlsx", starterBook(), { isCancelled });
    expect(opened).toMatchObject({
      failure: {
        code: "UNKNOWN",
        message: "The file could not be read; copy the details if it keeps failing.",
      },
    });
  });
});
