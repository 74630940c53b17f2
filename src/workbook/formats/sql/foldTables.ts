import type { FoldingPlan, Grid, UsageMark } from "../../../core/api";
import { FoldedGrid } from "../csv/fold/foldedGrid";
import type { FoldElsewhere, Planned } from "../csv/fold/foldFiles";
import { RecordOfRow, TABLE_DELIMITER } from "../csv/fold/tableHead";
import { UnreadColumn } from "../csv/fold/unreadColumn";
import type { TableRow, UsageSource } from "../csv/fold/usageSource";
import { partsOfSum } from "./exactSums";
import type { SqlDatabase, SqlTable } from "./sqlTable";
import {
  cellAt,
  commasSql,
  idsSql,
  oddRowsSql,
  repeatedIdsSql,
  repeatedRowsSql,
  rowsApartSql,
  rowsSql,
  sumsSql,
  type Pair,
  type SumsLayout,
} from "./statements";
import { unreadKinds, type UnreadKinds } from "./unreadKinds";

/** More Event IDs than these are not named in a statement. */
const MOST_IDS = 10_000;
/** A row with no more of its keys filled may be one of totals. */
const KEYS_OF_TOTAL = 1;

const isSqlTable = (source: UsageSource): source is SqlTable => "database" in source;

/** Why rows are read one by one and not added up by the database. */
class RowByRow extends Error {}

interface Task {
  readonly tables: readonly SqlTable[];
  readonly plan: FoldingPlan;
  readonly rows: string;
  readonly ask: SqlDatabase["all"];
}

/** Tables of one database with the same columns, as one; undefined for others. */
function taskOf(planned: readonly Planned[]): Task | undefined {
  const tables = planned.map(({ head }) => head.source).filter(isSqlTable);
  const [first] = tables;
  const plan = planned[0]?.plan;
  if (!first || !plan || tables.length < planned.length) return undefined;
  const isAlike = ({ database, titles }: SqlTable) =>
    database === first.database && titles.join("\n") === first.titles.join("\n");
  if (!tables.every(isAlike)) return undefined;
  return { tables, plan, rows: rowsSql(tables, plan), ask: first.database.all };
}

/** Has rows read one by one where a statement finds any. */
async function refuse(ask: Task["ask"], statement: string, why: string): Promise<void> {
  if ((await ask(statement)).length > 0) throw new RowByRow(why);
}

/** Event IDs of the tables that occur twice, or are known from other rows of the workbook. */
async function idsApart({ tables, plan, rows, ask }: Task, marks: Iterable<UsageMark>): Promise<string[]> {
  const [counts = []] = await ask(idsSql(rows, plan));
  const [without, unusual] = counts.map(Number);
  if (unusual! > 0) throw new RowByRow("some Event IDs begin or end with blanks or special characters");
  const known: string[] = [];
  for (const mark of marks) {
    if ("id" in mark) known.push(mark.id);
    else if (without! > 0)
      throw new RowByRow("rows without an Event ID are compared with those of the workbook");
  }
  if (without! > 0) {
    await refuse(ask, repeatedRowsSql(rows, plan), "some rows without an Event ID say the same");
    const odd = oddRowsSql(rows, tables[0]!, plan);
    await refuse(ask, odd, "some rows without an Event ID may say the same in other words");
  }
  if (plan.eventId === undefined) return [];
  const repeated = await ask(repeatedIdsSql(rows, plan, MOST_IDS + 1));
  const apart = [...new Set([...known, ...repeated.map(([id]) => id ?? "")])];
  if (apart.length > MOST_IDS) throw new RowByRow("many rows have an Event ID that is known already");
  return apart;
}

interface Sum {
  readonly part: number;
  readonly position: number;
  readonly rows: number;
  readonly sum: string;
  readonly hasId: boolean;
  readonly cells: readonly (string | null)[];
}

