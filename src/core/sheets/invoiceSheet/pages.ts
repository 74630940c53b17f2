/** What breaks a sheet into pages. */
export interface PageInput {
  /** Points, by row from the top. */
  readonly heights: readonly number[];
  /** Rows that stay on one page with the row below them. */
  readonly kept: ReadonlySet<number>;
  /** The row that every page but the first repeats at its top. */
  readonly headerRow: number;
  /** Points that a page holds. */
  readonly pageHeight: number;
}

/** Excel takes no more of them on a sheet. */
const MOST_BREAKS = 1023;

/** The row at which the page ends that cannot hold `row` any more: before all that is kept with it. */
function breakBefore(row: number, pageStart: number, kept: ReadonlySet<number>): number {
  let first = row;
  while (first > pageStart && kept.has(first - 1)) first--;
  // What is higher than a page is broken where the page ends.
  return first > pageStart ? first : row;
}

/** The rows that begin a new page, as few as can be, with all that is kept together on one page. */
export function pageBreaks({ heights, kept, headerRow, pageHeight }: PageInput): number[] {
  const breaks: number[] = [];
  let pageStart = 0;
  let room = pageHeight;
  for (let row = 0; row < heights.length; row++) {
    const height = heights[row]!;
    if (height <= room || row === pageStart) {
      room -= height;
      continue;
    }
    pageStart = breakBefore(row, pageStart, kept);
    breaks.push(pageStart);
    room = pageHeight - (pageStart > headerRow ? heights[headerRow]! : 0);
    row = pageStart - 1;
  }
  return breaks.slice(0, MOST_BREAKS);
}
