/** 0-based row of the header of every output table. */
export const HEADER_ROW = 0;
/** 0-based row of its first record. */
export const FIRST_ROW = 1;