/** A row of the answer as a row of the tables. */
function sumOf(answer: TableRow, { tables, plan }: Task, { keys, unread }: SumsLayout): Sum {
  const [part, position, rows, sum, hasId, day, received, ...others] = answer;
  const cells: (string | null)[] = tables[0]!.columns.map(() => null);
  cells[plan.date] = day!;
  if (plan.received !== undefined) cells[plan.received] = received!;
  for (const [index, column] of [...keys, ...unread].entries()) cells[column] = others[index]!;
  return {
    part: Number(part),
    position: Number(position),
    rows: Number(rows),
    sum: sum!,
    hasId: hasId === "1",
    cells,
  };
}

const byTexts = (left: Sum, right: Sum): number => {
  const [a, b] = [left.cells.join("\u001f"), right.cells.join("\u001f")];
  return a < b ? -1 : a > b ? 1 : 0;
};
const inOrder = (left: Sum, right: Sum): number =>
  left.part - right.part || left.position - right.position || byTexts(left, right);

/** The grids of some tables, as their rows come: sums, and rows that are themselves. */
class TableGrids {
  private readonly grids: FoldedGrid[];
  private readonly wholeSums: Set<number>[];
  private readonly records = new RecordOfRow();
  private readonly unread: UnreadColumn[][];
  private readonly needed: ReadonlySet<number>;

  constructor(private readonly task: Task) {
    const { tables, plan } = task;
    const { meter, date, quantity, kept, received } = plan;
    this.grids = tables.map(
      ({ name }) => new FoldedGrid(name, TABLE_DELIMITER, date, received, quantity, true),
    );
    this.wholeSums = tables.map(() => new Set());
    this.unread = tables.map(() =>
      [...plan.unread].map(([column, values]) => new UnreadColumn(column, values, plan.labelsSummary)),
    );
    this.needed = new Set([meter, date, quantity, ...kept, ...(received === undefined ? [] : [received])]);
    for (const [part, { titles }] of tables.entries())
      this.grids[part]!.add(this.records.of(titles, 1), { leftOut: () => false, count: 0 }, false);
  }

  /** Rows of files are where they stand in them; those of others are numbered as they come. */
  private lineOf(part: number, position: number): number {
    return this.task.tables[part]!.position === undefined ? this.grids[part]!.rowCount + 1 : position + 2;
  }

  sum({ part, position, rows, sum, hasId, cells }: Sum): void {
    const grid = this.grids[part]!;
    const parts = partsOfSum(sum);
    for (const [index, { value, isWhole }] of parts.entries()) {
      const count = index === 0 ? rows - parts.length + 1 : 1;
      const record = this.records.of(cells, this.lineOf(part, position));
      const row = grid.add(record, { leftOut: () => false, count: hasId ? -count : count });
      grid.begin(row, value);
      if (isWhole) this.wholeSums[part]!.add(row);
    }
  }

  row(part: number, position: number, isShown: boolean, cells: TableRow): void {
    const { plan } = this.task;
    const record = this.records.of(cells, this.lineOf(part, position));
    const shown = isShown ? [] : this.unread[part]!.filter((unread) => unread.isShown(unread.kindAt(record)));
    const leftOut = (column: number) =>
      !this.needed.has(column) && !shown.some((unread) => unread.column === column);
    const hasId = plan.eventId !== undefined && cells[plan.eventId] !== "";
    this.grids[part]!.add(
      record,
      isShown ? { leftOut: () => false, count: 0 } : { leftOut, count: hasId ? -1 : 1 },
    );
  }

  build(): Grid[] {
    return this.grids.map((grid, part) =>
      grid.build(this.wholeSums[part]!, this.task.tables[part]!.sha256()),
    );
  }
}

/** Contracts and meters of which a price asks for each row. */
function pairsOfRows(sums: readonly Sum[], plan: FoldingPlan): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const { cells } of sums) {
    const contract = plan.contract === undefined ? "" : cells[plan.contract]!;
    const meter = cells[plan.meter]!;
    const key = `${contract}\u001f${meter}`;
    if (!pairs.has(key) && !plan.addsUp(contract.trim(), meter.trim())) pairs.set(key, [contract, meter]);
  }
  return [...pairs.values()];
}

