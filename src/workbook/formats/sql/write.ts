import type { SqlColumn } from "./sqlTable";

/** A name as statements write it: whatever it holds, it stays a name. */
export const nameSql = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A text as statements write it. */
export const textSql = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const DAY_LENGTH = "10";

/** A cell as the text that its type has; empty for none. */
export const typedTextSql = ({ name }: SqlColumn): string =>
  `COALESCE(CAST(${nameSql(name)} AS VARCHAR), '')`;

/** A decimal without zeros at its end. */
const shortestSql = (text: string): string => `rtrim(rtrim(${text}, '0'), '.')`;

/** Small floats are written with an exponent; from this on a decimal has all their digits. */
const SMALL = { least: "0.00000000000001", exact: "DECIMAL(38,30)" };

/** A decimal with a zero before its point, which a type without whole digits leaves out: 0.5 of .50, -0.5 of -.50. */
function decimalSql(text: string): string {
  const shortest = shortestSql(text);
  return (
    `CASE WHEN ${text} LIKE '.%' THEN '0' || ${shortest} ` +
    `WHEN ${text} LIKE '-.%' THEN '-0' || substr(${shortest}, 2) ELSE ${shortest} END`
  );
}

/** A number as a sheet shows it: 1001 of 1001.0, 0.00001 of 1e-05. A large one with an exponent has lost digits and shows it. */
function numberSql(column: SqlColumn): string {
  const name = nameSql(column.name);
  const text = typedTextSql(column);
  const small = shortestSql(`CAST(CAST(${text} AS ${SMALL.exact}) AS VARCHAR)`);
  const cases = [
    `WHEN ${name} = 0 THEN '0'`,
    ...(column.kind === "number"
      ? [
          `WHEN ${text} LIKE '%e-%' AND abs(${name}) >= ${SMALL.least} THEN ${small}`,
          `WHEN ${text} LIKE '%e%' THEN ${text}`,
        ]
      : []),
    `WHEN ${text} LIKE '%.%' THEN ${decimalSql(text)}`,
  ];
  return `CASE ${cases.join(" ")} ELSE ${text} END`;
}

/** Midnight in a zone or without one. */
const MIDNIGHTS = ["____-__-__ 00:00:00", "____-__-__ 00:00:00+00"];

/** A moment; midnight is the day alone. */
function momentSql(column: SqlColumn): string {
  const text = typedTextSql(column);
  const isMidnight = MIDNIGHTS.map((pattern) => `${text} LIKE ${textSql(pattern)}`).join(" OR ");
  return `CASE WHEN ${isMidnight} THEN substr(${text}, 1, ${DAY_LENGTH}) ELSE ${text} END`;
}

/** A cell as the text that a sheet shows of it, whatever its type; empty for none. */
export function cellSql(column: SqlColumn): string {
  if (column.kind === "figure" || column.kind === "number") return numberSql(column);
  return column.kind === "moment" ? momentSql(column) : typedTextSql(column);
}

/** Whether all of a text fits a pattern; its ends are in the pattern, since a part is enough for some of the family. */
const fitsSql = (text: string, pattern: string): string => `(${text} ~ ${textSql(`^${pattern}$`)})`;

const CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]{1,9})?)?";
const ZONE = "([Zz]|[+-][0-9][0-9](:?[0-9][0-9])?)?";
const LONG_MONTHS = "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])";
const SHORT_MONTHS = "(0[469]|11)-(0[1-9]|[12][0-9]|30)";
const FEBRUARY = "02-(0[1-9]|1[0-9]|2[0-8])";
const LEAP_DAY = "(199[26]|20([02468][048]|[13579][26]))-02-29";
/** A day that there is, in a year that usage may be of; any other date is a fault, which names all of its text. */
const DAY = `((199[0-9]|20[0-9][0-9])-(${LONG_MONTHS}|${SHORT_MONTHS}|${FEBRUARY})|${LEAP_DAY})`;
const YEARS = "BETWEEN 1990 AND 2099";
/** 2026-10-31T08:15:00Z: the day is what stands before the time. */
const MOMENT = `${DAY}[ T]${CLOCK}${ZONE}`;

