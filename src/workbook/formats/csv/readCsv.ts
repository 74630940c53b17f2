import type { Grid } from "../../../core/api";
import { decodeUtf8, encodeUtf8 } from "../../bytes/text";
import { utf8OfText } from "./decodeText";
import { findDelimiter } from "./delimiter";
import { hasCommaBesidePoint } from "./decimalCommas";
import { describeFault, type CsvFailure } from "./fault";
import { takesPointBetween } from "./fieldCell";
import { RecordParser } from "./parseRecords";

type CsvReading =
  | { readonly ok: true; readonly grid: Grid }
  | { readonly ok: false; readonly failure: CsvFailure };

const BINARY_WITHIN = 4096;
/** As far as the first records are looked at to tell what divides their fields. */
const SAMPLE = 1024 ** 2;

/**
 * Reads a CSV file as a sheet: its delimiter and encoding are found out. Numbers below the header are those whose text can
 * be had back from them, 2.5 and not 2.50; all else is text as it stands, and what it means is for its column to say. The
 * grid tells of which line each row is, how many fields it has and what divides them.
 */
export function readCsv(bytes: Uint8Array, sheetName: string): CsvReading {
  const text = utf8OfText(bytes);
  if (text.subarray(0, BINARY_WITHIN).includes(0)) {
    return failed("NOT_TEXT", "The file is not text; save it as CSV UTF-8.");
  }
  const sample = decodeUtf8(text.subarray(0, SAMPLE));
  const { delimiter, start } = findDelimiter(sample);
  const division = { delimiter, start: encodeUtf8(sample.slice(0, start)).length };
  const takesPoint = takesPointBetween(delimiter);
  let result = new RecordParser(text, division, takesPoint, sheetName).parse();
  if (takesPoint && !("kind" in result) && hasCommaBesidePoint(result))
    result = new RecordParser(text, division, false, sheetName).parse();
  return "kind" in result ? { ok: false, failure: describeFault(result) } : { ok: true, grid: result };
}

function failed(code: CsvFailure["code"], message: string): CsvReading {
  return { ok: false, failure: { code, message } };
}
