import { sheet, workbook } from "../../../../test/properties/support/sheets";
import type { Snapshot } from "../../grid/grid";
import { exportBook, findExport } from "../exportBook";
import { exports } from "../registry";

const csv = findExport("csv")!;

const filesOf = (snapshot: Snapshot) =>
  exportBook(csv, snapshot, {
    withDrafts: false,
    isAgain: false,
    isRaw: false,
    hasBom: false,
    when: { day: 46_300, time: 0 },
    sha256: () => "",
  }).files;

const book = workbook([
  sheet("Contracts", [
    ["My contracts"],
    [],
    ["Contract ID", "Customer ID", "Start date", "Note"],
    ["007", "C-1", { date: 46300 }, "=HYPERLINK(1)"],
    [],
    ["008", "C-2", { date: 46301 }],
  ]),
  sheet("Notes", [["Buy milk"]]),
  sheet("Run log", [
    ["Run ID", "When"],
    ["RUN-6", { date: 46300 }],
  ]),
]);

describe("the CSV of every table", () => {
  it("has a file a table, in a folder of the next run, with all its rows and columns under their headers", () => {
    const files = filesOf(book);
    expect(files.map(({ path, rows }) => [path, rows])).toEqual([
      ["csv-RUN-7/Contracts.csv", 2],
      ["csv-RUN-7/Run log.csv", 1],
    ]);
    expect(files[0]!.content).toEqual({
      kind: "text",
      encoding: "utf-8",
      text:
        '"Contract ID","Customer ID","Start date","Note"\r\n' +
        '"007","C-1",2026-10-05,"\'=HYPERLINK(1)"\r\n' +
        '"008","C-2",2026-10-06,\r\n',
    });
  });

  it("makes nothing of a workbook without tables", () => {
    expect(filesOf(workbook([sheet("Notes", [["Buy milk"]])]))).toEqual([]);
  });
});

it("every export has an id of its own, in small letters", () => {
  const ids = exports.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z][a-z0-9-]*$/.test(id))).toEqual([]);
});
