/**
 * Headers chosen by the user, from Settings: field title by nameKey -> header, "" for a field that is not to be read;
 * the sheet under SHEET_KEY.
 */
export type Mapping = ReadonlyMap<string, string>;

/** The key under which a mapping names the sheet or Excel table itself. No field may have this title. */
export const SHEET_KEY = "sheet";
