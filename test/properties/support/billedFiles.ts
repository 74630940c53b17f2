import fc from "fast-check";
import {
  appendUsage,
  billPeriod,
  parsePeriod,
  planWrites,
  type BillingRun,
  type Grid,
  type Snapshot,
} from "../../../src/core/api";
import { sha256 } from "../../../src/cli/sha256";
import { sheet, workbook, type Cell } from "./sheets";

const CONTRACTS = 4;
const id = (index: number) => `CT-${String(index + 1)}`;
const START: Cell = { date: 46_000 };

/** Prices of every kind that reads usage: some ask for each row, some for what rows come to. */
const prices: readonly Cell[][] = [
  ["calls", "per_unit", 0.25],
  ["calls", "graduated", undefined, "100: 0.10; *: 0.05 + 1"],
  ["calls", "volume", undefined, "50: 2; *: 1.5"],
  ["calls", "per_unit", 1.005, undefined, "Event"],
  ["peak", "per_unit", 3],
  ["rows", "per_unit", 0.07],
  ["last", "per_unit", 2],
  ["users", "per_unit", 9],
  ["east", "per_unit", 0.5],
  ["night", "per_unit", 0.4],
  ["workdays", "per_unit", 0.3],
];
const meters: readonly Cell[][] = [
  ["peak", "calls", "Max"],
  ["rows", "calls", "Count"],
  ["last", "calls", "Latest"],
  ["users", "calls", "Unique", "User"],
  ["east", "calls", "Sum", undefined, "Region = East"],
  ["night", "calls", "Sum", undefined, "time = 22:00-06:00"],
  ["workdays", "calls", "Sum", undefined, "weekday = Mon-Fri"],
];

interface DrawnRow {
  readonly contract: string;
  readonly meter: string;
  readonly date: string;
  readonly quantity: string;
  readonly event: string;
  readonly region: string;
  readonly user: string;
  readonly received: string;
}

const two = (value: number) => String(value).padStart(2, "0");
const dates = fc
  .record({
    month: fc.constantFrom(9, 10, 10, 10, 10, 10, 10, 10, 11),
    day: fc.constantFrom(1, 2, 2, 3, 17, 30),
    time: fc.constantFrom("", "", "T10:15", " 23:30:15", "T05:00:00.250Z", "T25:00"),
  })
  .map(({ month, day, time }) => `2026-${two(month)}-${two(day)}${time}`);
const figures = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 400 }).map((value) => String(value / 4)) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 900 }).map((value) => (value / 10).toFixed(2)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("", "x", "-3", "1e3", "1,5", "0.0000001", "123456789012", "1.500", "007"),
  },
);
const row: fc.Arbitrary<DrawnRow> = fc.record({
  contract: fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min: 0, max: CONTRACTS - 1 }).map(id) },
    { weight: 1, arbitrary: fc.constantFrom("", "CT-9", "ct-1 ") },
  ),
  meter: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom("calls", "calls", "Calls") },
    { weight: 1, arbitrary: fc.constantFrom("", "storage", 'said "so"') },
  ),
  date: fc.oneof(
    { weight: 14, arbitrary: dates },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        "",
        "soon",
        "31 Oct 2026",
        "2026-13-01",
        "2026-10-82 23:59:59",
        "46310.5",
        "2026-10",
      ),
    },
  ),
  quantity: figures,
  event: fc.oneof(
    fc.constant(""),
    fc.integer({ min: 0, max: 60 }).map((value) => `e${String(value)}`),
  ),
  region: fc.constantFrom("East", "East", "East", "West", ""),
  user: fc.constantFrom("ann", "ann", "ann", "bob", ""),
  received: fc.constantFrom("", "", "", "", "", "2026-11-02", "2026-10-31T08:00"),
});

const field = (text: string, delimiter: string) =>
  text.includes(delimiter) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;

