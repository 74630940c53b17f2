import type { SheetFormula } from "../../../core/api";

/** A formula as its cell has it; one of a group that shares a formula may have no text of its own. */
interface FoundFormula {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** The group that shares it; "" for none. */
  readonly shared: string;
}

/** Collects the formulas of a sheet; one that is shared is given with how far it stands from the cell it is written for. */
export class FormulaCollector {
  /** By "row,column". */
  readonly formulas = new Map<string, SheetFormula>();
  private readonly masters = new Map<string, FoundFormula>();

  add(found: FoundFormula): void {
    const { row, column, text, shared } = found;
    if (text !== "" && shared !== "") this.masters.set(shared, found);
    const master = text === "" ? this.masters.get(shared) : found;
    if (!master) return;
    this.formulas.set(`${String(row)},${String(column)}`, {
      text: master.text,
      down: row - master.row,
      right: column - master.column,
    });
  }
}
