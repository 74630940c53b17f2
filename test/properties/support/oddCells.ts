/** Texts that look like moments and are none, moments of years that no usage is of, and words that databases know. */
export const oddDates = [
  ...["2026-10-82 23:59:59", "2026-02-30 10:00", "2027-02-29 10:00", "2100-02-29 10:00", "2028-02-29 10:00"],
  ...["0000-01-01 10:00", "0001-01-01T00:00:00", "1850-01-01 10:00", "1900-03-01 10:00", "1989-12-31 10:00"],
  ...["2100-01-01 10:00", "9999-12-31 10:00", "10000-01-01 10:00", "294277-01-01 10:00"],
  ...["2026-10-02 24:00:00", "2026-10-02 23:59:60", "2026-10-02 23:59:59.9999999999", "2026-1-2 10:00"],
  ...["2026-10-02 10:00 BC", "infinity", "-infinity", "NaN", "epoch", "now", "", "  ", "9".repeat(40)],
];

/** Figures that are none, too long to be added up or written in another way; a comma would change how all are read. */
export const oddFigures = [
  ...["NaN", "inf", "Infinity", "-Infinity", "1e400", "1e-400", "9".repeat(40), `-${"9".repeat(40)}`],
  ...[`0.${"1".repeat(40)}`, "999999999.9999999", "999999999.999999", "1000000000", "-1000000000"],
  ...["-0", "+5", " 5 ", "0x10", "1_000", "", "true", "007", "1E-3", ".5", "5.", "--5", "1e", "12:00", "50%"],
];

/** The same of columns that hold moments, and of those that hold floats. */
export const oddMoments = [
  ...["2026-10-03 10:00", "infinity", "-infinity", "10000-01-01 00:00", "294246-12-31 23:59:59"],
  ...["1850-01-01 10:00", "0001-01-01 00:00", "9999-12-31 23:59:59.999999", "1970-01-01 00:00"],
].map((text) => `TIMESTAMP '${text}'`);
export const oddFloats = (type: string) =>
  ["NaN", "Infinity", "-Infinity", "1e300", "1e-300", "-0", "1e-5", "1e15", "2.5"].map(
    (text) => `CAST('${text}' AS ${type})`,
  );

const PLAIN = { Date: "2026-10-03 10:00", Quantity: "3" };
/** So many rows are the first of a column in a file, and looked at one by one. */
const FIRST = 5;

/** Rows, titles first: plain ones of a contract, below them those of another, which have odd texts in a column, each twice. */
export function rowsWith(title: keyof typeof PLAIN, texts: readonly string[]): string[][] {
  const cells = [...Array<string>(FIRST).fill(PLAIN[title]), ...texts, ...texts];
  const rows = cells.map((text, at) => {
    const { Date: date, Quantity: quantity } =
      title === "Date" ? { ...PLAIN, Date: text } : { ...PLAIN, Quantity: text };
    return [`e${String(at)}`, at < FIRST ? "CT-2" : "CT-1", "calls", date, quantity];
  });
  return [["Event ID", "Contract ID", "Meter", "Date", "Quantity"], ...rows];
}

/** A statement for rows of which one column has these values, each of them twice. */
export function valuesAs(title: string, values: readonly string[]): string {
  const columns: Readonly<Record<string, string>> = {
    Date: "DATE '2026-10-03'",
    Quantity: "3",
    [title]: "value",
  };
  const selected = Object.entries(columns).map(([name, value]) => `${value} AS "${name}"`);
  const rows = [...values, ...values].map((value, at) => `(${String(at)}, ${value})`);
  return (
    `SELECT 'e' || i AS "Event ID", 'CT-1' AS "Contract ID", 'calls' AS "Meter", ${selected.join(", ")} ` +
    `FROM (VALUES ${rows.join(", ")}) AS drawn(i, value)`
  );
}
