/** Height of a row in pixels; the header above the rows has it too. */
export const ROW = 22;
/** Browsers stop growing an element at about 17 million pixels. */
const MOST_PIXELS = 15_000_000;

/** How the place of a scroller and the place in its sheet belong together, both in pixels from the top. */
export interface Scrolling {
  /** Of what is scrolled. */
  readonly height: number;
  readonly sheetTopOf: (scrollTop: number) => number;
  readonly scrollTopOf: (sheetTop: number) => number;
}

/**
 * A sheet that is taller than a page can be is scrolled in steps that are larger than what is scrolled: 1,000,000 rows
 * (22,000,022 px) in 15,000,000 px by 1.47 pixels each, so that the last row is reached at the end.
 */
export function scrollingOf(rowCount: number, viewHeight: number): Scrolling {
  const whole = (rowCount + 1) * ROW;
  const height = Math.min(whole, MOST_PIXELS);
  const step = height < whole ? (whole - viewHeight) / (height - viewHeight) : 1;
  return { height, sheetTopOf: (scrollTop) => scrollTop * step, scrollTopOf: (sheetTop) => sheetTop / step };
}
