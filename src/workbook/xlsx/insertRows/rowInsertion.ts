import { areaReference, parseArea, type Area } from "../areaReference";

/** Rows that come into a sheet; what was at `row` and below moves down by `count`. */
export interface RowInsertion {
  readonly sheet: string;
  /** 0-based. */
  readonly row: number;
  readonly count: number;
}

/** Where a row is afterwards: row 7 is row 10 once three rows have come in at row 5. */
export function movedRow(row: number, { row: first, count }: RowInsertion): number {
  return row >= first ? row + count : row;
}

/** An area that begins above the rows and ends below them takes them in, as in Excel. */
function movedArea(area: Area, insertion: RowInsertion): Area {
  return {
    ...area,
    firstRow: movedRow(area.firstRow, insertion),
    lastRow: movedRow(area.lastRow, insertion),
  };
}

/** The areas of an attribute such as `sqref`, parted by blanks; what is no area stays. */
export function movedReferences(references: string, insertion: RowInsertion): string {
  return references
    .split(" ")
    .map((reference) => {
      const area = parseArea(reference);
      if (area === undefined || area.lastRow < insertion.row) return reference;
      const moved = areaReference(movedArea(area, insertion));
      return reference.includes(":") ? moved : moved.slice(0, moved.indexOf(":"));
    })
    .join(" ");
}
