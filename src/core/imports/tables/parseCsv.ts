/** A field of a CSV file; quotes tell a text from a figure. */
export interface CsvField {
  readonly text: string;
  readonly isQuoted: boolean;
}

/** The fields of a file of RFC 4180, record by record; blank lines are none. Undefined where a quote is never closed. */
export function parseCsv(text: string, given?: string): CsvField[][] | undefined {
  const separator = given ?? separatorOf(text);
  const records: CsvField[][] = [];
  let record: CsvField[] = [];
  let at = 0;
  const endRecord = () => {
    if (record.some((field) => field.text !== "" || field.isQuoted)) records.push(record);
    record = [];
  };
  while (at < text.length) {
    const field = readField(text, at, separator);
    if (!field) return undefined;
    record.push({ text: field.text, isQuoted: field.isQuoted });
    at = field.end;
    if (text[at] === separator) {
      at++;
      if (at === text.length) record.push({ text: "", isQuoted: false });
      continue;
    }
    endRecord();
    at += text.startsWith("\r\n", at) ? 2 : 1;
  }
  return records;
}

/** The first line has commas or semicolons between its headers. */
function separatorOf(text: string): "," | ";" {
  const end = text.indexOf("\n");
  const header = end < 0 ? text : text.slice(0, end);
  return header.split(";").length > header.split(",").length ? ";" : ",";
}

interface ReadField extends CsvField {
  readonly end: number;
}

function readField(text: string, start: number, separator: string): ReadField | undefined {
  if (text[start] !== '"') {
    let end = start;
    while (end < text.length && text[end] !== separator && text[end] !== "\r" && text[end] !== "\n") end++;
    return { text: text.slice(start, end), isQuoted: false, end };
  }
  const parts: string[] = [];
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return undefined;
    parts.push(text.slice(from, quote));
    if (text[quote + 1] !== '"') return { text: parts.join('"'), isQuoted: true, end: quote + 1 };
    from = quote + 2;
  }
}
