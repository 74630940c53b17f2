import { encodeUtf8 } from "../../../bytes/text";
import { DayReader } from "./fieldDay";

/** The day that is told apart from its time; undefined where the text has to stay whole. */
function dayOf(text: string): string | undefined {
  const reader = new DayReader();
  const bytes = encodeUtf8(text);
  return reader.read(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), 0, bytes.length)
    ? text.slice(0, reader.end)
    : undefined;
}

test.each([
  ["2026-10-31 23:59:59", "2026-10-31"],
  ["2026-10-31T08:00Z", "2026-10-31"],
  ["2028-02-29 10:00", "2028-02-29"],
  ["31/10/2026 10:00", "31/10/2026"],
  ["10/31/2026 10:00", "10/31/2026"],
  ["29.02.2026 10:00", undefined],
  ["2026-10-82 23:59:59", undefined],
  ["2026-13-01 10:00", undefined],
  ["2026-02-29 10:00", undefined],
  ["2026-00-10 10:00", undefined],
  ["30/02/2026 10:00", undefined],
  ["2026-10-31 25:00", undefined],
  ["2026-10-31 24:00:00", undefined],
  ["2026-10-31 23:59:60", undefined],
  ["1990-01-01 10:00", "1990-01-01"],
  ["2099-12-31 10:00", "2099-12-31"],
  ["1989-12-31 10:00", undefined],
  ["2100-01-01 10:00", undefined],
  ["0001-01-01T00:00:00", undefined],
  ["31/10/20266 10:00", undefined],
  ["31/10/026 10:00", undefined],
  ["31/10/26 10:00", "31/10/26"],
  ["031/10/2026 10:00", undefined],
  ["2026-1-2 10:00", undefined],
  ["2026-010-02 10:00", undefined],
  ["soon", undefined],
])("%s has the day %s", (text, day) => {
  expect(dayOf(text)).toBe(day);
});

it("has the milliseconds that the same moment has as a cell", () => {
  const reader = new DayReader();
  const of = (text: string) => {
    const bytes = encodeUtf8(text);
    return reader.read(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), 0, bytes.length)
      ? reader.milliseconds
      : undefined;
  };
  expect(
    ["10:00:00.0009", "23:59:59.9994", "23:59:59.999999999"].map((time) => of(`2026-10-31 ${time}`)),
  ).toEqual([36_000_001, 86_399_999, 86_399_999]);
});
