import type { Snapshot } from "../grid/grid";
import { unheard } from "../issues/issue";
import { bindTable } from "../schema/bind";
import { cellOf, type BoundTable } from "../schema/boundTable";
import { outputMapping } from "../schema/outputSheet";
import { readRecords } from "../schema/readRecords";
import type { RecordOf } from "../schema/table";
import type { CellEdit } from "../sheets/plan";
import { errorRegisterTable } from "./tables/errorRegister.table";

type ErrorColumns = (typeof errorRegisterTable)["columns"];

/** The Error register as a workbook holds it. */
export interface ErrorRegister {
  readonly bound: BoundTable<ErrorColumns> | undefined;
  readonly rows: readonly RecordOf<ErrorColumns>[];
}

export function readErrorRegister(snapshot: Snapshot): ErrorRegister {
  const mapping = outputMapping(errorRegisterTable, snapshot);
  const bound = bindTable(errorRegisterTable, snapshot, mapping, unheard);
  return { bound, rows: bound ? readRecords(bound, () => [], unheard).good : [] };
}

/** What people fill in, as it is written. */
export type ErrorNotes = Readonly<Record<"cause" | "owner" | "rootCause" | "state", string>>;

/** The cells of a row that say something else from now on; a column that is not there is left out. */
export function errorEdits({ bound }: ErrorRegister, row: number, notes: ErrorNotes): CellEdit[] {
  if (!bound) return [];
  return (Object.keys(notes) as (keyof ErrorNotes)[])
    .filter((field) => bound.columnOf.has(field))
    .map((field) => ({ at: cellOf(bound, row, field), value: notes[field] }));
}
