import { formatDay } from "../calendar/day";
import { parseDateText, type DateOrder } from "./dateText";

/** The reading as text: a day, with its time if it has one, two days it could be, or "none". */
function read(text: string, settled?: DateOrder): string {
  const found = parseDateText(text, settled);
  if (found.kind === "none") return "none";
  if (found.kind === "ambiguous") return `${formatDay(found.one)} or ${formatDay(found.other)}`;
  if (found.kind === "month") return `${formatDay(found.first)} to ${formatDay(found.last)}`;
  return found.time === 0 ? formatDay(found.day) : `${formatDay(found.day)} ${String(found.time)}`;
}

describe("parseDateText", () => {
  it.each([
    ["2026-10-31", "2026-10-31"],
    [" 2026-10-31 ", "2026-10-31"],
    ["2026/10/31", "2026-10-31"],
    ["2026.10.31", "2026-10-31"],
    ["20261031", "2026-10-31"],
    ["2024-02-29", "2024-02-29"],
    ["9999-12-31", "9999-12-31"],
    ["1900-03-01", "1900-03-01"],
  ])("reads ISO %j as %s", (text, day) => {
    expect(read(text)).toBe(day);
    expect(parseDateText(text)).toMatchObject({ iso: true });
  });

  it.each([
    ["2026-10-31T18:00:00Z", 0.75],
    ["2026-10-31T18:00:00.000Z", 0.75],
    ["2026-10-31 18:00", 0.75],
    ["2026-10-31T18:00:00+00:00", 0.75],
    ["2026-10-31 6:00 PM", 0.75],
    ["2026-10-31 12:00 am", 0],
    ["2026-10-31 12:00 pm", 0.5],
    ["20261031 06:00", 0.25],
    ["2026-10-31 00:00:00,5", 0.5 / 86_400],
  ])("keeps the time of day of %j", (text, time) => {
    expect(parseDateText(text)).toMatchObject({ kind: "moment", time });
  });

  it.each([
    "31 Oct 2026",
    "31-Oct-2026",
    "31. October 2026",
    "Oct 31, 2026",
    "October 31st, 2026",
    "OCT 31 2026",
  ])("reads the named month of %j", (text) => {
    expect(read(text)).toBe("2026-10-31");
    expect(parseDateText(text)).toMatchObject({ iso: false });
  });

  it.each([
    ["31/10/2026", "dmy"],
    ["31/10/26", "dmy"],
    ["10/31/2026", "mdy"],
  ])("%j can only be one day and settles %s", (text, order) => {
    expect(parseDateText(text)).toMatchObject({ kind: "moment", order });
    expect(read(text)).toBe("2026-10-31");
  });

  it("keeps the last moment of a day in its day", () => {
    for (const text of [
      "2026-10-31 23:59:59.9999999",
      "31.10.2026 23:59:59,999999999",
      "2026-10-31T23:59:59.999999Z",
    ]) {
      const found = parseDateText(text);
      const serial = found.kind === "moment" ? found.day + found.time : NaN;
      expect(formatDay(Math.floor(Number(serial.toPrecision(15))))).toBe("2026-10-31");
    }
  });

  it("does not guess 3/4/2026", () => {
    expect(read("3/4/2026")).toBe("2026-04-03 or 2026-03-04");
    expect(read("3/4/2026", "dmy")).toBe("2026-04-03");
    expect(read("3/4/2026", "mdy")).toBe("2026-03-04");
    expect(read("3/4/2026 18:00", "mdy")).toBe("2026-03-04 0.75");
  });

  it.each([
    ["26-10-05", "2005-10-26 or 2026-10-05"],
    ["05-10-26", "2026-10-05 or 2026-05-10"],
  ])("does not guess where the year of %j stands", (text, days) => {
    expect(read(text)).toBe(days);
    expect(read(text, "ymd")).not.toContain(" or ");
  });

  it.each([
    ["05.10.2026", "2026-10-05"],
    ["5.10.26", "2026-10-05"],
    ["05.10.2026.", "2026-10-05"],
    ["2019.04.19.", "2019-04-19"],
    ["23-Jan-15", "2015-01-23"],
    ["05-Oct-26", "2026-10-05"],
  ])("reads %j as %s", (text, day) => {
    expect(read(text)).toBe(day);
    expect(parseDateText(text)).not.toHaveProperty("order");
  });

  it.each(["2026-10", "2026/10", "202610", "Oct 2026", "October 2026", "10/2026", "10.2026", "10-2026"])(
    "reads %j as a month",
    (text) => {
      expect(read(text)).toBe("2026-10-01 to 2026-10-31");
    },
  );

  it.each([
    ["2026-10-31T23:30:00+01:00", "2026-10-31"],
    ["2026-10-31T23:30:00-0500", "2026-10-31"],
    ["2026-10-31 23:30 UTC", "2026-10-31"],
    ["2026-10-31 11:30 PM GMT", "2026-10-31"],
  ])("takes the day that the clock of %j showed", (text, day) => {
    expect(read(text)).toMatch(new RegExp(`^${day} `));
  });

  it("spends no time on a text that is too long for a date", () => {
    expect(read(`5${" ".repeat(60_000)}x`)).toBe("none");
  });

  it("learns nothing from a day that reads the same both ways", () => {
    expect(parseDateText("4/4/2026")).not.toHaveProperty("order");
    expect(read("4/4/2026")).toBe("2026-04-04");
  });

  it("keeps the only reading against the settled order", () => {
    expect(read("31/10/2026", "mdy")).toBe("2026-10-31");
  });

  it.each([
    "",
    " ",
    "soon",
    "2026-02-30",
    "2026-13-01",
    "2026-00-10",
    "2025-02-29",
    "31/31/2026",
    "0/10/2026",
    "31/10-2026",
    "31 Foo 2026",
    "32 Oct 2026",
    "2026",
    "1900-02-28",
    "10000-01-01",
    "2026103",
    "20261331",
    "2026-10-31T25:00",
    "2026-10-31 10:60",
    "2026-10-31 10:00:60",
    "2026-10-31 23:59:60",
    "2026-10-31 13:00 am",
    "2026-10-31T18:00:00+2",
    "13.13.2026",
    "2026-13",
    "13/2026",
    "202613",
    "Foo 2026",
    "Oct-26",
    "2026-10 18:00",
    "2026-10-31 noon",
  ])("finds no date in %j", (text) => {
    expect(read(text)).toBe("none");
  });
});