/** The day of a column as its text, so that rows of a day can be added up; NULL where it cannot be told apart. */
export function daySql(column: SqlColumn): string {
  const text = cellSql(column);
  if (column.kind === "day") return text;
  const isMoment =
    column.kind === "moment" ? `date_part('year', ${nameSql(column.name)}) ${YEARS}` : fitsSql(text, MOMENT);
  const day = `substr(${text}, 1, ${DAY_LENGTH})`;
  return `CASE WHEN ${isMoment} THEN ${day} WHEN ${text} LIKE '%:%' THEN NULL ELSE ${text} END`;
}

const YEAR_FIRST = "[0-9]{4}[-/.][0-9]{2}[-/.][0-9]{2}";
const YEAR_LAST = "[0-9]{2}[-/.][0-9]{2}[-/.][0-9]{4}";

/** Whether `sameMomentSql` tells a text apart from others as what it means, and not as what it is. */
export const isPlainMomentSql = (text: string): string =>
  fitsSql(text, `(${YEAR_FIRST}|${YEAR_LAST})([ T]${CLOCK}${ZONE})?`);

/** Whether a text is a day, which says the same as the number of its cell. */
export const isDaySql = (text: string): string => fitsSql(text, "[0-9]{4}-[0-9]{2}-[0-9]{2}");

/** Whether a text is a number with a comma, whose points are then no decimal signs. */
export const hasCommaSql = (text: string): string =>
  `(${text} LIKE '%,%' AND ${fitsSql(text, "[[:space:]]*[-+]?[0-9.]*,[0-9]+[[:space:]]*")})`;

/** A moment as a text that is the same for 2026-10-05 and 05.10.2026, whichever of month and day comes first, 10:15 and 10:15:00. */
export function sameMomentSql(text: string): string {
  const begins = (pattern: string) => `regexp_replace(${text}, ${textSql(`^${pattern}`)}, '') <> ${text}`;
  const part = (from: number, length: number) => `substr(${text}, ${String(from)}, ${String(length)})`;
  const time = `rtrim(ltrim(substr(${text}, 11), ' T'), '0:.Z+ ')`;
  const key = (year: string, one: string, other: string) =>
    `${year} || least(${one}, ${other}) || greatest(${one}, ${other}) || ' ' || ${time}`;
  return (
    `CASE WHEN ${begins(YEAR_FIRST)} THEN ${key(part(1, 4), part(6, 2), part(9, 2))} ` +
    `WHEN ${begins(YEAR_LAST)} THEN ${key(part(7, 4), part(1, 2), part(4, 2))} ELSE ${text} END`
  );
}

/** The decimals that quantities are added up with, and the size below which no sum of a day outgrows them. */
const EXACT = "DECIMAL(38,6)";
const DECIMALS = "6";
const LARGEST = "1000000000";
const FIGURE = "-?[0-9]{1,9}([.][0-9]{1,6})?";

/** A quantity as an exact decimal, never a float; NULL where it is no plain figure, is long or has more decimals. */
export function figureSql(column: SqlColumn): string {
  const name = nameSql(column.name);
  if (column.kind === "figure")
    return (
      `CASE WHEN ${name} > -${LARGEST} AND ${name} < ${LARGEST} ` +
      `THEN CASE WHEN round(${name}, ${DECIMALS}) = ${name} THEN CAST(${name} AS ${EXACT}) END END`
    );
  const text = cellSql(column);
  return `CASE WHEN ${fitsSql(text, FIGURE)} THEN CAST(${text} AS ${EXACT}) END`;
}

/** Blanks beyond ASCII, which are none for every server. */
const BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000";
/** Digits and what people put between those of a payment card. */
const LONG_NUMBER = `[0-9]([[:space:]${BLANKS}\u2010-\u2015-]*[0-9]){12}`;

/** Whether a text holds a number as long as that of a payment card. */
export const longNumberSql = (text: string): string =>
  `regexp_replace(${text}, ${textSql(LONG_NUMBER)}, '') <> ${text}`;

const printable = (character: string) => `ascii(${character}) BETWEEN 33 AND 126`;

/** Whether an id begins and ends with a plain character, so that no blanks around it need to be seen. */
export const isPlainIdSql = (id: string): string =>
  `(${printable(`left(${id}, 1)`)} AND ${printable(`right(${id}, 1)`)})`;
