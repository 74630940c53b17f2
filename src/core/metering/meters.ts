import { knownValue } from "../base/knownValue";
import { nameKey } from "../base/name";
import { rememberedByText } from "../base/remembered";
import { parseConditions, type Condition } from "../catalog/conditions";
import type { ReadTable } from "../catalog/readTable";
import type { MeterRecord, metersTable } from "../catalog/meters.table";
import type { CellRef } from "../grid/grid";
import { makeIssue, type Report } from "../issues/issue";
import { cellOf } from "../schema/readRecords";
import { READ_HEADER, STATE_HEADER } from "./overTime/headers";
import { overTimeOf } from "./overTime/registry";
import type { OverTime } from "./overTime/timedReading";
import type { Aggregation } from "./readings";
import { timeTest } from "./timeConditions";

/** How the usage rows of a source meter become the quantity of a priced meter. */
export interface Meter {
  readonly name: string;
  /** nameKey of the Usage meter it reads. */
  readonly sourceKey: string;
  readonly aggregation: Aggregation;
  readonly keyColumn: string;
  /** Its rows are changes of a level or readings over time; then rows of days before count too. */
  readonly overTime?: OverTime;
  /** Of a register. */
  readonly digits?: number;
  /** All must hold. */
  readonly conditions: readonly Condition[];
  readonly unit: string;
  readonly at: CellRef | undefined;
}

/** Meters by name; one without a row of its own is the plain sum of the usage meter of that name. */
export interface Meters {
  readonly get: (name: string) => Meter;
  readonly all: readonly Meter[];
  /** Headers of Usage that prices and aggregations read beside those of the table, by nameKey. */
  readonly readsBesides: ReadonlySet<string>;
}

const plain = (name: string): Meter => ({
  name,
  sourceKey: nameKey(name),
  aggregation: "sum",
  keyColumn: "",
  conditions: [],
  unit: "",
  at: undefined,
});

/** Meters over time are no sum of rows; what needs a plain one takes their rows as counted or added. */
function aggregationOf({ aggregation = "sum", keyColumn, digits }: MeterRecord) {
  const overTime = overTimeOf(aggregation);
  if (!overTime) return { aggregation: aggregation as Aggregation };
  const plainly: Aggregation = keyColumn === undefined || aggregation === "register" ? "sum" : "count";
  return { aggregation: plainly, overTime, ...(digits === undefined ? {} : { digits }) };
}

/** Headers of Usage that are read where a meter over time asks for them. */
function headersOfMeters(records: readonly MeterRecord[]): string[] {
  return records.flatMap(({ aggregation = "sum" }) =>
    overTimeOf(aggregation) ? [STATE_HEADER, READ_HEADER] : [],
  );
}

type MetersRead = ReadTable<(typeof metersTable)["columns"]>;

/** What is wrong with a meter's row, if anything; `columns` are the keys of Usage's headers. */
function faultOf(
  record: MeterRecord,
  columns: ReadonlySet<string>,
): { field: "filter" | "keyColumn"; value: string } | undefined {
  const { filter, aggregation, keyColumn } = record;
  if (filter !== undefined) {
    const conditions = parseConditions(filter);
    if (
      !conditions?.every((condition) => columns.has(nameKey(condition.column)) || timeTest(condition, false))
    )
      return { field: "filter", value: filter };
  }
  const isKeyed = keyColumn !== undefined && overTimeOf(aggregation ?? "") !== undefined;
  const needsKey = aggregation === "unique" || isKeyed;
  if (needsKey && !columns.has(nameKey(keyColumn ?? "")))
    return { field: "keyColumn", value: keyColumn ?? "" };
  return undefined;
}

/** Reads the Meters table; `usageHeaders` are all headers of Usage, `holdsOf` the contracts that price a meter. */
export function readMeters(
  read: MetersRead,
  usageHeaders: readonly string[],
  holdsOf: (meterKey: string) => readonly string[],
  headersOfPrices: readonly string[],
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
      ...aggregationOf(record),
      keyColumn: record.keyColumn ?? "",
      conditions: (record.filter !== undefined && !fault && parseConditions(record.filter)) || [],
      unit: record.unit ?? "",
      at,
    });
  }
  const readsBesides = new Set([...headersOfMeters(read.good), ...headersOfPrices].map(nameKey));
  // Every price of every contract asks for its meter, of which there are a few.
  const get = rememberedByText((name) => byKey.get(nameKey(name)) ?? plain(name));
  return { get, all: [...byKey.values()], readsBesides };
}
