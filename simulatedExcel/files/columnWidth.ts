const PIXELS_PER_DIGIT = 7;
const PADDING = 5;
const POINTS_PER_PIXEL = 0.75;

/** Points of a width in characters of Calibri 11, as Excel for Windows rounds them. */
export function pointsOfWidth(characters: number): number {
  return Math.trunc(characters * PIXELS_PER_DIGIT + PADDING / PIXELS_PER_DIGIT) * POINTS_PER_PIXEL;
}

export function widthOfPoints(points: number): number {
  return Math.round((points / POINTS_PER_PIXEL / PIXELS_PER_DIGIT) * 100) / 100;
}
