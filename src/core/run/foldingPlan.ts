import { holdsCardNumber } from "../base/cardNumber";
import { nameKey } from "../base/name";
import type { Condition } from "../catalog/conditions";
import type { Catalog, Price } from "../catalog/records";
import { CellKind, type Grid, type Snapshot } from "../grid/grid";
import { unreadValues, type UnreadValues } from "../intake/unreadValues";
import { unheard } from "../issues/issue";
import { widthsOf } from "../metering/fileRows";
import type { Meter, Meters } from "../metering/meters";
import { readersOf } from "../metering/readers";
import { timeTest } from "../metering/timeConditions";
import { tellingColumns, usageMarks, type UsageMark } from "../metering/usageMarks";
import { isUnitHeader } from "../metering/usageUnits";
import { propertiesOf } from "../metering/usageQuantity";
import { partyFields, type UsageColumns } from "../metering/usage.table";
import { viewCell, type BoundTable } from "../schema/bind";
import { anyTable } from "../schema/boundTable";
import { contextOf } from "../schema/readRecords";
import { labelsSummary } from "../schema/totalWords";
import { readAgreements } from "./prepareBook";

/**
 * How the rows of a file of usage may be added up as it is read, so that what is billed stays the same: rows of one
 * contract, meter, day and properties are one row with their sum, if no price asks for each of them.
 */
export interface FoldingPlan {
  /** Of the file: its titles. */
  readonly headerRow: number;
  /** Fields that a row needs at least, and may have filled at most. */
  readonly least: number;
  readonly most: number;
  readonly meter: number;
  readonly date: number;
  readonly quantity: number;
  readonly eventId: number | undefined;
  readonly received: number | undefined;
  /** Columns besides whose texts keep rows apart: whose usage it is, and what meters and prices ask for. */
  readonly kept: readonly number[];
  /** Columns that nothing reads, with what is reported of them. */
  readonly unread: ReadonlyMap<number, UnreadValues>;
  /** Columns that could as well be one that is read, and that one: they say the same as far as the file was looked at. */
  readonly twins: ReadonlyMap<number, number>;
  /** What tells rows without an Event ID apart, by column; equal names are equal columns of other sources. */
  readonly telling: ReadonlyMap<number, string>;
  /** Of the contract's id. */
  readonly contract: number | undefined;
  /** Columns that say whose usage a row is. */
  readonly parties: readonly number[];
  /** Whether rows of a contract and usage meter may be added up. */
  readonly addsUp: (contractId: string, meter: string) => boolean;
  /** Whether a text is to be seen by those who look for personal data, so that its row is kept as it is. */
  readonly isTelltale: (text: string) => boolean;
  /** The serial of the date that a trimmed text writes in any way, a number that stands for one too; undefined for none. */
  readonly momentOf: (text: string) => number | undefined;
  /** Whether a text may stand in a row of totals. */
  readonly labelsSummary: (text: string) => boolean;
}

function asksForTime(conditions: readonly Condition[], headers: ReadonlySet<string>): boolean {
  return conditions.some((condition) => {
    const key = nameKey(condition.column);
    return key === "time" && timeTest(condition, headers.has(key)) !== undefined;
  });
}

/** Whether a price asks for each row of its meter, not for what rows of a day come to. */
function asksForRows(price: Price, meter: Meter, headers: ReadonlySet<string>): boolean {
  return (
    price.perEvent ||
    price.model.reads !== undefined ||
    meter.overTime !== undefined ||
    (meter.aggregation !== "sum" && meter.aggregation !== "count") ||
    asksForTime([...meter.conditions, ...(price.conditions ?? [])], headers)
  );
}

/** Usage meters of which some of the prices asks for each row, by nameKey. */
function metersOfRows(
  prices: readonly Price[],
  meters: Meters,
  headers: ReadonlySet<string>,
): ReadonlySet<string> {
  const readers = readersOf(prices, meters).filter(({ price, meter }) => asksForRows(price, meter, headers));
  return new Set(readers.map(({ meter }) => meter.sourceKey));
}

