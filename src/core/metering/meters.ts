import { knownValue } from "../base/knownValue";
import { nameKey } from "../base/name";
import type { ReadTable } from "../catalog/readTable";
import type { MeterRecord, metersTable } from "../catalog/meters.table";
import type { CellRef } from "../grid/grid";
import { makeIssue, type Report } from "../issues/issue";
import { cellOf } from "../schema/readRecords";
import type { Aggregation } from "./readings";

/** One comparison of a Usage column with a text; names and values compare without case. */
export interface Condition {
  readonly column: string;
  readonly equals: boolean;
  readonly value: string;
}

/** How the usage rows of a source meter become the quantity of a priced meter. */
export interface Meter {
  readonly name: string;
  /** nameKey of the Usage meter it reads. */
  readonly sourceKey: string;
  readonly aggregation: Aggregation;
  readonly keyColumn: string;
  /** All must hold. */
  readonly conditions: readonly Condition[];
  readonly unit: string;
  readonly at: CellRef | undefined;
  /** A fault in its row: contracts that price it are held. */
  readonly isBroken: boolean;
}

/** Meters by name; one without a row of its own is the plain sum of the usage meter of that name. */
export interface Meters {
  readonly get: (name: string) => Meter;
  readonly all: readonly Meter[];
}

/** `Region = EU and Tier <> free`; undefined when a part is no comparison. */
function parseFilter(text: string): readonly Condition[] | undefined {
  const conditions: Condition[] = [];
  for (const part of text.split(/\s+and\s+|;/i)) {
    const match = /^\s*(.+?)\s*(<>|!=|==?)\s*(.*?)\s*$/.exec(part);
    if (!match) return undefined;
    const value = match[3]!.replace(/^"(.*)"$/, "$1");
    conditions.push({ column: match[1]!, equals: match[2]!.startsWith("="), value });
  }
  return conditions.length > 0 ? conditions : undefined;
}

const plain = (name: string): Meter => ({
  name,
  sourceKey: nameKey(name),
  aggregation: "sum",
  keyColumn: "",
  conditions: [],
  unit: "",
  at: undefined,
  isBroken: false,
});

type MetersRead = ReadTable<(typeof metersTable)["columns"]>;

/** What is wrong with a meter's row, if anything; `columns` are the keys of Usage's headers. */
function faultOf(
  record: MeterRecord,
  columns: ReadonlySet<string>,
): { field: "filter" | "keyColumn"; value: string } | undefined {
  const { filter, aggregation, keyColumn } = record;
  if (filter !== undefined) {
    const conditions = parseFilter(filter);
    if (!conditions?.every(({ column }) => columns.has(nameKey(column))))
      return { field: "filter", value: filter };
  }
  if (aggregation === "unique" && !columns.has(nameKey(keyColumn ?? "")))
    return { field: "keyColumn", value: keyColumn ?? "" };
  return undefined;
}

/** Reads the Meters table; `usageHeaders` are all headers of Usage, `holdsOf` the contracts that price a meter. */
export function readMeters(
  read: MetersRead,
  usageHeaders: readonly string[],
  holdsOf: (meterKey: string) => readonly string[],
  report: Report,
): Meters {
  const columns = new Set(usageHeaders.map(nameKey));
  const byKey = new Map<string, Meter>();
  for (const record of read.good) {
    const key = nameKey(record.meter);
    const holds = holdsOf(key);
    const at = cellOf(read.bound!, record.row, "meter");
    const fault = faultOf(record, columns);
    if (fault) {
      const words = { column: read.bound!.definition.columns[fault.field].title };
      report(
        makeIssue("BAD_FILTER", {
          at: cellOf(read.bound!, record.row, fault.field),
          value: fault.value,
          words,
          holds,
        }),
      );
    }
    if (byKey.has(key)) {
      const words = { column: "Meter", first: String((knownValue(byKey, key).at?.row ?? 0) + 1) };
      report(makeIssue("DUPLICATE_KEY", { at, value: record.meter, words, holds }));
      continue;
    }
    byKey.set(key, {
      name: record.meter,
      sourceKey: nameKey(record.sourceMeter ?? record.meter),
      aggregation: record.aggregation ?? "sum",
      keyColumn: record.keyColumn ?? "",
      conditions: (record.filter !== undefined && !fault && parseFilter(record.filter)) || [],
      unit: record.unit ?? "",
      at,
      isBroken: fault !== undefined,
    });
  }
  return { get: (name) => byKey.get(nameKey(name)) ?? plain(name), all: [...byKey.values()] };
}
