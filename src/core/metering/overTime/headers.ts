/** Columns of Usage that only aggregations over time read. */
export const STATE_HEADER = "State";
export const READ_HEADER = "Read";
