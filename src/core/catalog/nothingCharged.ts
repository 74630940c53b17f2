/** What to write in place of “free” or a dash: without a price or fee the terms are incomplete, or another one is meant. */
export const NOTHING_CHARGED = ", or 0 if nothing is charged";
