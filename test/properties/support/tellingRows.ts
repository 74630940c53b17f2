const two = (value: number) => String(value).padStart(2, "0");
const numbered = <Value>(from: number, to: number, of: (index: number) => Value): Value[] =>
  Array.from({ length: to - from + 1 }, (_, index) => of(from + index));

const titles = ["Contract ID", "Meter", "Date", "Quantity", "Region"];
const withIds = ["Event ID", "Contract ID", "Meter", "Date", "Quantity"];
const days = (of: (day: number) => string, region = "", contract = "CT-1") =>
  numbered(1, 12, (day) => [contract, "calls", of(day), String(3 * day), region]);
const isoDay = (day: number) => `2026-10-${two(day)}`;
const totalled = (date: string, ids: readonly [string, string]) => [
  ...numbered(1, 6, (at) => [`E${String(at)}`, "CT-1", "calls", "2026-10-05", String(at)]),
  [ids[0], "Total", "Total", date, "21"],
  ...numbered(1, 6, (at) => [`E${String(10 + at)}`, "CT-1", "calls", "2026-10-05", String(at)]),
  [ids[1], "Total", "Total", date, "21"],
];

type Rows = readonly (readonly string[])[];

/** Rows, titles first, of which sums may hide what the rows say: both must bill the same. */
export const tellingRows: readonly (readonly [what: string, rows: Rows])[] = [
  [
    "rows again with their days as serials",
    [titles, ...days(isoDay), ...days((day) => String(46_295 + day))],
  ],
  ["rows again with their days as numbers", [titles, ...days(isoDay), ...days((day) => `202610${two(day)}`)]],
  ["rows again with a blank beyond ASCII", [titles, ...days(isoDay), ...days(isoDay, "\u00a0")]],
  ["rows again with a blank behind their contract", [titles, ...days(isoDay), ...days(isoDay, "", "CT-1 ")]],
  [
    "rows again with a day as a property and its serial",
    [titles, ...days(isoDay, "2026-10-01"), ...days(isoDay, "46296")],
  ],
  [
    "two columns of one meaning that differ in a late row",
    [
      ["Event ID", "Contract ID", "contract_id", "Meter", "Date", "Quantity"],
      ...numbered(1, 99, (at) => [
        `E${String(100 + at)}`,
        "CT-1",
        at === 70 ? "CT-2" : "CT-1",
        "calls",
        "2026-10-05",
        "1",
      ]),
    ],
  ],
  [
    "two dates of one day, the second with a time",
    [
      ["Event ID", "Contract ID", "Meter", "Usage date", "Timestamp", "Quantity"],
      ...numbered(1, 40, (at) => [
        `E${String(100 + at)}`,
        "CT-1",
        "calls",
        "2026-10-05",
        `2026-10-05T10:${two(at)}:00`,
        "1",
      ]),
    ],
  ],
  [
    "a time as a serial beside quantities with commas",
    [
      withIds,
      ...["46300", "46301", "46302.5", "46303"].map((day, at) => [
        `E${String(at)}`,
        "CT-1",
        "calls",
        day,
        "2,5",
      ]),
    ],
  ],
  [
    "a point that may part thousands before one that does not",
    [
      withIds,
      ["E1", "CT-1", "calls", "2026-10-05", "10"],
      ["E2", "CT-1", "calls", "2026-10-06", "1,500"],
      ["E3", "CT-1", "calls", "2026-10-05", "1.500"],
      ["E4", "CT-1", "calls", "2026-10-05", "587.5"],
    ],
  ],
  [
    "thousands with points and commas beside a time as a serial",
    [
      withIds,
      ["E1", "CT-1", "calls", "46307", "1.500"],
      ["E2", "CT-1", "calls", "46302.5", "10"],
      ["E3", "CT-1", "calls", "46299", "2.500,75"],
    ],
  ],
  [
    "a comma in a column that nothing reads",
    [
      [...withIds, "Weight"],
      ...numbered(10, 18, (at) => [
        `E${String(at)}`,
        "CT-1",
        "calls",
        "2026-10-05",
        "1.234",
        at === 17 ? "2,75" : "1.5",
      ]),
      ["E19", "CT-1", "calls", "2026-10-05", "1,234", "1.5"],
    ],
  ],
  ["totals with all that a row has but an id", [withIds, ...totalled("2026-10-31", ["", ""])]],
  ["totals with a word for their date", [withIds, ...totalled("Total", ["", ""])]],
  ["totals with an id of their own", [withIds, ...totalled("2026-10-31", ["T1", "T2"])]],
  ["totals with one id", [withIds, ...totalled("Total", ["Total", "Total"])]],
  [
    "a sum with the digits of a card number",
    [
      withIds,
      ...[1, 1, 1_000_000_000, 123_456_789_012_345, 123_456_789_012_345, 1_000_000_000].map(
        (quantity, at) => [`E${String(at)}`, "CT-1", "calls", "2026-10-12", String(quantity)],
      ),
    ],
  ],
  [
    "a card number with blanks beyond ASCII among many notes",
    [
      [...withIds, "Notes"],
      ...numbered(1, 4200, (at) => [
        `E${String(at)}`,
        "CT-1",
        "calls",
        "2026-10-05",
        "1",
        at === 4150 ? "4111\u00a01111\u00a01111\u00a01111" : `1n${String(at)}`,
      ]),
    ],
  ],
  [
    "no quantity beside a figure below zero",
    [
      [...withIds, "Weight"],
      [" E1", "CT-1", "calls", "2026-10-01", "1", "5"],
      ["E2", "CT-1", "calls", "2026-10-02", "2", "5"],
      ["E3", "CT-1", "calls", "2026-10-04", "", "-5"],
    ],
  ],
];
