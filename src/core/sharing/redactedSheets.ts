import type { Snapshot } from "../grid/grid";
import type { RedactedCell, RedactedSheet } from "./redaction";
import type { UnderstoodTable } from "./understoodTables";

const LONGEST_NAME = 31;
const KEPT: RedactedCell = { kind: "kept", keepsFormula: false };
const KEPT_WITH_FORMULA: RedactedCell = { kind: "kept", keepsFormula: true };
const DROPPED: RedactedCell = { kind: "dropped" };

/** Rows of a column that go into the copy. */
interface KeptRows {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly isOutput: boolean;
}

interface SheetCells {
  readonly rows: Map<number, KeptRows[]>;
  readonly changes: Map<number, Map<number, RedactedCell>>;
}

/** Collects what of each sheet goes into a copy. */
export class RedactedSheets {
  private readonly sheets = new Map<string, SheetCells>();

  constructor(
    private readonly snapshot: Snapshot,
    private readonly text: (text: string) => string,
  ) {}

  /** A column of a table goes into the copy, with its header. */
  keep({ bound: { grid, headerRow, lastRow }, isOutput }: UnderstoodTable, column: number): void {
    const cells = this.cellsOf(grid.sheet);
    const rows = cells.rows.get(column) ?? [];
    cells.rows.set(column, [...rows, { firstRow: headerRow, lastRow, isOutput }]);
  }

  /** A cell of it says something else. */
  change(table: UnderstoodTable, column: number, row: number, text: string): void {
    this.set(table, column, row, { kind: "text", text });
  }

  /** A cell of it stays behind. */
  drop(table: UnderstoodTable, column: number, row: number): void {
    this.set(table, column, row, DROPPED);
  }

  private set({ bound: { grid } }: UnderstoodTable, column: number, row: number, cell: RedactedCell): void {
    const { changes } = this.cellsOf(grid.sheet);
    const ofColumn = changes.get(column) ?? new Map<number, RedactedCell>();
    changes.set(column, ofColumn.set(row, cell));
  }

  /** The sheets of the copy, in the order of the tabs. */
  list(): RedactedSheet[] {
    const names = new Set<string>();
    return this.snapshot.grids.flatMap(({ sheet }) => {
      const cells = this.sheets.get(sheet);
      if (!cells) return [];
      const cellAt = (row: number, column: number): RedactedCell => cellOf(cells, row, column);
      const merges = (this.snapshot.merges ?? []).filter(
        (area) =>
          area.sheet === sheet &&
          cellAt(area.firstRow, area.firstColumn).kind !== "dropped" &&
          cellAt(area.lastRow, area.lastColumn).kind !== "dropped",
      );
      return [{ sheet, name: this.nameOf(sheet, names), cellAt, merges }];
    });
  }

  private cellsOf(sheet: string): SheetCells {
    const known = this.sheets.get(sheet);
    if (known) return known;
    const cells: SheetCells = { rows: new Map(), changes: new Map() };
    this.sheets.set(sheet, cells);
    return cells;
  }

  /** A name that holds a personal value is another in the copy. */
  private nameOf(sheet: string, taken: Set<string>): string {
    const name = this.text(sheet).slice(0, LONGEST_NAME);
    let unique = name;
    for (let number = 2; taken.has(unique.toLowerCase()); number++)
      unique = `${name.slice(0, LONGEST_NAME - 4)} ${String(number)}`;
    taken.add(unique.toLowerCase());
    return unique;
  }
}

function cellOf({ rows, changes }: SheetCells, row: number, column: number): RedactedCell {
  const kept = rows.get(column)?.find(({ firstRow, lastRow }) => row >= firstRow && row <= lastRow);
  if (!kept) return DROPPED;
  return changes.get(column)?.get(row) ?? (kept.isOutput ? KEPT_WITH_FORMULA : KEPT);
}