/** Rows of which most say the same as one before, but for their Event ID, time and quantity. */
const rowLikeOthers: fc.Arbitrary<DrawnRow> = fc.record({
  contract: fc.constantFrom(id(0), id(0), id(0), id(1)),
  meter: fc.oneof(
    { weight: 30, arbitrary: fc.constant("calls") },
    { weight: 1, arbitrary: fc.constantFrom("", 'the "calls"') },
  ),
  date: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom("2026-10-02T10:15:00", "2026-10-02 23:30:15", "2026-10-02") },
    { weight: 1, arbitrary: fc.constantFrom("2026-10-02T05:00:00.250Z", "2026-10-02T25:00", "2026-10-022") },
  ),
  quantity: figures,
  event: fc.integer({ min: 0, max: 60 }).map((value) => `e${String(value)}`),
  region: fc.constant("East"),
  user: fc.constant("ann"),
  received: fc.constantFrom("", "2026-10-31T08:00"),
});

const filesOf = (drawnRow: fc.Arbitrary<DrawnRow>) =>
  fc.record({
    rows: fc.oneof(
      fc.array(drawnRow, { minLength: 1, maxLength: 12 }),
      fc.array(drawnRow, { minLength: 40, maxLength: 90, size: "max" }),
    ),
    /** Rows pasted once more: from, and how many. */
    paste: fc.option(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 25 })), {
      nil: undefined,
    }),
    delimiter: fc.constantFrom(",", ",", ";", "\t"),
    hasIds: fc.boolean(),
    /** Each row has an Event ID above the one before, as exports mostly have them. */
    isOrdered: fc.boolean(),
    hasReceived: fc.boolean(),
    isSimple: fc.boolean(),
    total: fc.boolean(),
    lineEnd: fc.constantFrom("\n", "\r\n"),
  });
const files = filesOf(row);
export type DrawnFile = typeof files extends fc.Arbitrary<infer T> ? T : never;

/** The rows of a file, titles first. */
export function rowsOf({
  rows,
  paste,
  hasIds,
  isOrdered,
  hasReceived,
  isSimple,
  total,
}: DrawnFile): string[][] {
  const kept = isSimple ? rows.filter(({ date, contract }) => date !== "" && contract !== "") : rows;
  const ordered = kept.map((each, index) => ({ ...each, event: `o${String(index + 1)}` }));
  const given = isOrdered ? ordered : kept;
  const all = paste ? [...given, ...given.slice(paste[0], paste[0] + paste[1])] : given;
  const titles = ["Contract ID", "Meter", "Date", "Quantity", "Region", "User"];
  const lines = all.map(({ contract, meter, date, quantity, event, region, user, received }) => [
    ...(hasIds ? [event] : []),
    contract,
    meter,
    date,
    isSimple && !/^[\d.]+$/.test(quantity) ? "1" : quantity,
    region,
    user,
    ...(hasReceived ? [received] : []),
    "",
  ]);
  const more = hasReceived ? ["Received", "Note"] : ["Note"];
  const end = total ? [[...(hasIds ? [""] : []), "Total", "", "", "100", "", "", ...more.map(() => "")]] : [];
  return [[...(hasIds ? ["Event ID"] : []), ...titles, ...more], ...lines, ...end];
}

export function textOf(file: DrawnFile): string {
  const { delimiter, lineEnd } = file;
  return rowsOf(file)
    .map((fields) => fields.map((text) => field(text, delimiter)).join(delimiter) + lineEnd)
    .join("");
}

/** A book and files of usage. */
export const drawn = fc.record({
  prices: fc.array(fc.oneof(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: prices.length - 1 })), {
    minLength: CONTRACTS,
    maxLength: CONTRACTS,
  }),
  sheetRows: fc.array(row, { maxLength: 4 }),
  files: fc.array(files, { minLength: 1, maxLength: 2 }),
});
export type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

/** A book whose prices ask for sums, and a file of rows that are mostly like others. */
export const drawnAlike: fc.Arbitrary<Drawn> = fc.record({
  prices: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: CONTRACTS, maxLength: CONTRACTS }),
  sheetRows: fc.constant([]),
  files: filesOf(rowLikeOthers).map((file) => [{ ...file, hasIds: true, isOrdered: true }]),
});