/** Whether a row may be one of totals, whose meaning depends on the rows above it. */
function mayBeTotal({ plan }: Task, cells: TableRow): boolean {
  const keys = [
    plan.meter,
    plan.date,
    ...plan.parties,
    ...(plan.eventId === undefined ? [] : [plan.eventId]),
  ];
  const speaking = keys.filter((column) => {
    const text = (cells[column] ?? "").trim();
    return text !== "" && !plan.labelsSummary(text);
  });
  return speaking.length <= KEYS_OF_TOTAL && cells.some((cell) => (cell ?? "").trim() !== "");
}

async function gridsOf(task: Task, unread: readonly UnreadKinds[], apart: readonly string[], tell: Tell) {
  const { plan, rows, tables, ask } = task;
  const { statement, layout } = sumsSql(rows, plan, unread, apart);
  const answer = (await ask(statement)).map((row) => sumOf(row, task, layout));
  const pairs = pairsOfRows(answer, plan);
  const keyOf = (contract: string, meter: string) => `${contract}\u001f${meter}`;
  const ofRows = new Set(pairs.map(([contract, meter]) => keyOf(contract, meter)));
  const sums = answer
    .filter(({ cells }) => {
      const contract = plan.contract === undefined ? "" : cells[plan.contract]!;
      return !ofRows.has(keyOf(contract, cells[plan.meter]!));
    })
    .sort(inOrder);
  if (sums.some(({ cells }) => cells.some((cell) => plan.labelsSummary(cell ?? ""))))
    throw new RowByRow("a row may be one of totals");
  if (pairs.length > 0) {
    const whose = pairs.length === 1 ? "one contract’s meter" : `${String(pairs.length)} contracts’ meters`;
    tell(`a price asks for each row of ${whose}; these rows are read one by one`);
  }
  const grids = new TableGrids(task);
  let next = 0;
  const isBefore = (sum: Sum, part: number, position: number) =>
    sum.part < part || (sum.part === part && sum.position <= position);
  for await (const batch of tables[0]!.database.each(rowsApartSql(rows, tables, plan, unread, apart, pairs)))
    for (const [partText, positionText, isShown, ...cells] of batch) {
      const [part, position] = [Number(partText), Number(positionText)];
      for (; next < sums.length && isBefore(sums[next]!, part, position); next++) grids.sum(sums[next]!);
      if (isShown === "1" && mayBeTotal(task, cells)) throw new RowByRow("a row may be one of totals");
      grids.row(part, position, isShown === "1", cells);
    }
  for (; next < sums.length; next++) grids.sum(sums[next]!);
  return grids.build();
}

/** Says in a few words why rows are read one by one. */
export type Tell = (why: string) => void;

/**
 * Lets a database add up the rows of its tables: one statement groups them by contract, meter, day and whatever else a
 * price asks for. Rows that it cannot add up come as they are; where that is all of them, they are read one by one.
 */
export function foldInDatabase(tell: Tell): FoldElsewhere {
  return async (planned, marks) => {
    if (!planned.some(({ head }) => isSqlTable(head.source))) return undefined;
    const task = taskOf(planned);
    try {
      if (!task) throw new RowByRow("rows of several sources are compared with one another");
      const { plan, rows, tables } = task;
      if (plan.twins.size > 0) throw new RowByRow("two columns could each be the one that is read");
      // What a point in its texts means is for such a column to say.
      await refuse(task.ask, commasSql(rows, tables[0]!, plan), "some numbers have a decimal comma");
      const unread = await unreadKinds(tables[0]!.database, rows, cellAt, plan);
      if (unread.some(({ isOpen }) => isOpen))
        throw new RowByRow("a column that no price reads says which rows do not count");
      const apart = await idsApart(task, marks());
      return await gridsOf(task, unread, apart, tell);
    } catch (error) {
      if (!(error instanceof RowByRow)) throw error;
      tell(`${error.message}, so all rows are read one by one`);
      return undefined;
    }
  };
}
