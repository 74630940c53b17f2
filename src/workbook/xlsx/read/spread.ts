/** Cells a grid may hold room for, in all sheets together, before it matters how many of them are filled. */
const MOST_ROOM = 20_000_000;
/** Beyond that one cell in so many must be filled. */
const ROOM_PER_CELL = 16;

/**
 * How much room the cells of a workbook take as columns: each reaches down to its last cell. Ordinary sheets fill what they
 * take; a few cells far apart could take gigabytes.
 */
export class Spread {
  private room = 0;
  private filled = 0;
  private reach: number[] = [];

  beginSheet(): void {
    this.reach = [];
  }

  /** Counts a cell before it is kept; false when there is no room for it. */
  takes(row: number, column: number): boolean {
    this.filled++;
    const reach = this.reach[column] ?? 0;
    if (row < reach) return true;
    this.reach[column] = row + 1;
    this.room += row + 1 - reach;
    return this.room <= MOST_ROOM || this.room <= this.filled * ROOM_PER_CELL;
  }
}