export function bookOf({ prices: chosen, sheetRows }: Drawn): Snapshot {
  const kept = sheetRows.filter(({ date }) => /^\d{4}-\d\d-\d\d$/.test(date));
  return workbook([
    sheet("Contracts", [
      ["Contract ID", "Customer ID", "Start date", "Currency", "End date"],
      ...chosen.map((_, at): Cell[] => [
        id(at),
        `C-${String(at)}`,
        START,
        "EUR",
        at === 3 ? { date: 46_310 } : undefined,
      ]),
    ]),
    sheet("Prices", [
      ["Contract ID", "Product", "Pricing model", "Unit price", "Tiers", "Rate per", "Meter"],
      ...chosen.map((index, at): Cell[] => {
        const [meter, model, unitPrice, tiers, per] = prices[index]!;
        return [id(at), "Product", model, unitPrice, tiers, per, meter];
      }),
    ]),
    sheet("Meters", [
      ["Meter", "Source meter", "Aggregation", "Key column", "Filter"],
      ...meters.map((cells) => [...cells]),
    ]),
    ...(kept.length === 0
      ? []
      : [
          sheet("Usage", [
            ["Contract ID", "Meter", "Date", "Quantity", "Event ID", "Region"],
            ...kept.map(({ contract, meter, date, event, region }): Cell[] => [
              contract || "CT-1",
              meter || "calls",
              date,
              2,
              event || undefined,
              region || undefined,
            ]),
          ]),
        ]),
  ]);
}

const REVIEW = { by: "Ann", sha256 };
export function billed(snapshot: Snapshot, grids: readonly Grid[]): BillingRun {
  const added = appendUsage(snapshot, grids);
  if (!added.ok) throw new Error(added.reason);
  const result = billPeriod(added.value.snapshot, {
    period: parsePeriod("2026-10"),
    asOf: undefined,
    giveNumbers: false,
    review: REVIEW,
  });
  if (!result.ok) throw new Error(result.reason);
  planWrites(result.run, added.value.snapshot, {
    when: { day: 46_327, time: 0 },
    who: "Ann",
    engineVersion: "1",
    sha256,
    parameters: "",
    sheetLimit: 0,
  });
  return result.run;
}

/** A document as it is billed; what only names a place is left out. */
export const figuresOf = ({ invoices, controlTotals, reconciliation, held }: BillingRun) => ({
  invoices: invoices.map(({ number, total, lines }) => [
    number,
    total.toString(),
    lines.map(({ kind, tier, quantity, unitPrice, amount, sourceRows, explanation }) =>
      [kind, tier, quantity, unitPrice, amount, sourceRows, explanation].map(String).join(" | "),
    ),
  ]),
  controlTotals: controlTotals.map((total) => JSON.stringify(total)),
  findings: reconciliation.findings
    .map(({ code, contractId, meter, expected, found, cause }) =>
      [code, contractId, meter, expected, found, cause].map(String).join(" | "),
    )
    .sort(),
  held: held.map(({ contractId, codes }) => `${contractId} ${codes.join(" ")}`),
});

/** What is said, once each, without the lines that it is said of. */
export const issuesOf = ({ issues }: BillingRun) =>
  [
    ...new Set(
      issues.map(({ code, severity, message, holds, value, stake }) =>
        [code, severity, message, [...holds].sort().join(), value, stake?.amount.toString() ?? ""]
          .join(" | ")
          .replaceAll(/(?:line|row) \d+/g, "line")
          // Of rows that say the same one is shown, however many of them were added up.
          .replace(/ \(\d+ cells; this is the first\)/, ""),
      ),
    ),
  ].sort();

/** What a bill says of its usage: figures and issues, or why there is none. */
export function saysOf(snapshot: Snapshot, grids: readonly Grid[]): unknown {
  try {
    const run = billed(snapshot, grids);
    return { ...figuresOf(run), issues: issuesOf(run) };
  } catch (error) {
    return String(error);
  }
}
