/** A width in characters as Excel's points: seven pixels a character and five of padding, at 96 to the inch. */
export const pointsOf = (characters: number): number => (characters * 7 + 5) * 0.75;
