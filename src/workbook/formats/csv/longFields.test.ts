import { decodeUtf8 } from "../../bytes/text";
import { RecordScanner, type TextRecord } from "./fold/recordScanner";
import { readCsv } from "./readCsv";

/** The first field of the second row, or why there is none. */
type Way = (text: string) => string;

const whole: Way = (text) => {
  const reading = readCsv(Buffer.from(text), "Usage");
  if (!reading.ok) return reading.failure.message;
  const { values, texts } = reading.grid.columns[0]!;
  return texts.at(values[1]!) ?? "none";
};

const inPieces: Way = (text) => {
  const rows: string[] = [];
  const take = ({ text: bytes, starts, ends, written }: TextRecord) =>
    rows.push(decodeUtf8(written.get(0) ?? bytes.subarray(starts[0], ends[0])));
  const scanner = new RecordScanner(",", 1, take);
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += 10_000) {
    const fault = scanner.write(bytes.subarray(at, at + 10_000));
    if (fault) return JSON.stringify(fault);
  }
  const fault = scanner.end();
  return fault ? JSON.stringify(fault) : (rows[1] ?? "none");
};

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const x = (count: number) => "x".repeat(count);

/** As it is written, and what it holds. */
const fields: readonly (readonly [string, string, string])[] = [
  ["as it is", x(32_767), x(32_767)],
  ["in quotes", quoted(x(32_767)), x(32_767)],
  ["in quotes that are doubled inside", quoted(`"${x(32_764)}""`), `"${x(32_764)}""`],
  ["of quotes alone", quoted('"'.repeat(32_767)), '"'.repeat(32_767)],
  ["in letters of two bytes", quoted("é".repeat(32_767)), "é".repeat(32_767)],
  ["in characters that Excel counts twice", quoted(`${"😀".repeat(16_383)}"`), `${"😀".repeat(16_383)}"`],
  ["that goes on behind its quotes", `"${x(32_760)}"""rest"s`, `${x(32_760)}"rest"s`],
];

describe.each([
  ["as a whole", whole],
  ["in pieces", inPieces],
] as const)("a text that is read %s", (_, way) => {
  test.each(fields)("has 32,767 characters in a field %s, and no more", (__, written, held) => {
    expect(held).toHaveLength(32_767);
    expect(way(`id,qty\n${written},1\n`) === held).toBe(true);
    const longer = written.startsWith('"') ? `"é${written.slice(1)}` : `é${written}`;
    const refused = way(`id,qty\n${longer},1\n`);
    expect(refused.slice(0, 100)).toMatch(
      /^Field 1 on line 2 is longer|^\{"kind":"longField","line":2,"column":1\}/,
    );
  });

  it("names the line on which a long field opens", () => {
    expect(way(`id,qty\n1,"${"\n".repeat(32_768)}"\n`)).toMatch(/Field 2 on line 2 |"line":2,"column":2/);
  });
});
