/** 0-based row of the header of every output table. */
export const HEADER_ROW = 0;
/** 0-based row of its first record. */
export const FIRST_ROW = 1;
/** Characters that the number of a document takes; that of a draft is its key, as `DRAFT-CT-0001-2026-10-EUR`. */
export const DOCUMENT_NUMBER_WIDTH = 34;
