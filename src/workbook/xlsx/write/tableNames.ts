import { parseArea } from "../areaReference";

/** The table names of a workbook; defined names count, because Excel keeps both in one list. */
export class TableNames {
  private readonly taken: Set<string>;

  constructor(
    names: Iterable<string>,
    private lastId: number,
  ) {
    this.taken = new Set(Array.from(names, (name) => name.toLowerCase()));
  }

  nextId(): number {
    this.lastId++;
    return this.lastId;
  }

  /** The name, or the name with a number when it is taken. */
  claim(wanted: string): string {
    const name = isReserved(wanted) ? `_${wanted}` : wanted;
    let unique = name;
    for (let number = 2; this.taken.has(unique.toLowerCase()); number++) unique = `${name}_${String(number)}`;
    this.taken.add(unique.toLowerCase());
    return unique;
  }
}

/** Excel refuses a name that could be a cell, such as INV2026 or R1C1, or that starts with a digit. */
function isReserved(name: string): boolean {
  return parseArea(name) !== undefined || /^\d/.test(name) || /^(r\d*)?(c\d*)?$/i.test(name);
}
