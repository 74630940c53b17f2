/** One interval of a meter register. */
export interface Reading {
  readonly nmi: string;
  /** The data stream: E is energy taken from the grid, B energy fed in, K and Q are reactive. */
  readonly register: string;
  /** kwh or kvarh. */
  readonly unit: string;
  readonly minutes: number;
  /** 2005-03-15. */
  readonly date: string;
  /** 1 is the interval that begins at midnight. */
  readonly interval: number;
  /** As written, with its decimals. */
  readonly value: string;
  /** A actual, E estimated, F final substitute, S substitute, N null. */
  readonly quality: string;
}

/** What follows a 200 record is of its register. */
type Register = Pick<Reading, "nmi" | "register" | "unit" | "minutes">;

export interface Nem12File {
  readonly readings: readonly Reading[];
  /** Dates of day records that cannot be read. */
  readonly unreadable: readonly string[];
}

const MINUTES_PER_DAY = 1440;

function registerOf(fields: readonly string[]): Register {
  const [, nmi = "", , , register = "", , , unit = "", minutes = ""] = fields;
  return { nmi, register, unit: unit.toLowerCase(), minutes: Number(minutes) };
}

/** The intervals of a 300 record; undefined when some are missing. */
function dayOf(register: Register, fields: readonly string[]): Reading[] | undefined {
  const [, day = "", ...rest] = fields;
  const date = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`;
  const count = MINUTES_PER_DAY / register.minutes;
  const values = rest.slice(0, count);
  const quality = (rest[count] ?? "").slice(0, 1);
  if (values.some((value) => !/^(?:\d+(?:\.\d*)?|\.\d+)$/.test(value)) || quality === "") return undefined;
  return values.map((value, index) => ({ ...register, date, interval: index + 1, value, quality }));
}

/** A 400 record gives the intervals of a part of the day before it a quality of their own. */
function withQuality(day: readonly Reading[], [, from, to, quality = ""]: readonly string[]): Reading[] {
  return day.map((reading) => {
    const isWithin = reading.interval >= Number(from) && reading.interval <= Number(to);
    return isWithin ? { ...reading, quality: quality.slice(0, 1) } : reading;
  });
}

/** Reads a meter data file in the NEM12 exchange format: records 200 (register), 300 (day) and 400 (quality). */
export function parseNem12(text: string): Nem12File {
  const days: Reading[][] = [];
  const unreadable: string[] = [];
  let register: Register | undefined;
  let isDayRead = false;
  for (const line of text.split(/\r?\n/)) {
    const fields = line.split(",");
    if (fields[0] === "200") register = registerOf(fields);
    if (fields[0] === "300" && register) {
      const day = dayOf(register, fields);
      isDayRead = day !== undefined;
      if (day) days.push(day);
      else unreadable.push(fields[1] ?? "");
    }
    // The quality of a day that could not be read must not land on the day before it.
    if (fields[0] === "400" && isDayRead) days.push(withQuality(days.pop()!, fields));
  }
  return { readings: days.flat(), unreadable };
}
