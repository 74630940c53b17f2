import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { exportBook, findExport, parseIsoDay, type ExportRun, type Snapshot } from "../../src/core/api";
import { bytesOfExport } from "../../src/workbook/formats/exportedFile";
import { sheet, workbook, type Cell } from "../properties/support/sheets";

export const HERE = __dirname;

export type CaseRow = Readonly<Record<string, string | number>>;
/** Rows by sheet, as titles and values. */
export type CaseTables = Readonly<Record<string, readonly CaseRow[]>>;

export const caseTables = JSON.parse(readFileSync(join(HERE, "book.json"), "utf8")) as CaseTables;

const PERCENTS = new Set(["Rate", "Tax rate"]);

function cellOf(title: string, value: string | number | undefined): Cell {
  if (value === undefined) return undefined;
  if (typeof value === "number") return PERCENTS.has(title) ? { percent: value } : value;
  const day = parseIsoDay(value);
  return day === undefined ? value : { date: day };
}

/** A workbook of these tables, a sheet a table. */
export function snapshotOf(tables: CaseTables): Snapshot {
  return workbook(
    Object.entries(tables).map(([name, rows]) => {
      const titles = [...new Set(rows.flatMap((row) => Object.keys(row)))];
      return sheet(name, [titles, ...rows.map((row) => titles.map((title) => cellOf(title, row[title])))]);
    }),
  );
}

/** The tables with rows changed: those of a sheet that a test chooses get other values. */
export function withRows(
  tables: CaseTables,
  name: string,
  change: (row: CaseRow) => CaseRow | undefined,
): CaseTables {
  return {
    ...tables,
    [name]: (tables[name] ?? []).flatMap((row) => {
      const changed = change(row);
      return changed ? [changed] : [];
    }),
  };
}

export const sha256 = (pieces: Iterable<string | Uint8Array>): string => {
  const hash = createHash("sha256");
  for (const piece of pieces) hash.update(piece);
  return hash.digest("hex");
};

type Options = Partial<Parameters<typeof exportBook>[2]>;

/** 2026-11-30, 12:00. */
export const WHEN = { day: parseIsoDay("2026-11-30")!, time: 0.5 };

export function runExport(id: string, snapshot: Snapshot, options: Options = {}): ExportRun {
  return exportBook(findExport(id)!, snapshot, {
    withDrafts: false,
    isAgain: false,
    isRaw: false,
    hasBom: false,
    when: WHEN,
    sha256,
    ...options,
  });
}

/** Files of a run, by their names; members of a zip as files. */
export function bytesOf({ files }: ExportRun): ReadonlyMap<string, Buffer> {
  return new Map(
    files.flatMap(({ path, content }) =>
      content.kind === "zip"
        ? content.members.map(({ name, text }) => [name, Buffer.from(text)] as const)
        : [[path, Buffer.from(bytesOfExport(content))] as const],
    ),
  );
}
