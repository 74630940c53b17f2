import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import type { readCsv } from "../../src/workbook/formats/csv/readCsv";
import type { applyPlan } from "../../src/workbook/xlsx/write/applyPlan";
import type { emptyPackage } from "../../src/workbook/xlsx/package/emptyPackage";
import { plan, sheet, smallWorkbook, zipParts } from "../support/testWorkbook";
import type { readWorkbook } from "../../src/workbook/xlsx/read/readWorkbook";

const WORKBOOK = join(__dirname, "../../src/workbook");
const modules = [
  "xlsx/read/readWorkbook",
  "formats/csv/readCsv",
  "xlsx/write/applyPlan",
  "xlsx/package/emptyPackage",
];

/** Reader and writer in one script, as the add-in's own configuration bundles them. */
function bundle(): string {
  const folder = mkdtempSync(join(tmpdir(), "ratebook-"));
  try {
    const script = join(folder, "book.js");
    const paths = modules.map((module) => join(WORKBOOK, `${module}.ts`));
    execFileSync(process.execPath, [require.resolve("./browserBundle.cjs"), script, ...paths]);
    return readFileSync(script, "utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Page {
  readonly book: {
    readonly readWorkbook: typeof readWorkbook;
    readonly readCsv: typeof readCsv;
    readonly applyPlan: typeof applyPlan;
    readonly emptyPackage: typeof emptyPackage;
  };
}

/** What browsers have beside the language, as far as it may be used here. */
const webStandards = { TextDecoder, TextEncoder, ReadableStream, DecompressionStream, performance };

test("the add-in's bundle reads and writes where there is nothing of Node", async () => {
  const script = bundle();
  expect(script).not.toMatch(/createInflateRaw|node:/);
  const page = createContext({ ...webStandards });
  runInContext(script, page);
  const { book } = page as unknown as Page;

  const rows = Array.from({ length: 2000 }, (_, row) => [{ value: `é ${String(row)}` }, { value: row }]);
  const source = await book.readWorkbook(zipParts(smallWorkbook()));
  if (!source.ok) throw new Error(source.failure.message);
  const file = book.applyPlan(
    source.package,
    plan({ sheets: [sheet("Invoice", { rows })], appended: [{ sheet: "Data", firstRow: 3, rows }] }),
  );
  const result = await book.readWorkbook(file);
  if (!result.ok) throw new Error(result.failure.message);
  expect(result.snapshot.grids.map((grid) => [grid.sheet, grid.rowCount])).toEqual([
    ["Data", 2003],
    ["Invoice", 2000],
  ]);
  expect(book.emptyPackage().sheets).toHaveLength(0);
  expect(book.readCsv(new TextEncoder().encode("a;b\nZoë;1\n"), "Usage")).toMatchObject({ ok: true });
  const windows = book.readCsv(Uint8Array.of(0x61, 0x0a, 0x80), "Usage");
  expect(windows.ok && [...windows.grid.columns[0]!.texts]).toEqual(["a", "€"]);
});