/** Whether rows of a contract, by its id, and of a meter may be added up; without an id any contract may be meant. */
function addsUp({ contracts }: Catalog, meters: Meters, headers: ReadonlySet<string>): FoldingPlan["addsUp"] {
  const ofContract = new Map(
    contracts.map(({ contractId, prices }) => [contractId, metersOfRows(prices, meters, headers)]),
  );
  const ofAny = new Set([...ofContract.values()].flatMap((keys) => [...keys]));
  const none = new Set<string>();
  return (contractId, meter) => {
    const keys = contractId === "" ? ofAny : (ofContract.get(contractId) ?? none);
    return !keys.has(nameKey(meter));
  };
}

/** Headers of fields, by title and as they are written. */
function headersOf({ grid, headerRow, definition, columnOf }: BoundTable<UsageColumns>, fields: string[]) {
  return fields.flatMap((field) => {
    const column = columnOf.get(field as keyof UsageColumns);
    if (column === undefined) return [];
    const { title } = definition.columns[field as keyof UsageColumns];
    return [title, viewCell(grid, headerRow, column).text].map(nameKey);
  });
}

/** Reads a date as the column of a file does, whichever way it is written. */
function momentReader(bound: BoundTable<UsageColumns>, column: number): FoldingPlan["momentOf"] {
  const { date } = bound.definition.columns;
  const context = contextOf(anyTable(bound), date, column);
  return (text) => {
    const number = Number(text);
    const isNumber = text !== "" && String(number) === text;
    const parsed = date.parse({ kind: isNumber ? CellKind.number : CellKind.text, number, text }, context);
    return parsed.ok ? parsed.value.day + parsed.value.time : undefined;
  };
}

function planOf(bound: BoundTable<UsageColumns>, catalog: Catalog, meters: Meters): FoldingPlan | undefined {
  const { columnOf, others, headerRow } = bound;
  const [meter, date, quantity] = [columnOf.get("meter"), columnOf.get("date"), columnOf.get("quantity")];
  if (meter === undefined || date === undefined || quantity === undefined) return undefined;
  const properties = propertiesOf(meters);
  // A filter on the figures or ids of rows asks for each of them.
  const ofRows = headersOf(bound, ["date", "quantity", "eventId", "received"]);
  if (ofRows.some((header) => properties.has(header))) return undefined;
  const headers = new Set([...others.values()].map(nameKey));
  const parties = partyFields.flatMap((field) => columnOf.get(field) ?? []);
  const read = [...others].filter(([, title]) => properties.has(nameKey(title)) || isUnitHeader(title));
  return {
    headerRow,
    ...widthsOf(bound),
    meter,
    date,
    quantity,
    eventId: columnOf.get("eventId"),
    received: columnOf.get("received"),
    kept: [...parties, ...read.map(([column]) => column)],
    unread: new Map(
      [...others].flatMap(([column, title]) =>
        read.some(([taken]) => taken === column) ? [] : [[column, unreadValues(title)] as const],
      ),
    ),
    twins: new Map([...(bound.agreeing ?? [])].map(([column, field]) => [column, columnOf.get(field)!])),
    telling: tellingColumns(bound),
    contract: columnOf.get("contractId"),
    parties,
    addsUp: addsUp(catalog, meters, headers),
    momentOf: momentReader(bound, date),
    isTelltale: holdsCardNumber,
    labelsSummary,
  };
}

/** How each of some files may be added up; undefined for one whose columns do not say it all. */
export interface FoldingPlans {
  readonly plans: readonly (FoldingPlan | undefined)[];
  /** Marks of the rows that the workbook has. */
  readonly marks: () => Iterable<UsageMark>;
  /** Rows of its Usage. */
  readonly rowCount: number;
}

/** Plans by the first rows of files (`heads`), in the light of the workbook's prices and meters. */
export function planFolding(snapshot: Snapshot, heads: readonly Grid[]): FoldingPlans {
  const before = snapshot.usageFiles ?? [];
  const inputs = readAgreements({ ...snapshot, usageFiles: [...before, ...heads] }, unheard);
  const parts = inputs.usageBound?.parts ?? [];
  const isHead = (bound: BoundTable<UsageColumns>) => heads.some(({ file }) => bound.grid.file === file);
  const others = parts.filter(({ bound }) => !isHead(bound));
  return {
    plans: heads.map(({ file }) => {
      const part = parts.find(({ bound }) => bound.grid.file === file);
      return part && planOf(part.bound, inputs.catalog, inputs.meters);
    }),
    marks: () => usageMarks(others.map(({ bound }) => bound)),
    rowCount: others.reduce((count, { firstRow, lastRow }) => count + lastRow - firstRow + 1, 0),
  };
}
