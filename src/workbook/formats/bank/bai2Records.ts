/** A record with the lines that continue it. */
export interface Bai2Record {
  readonly code: string;
  readonly fields: readonly string[];
  /** Of the file, 1-based. */
  readonly line: number;
}

const CONTINUATION = "88";

/**
 * The records of a file. A slash ends the fields of a line; a text has none and goes on in the next line of code 88,
 * while fields that were ended go on behind a comma.
 */
export function bai2Records(text: string): Bai2Record[] {
  const records: { code: string; content: string; isEnded: boolean; line: number }[] = [];
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const written = raw.trim();
    if (written === "") continue;
    const isEnded = written.endsWith("/");
    const content = isEnded ? written.slice(0, -1) : written;
    const code = content.slice(0, 2);
    const last = records.at(-1);
    if (code === CONTINUATION && last) {
      last.content += (last.isEnded ? "," : " ") + content.slice(3);
      last.isEnded = isEnded;
    } else records.push({ code, content, isEnded, line: index + 1 });
  }
  return records.map(({ code, content, line }) => ({ code, fields: content.split(","), line }));
}
