import type { Argument } from "../../../simulatedExcel";
import { builtFunctions } from "../../support/builtFunctions";
import { column, day, describeCalls, invalid } from "./calls";

const functions = builtFunctions();

const days = (text: string) => text.split(/ +/).map(day);

/** An amount, then service start and end, period start and end as ISO dates. */
const share = (amount: Argument, dates: string, ...basis: Argument[]): Argument[] => [
  amount,
  ...days(dates),
  ...basis,
];
const OCTOBER = "2026-10-01 2026-10-31";
const FEBRUARY = "2026-02-01 2026-02-28";

describeCalls(functions, "PRORATE", [
  // 21 of 31 days
  ["by days, both ends counted", share(310, `2026-10-11 2026-10-31 ${OCTOBER}`), 210],
  ["by name", share(310, `2026-10-11 2026-10-31 ${OCTOBER}`, "actual"), 210],
  ["the whole period", share(310, `${OCTOBER} ${OCTOBER}`), 310],
  ["service that is longer than the period", share(310, `2020-01-01 2030-12-31 ${OCTOBER}`), 310],
  ["one day", share(310, `2026-10-31 2026-10-31 ${OCTOBER}`), 10],
  ["service that ends within", share(310, `2026-09-01 2026-10-03 ${OCTOBER}`), 30],
  ["service before the period", share(310, `2026-09-01 2026-09-30 ${OCTOBER}`), 0],
  ["service after the period", share(310, `2026-11-01 2026-11-30 ${OCTOBER}`), 0],
  ["a period of one day", share(7, "2026-10-01 2026-10-31 2026-10-05 2026-10-05"), 7],
  // 28 days against 29
  ["February", share(280, `2026-02-15 2026-02-28 ${FEBRUARY}`), 140],
  ["February of a leap year", share(290, "2028-02-15 2028-02-29 2028-02-01 2028-02-29"), 150],
  ["a leap year", share(366, "2028-03-01 2028-12-31 2028-01-01 2028-12-31"), 306],
  ["credits", share(-310, `2026-10-11 2026-10-31 ${OCTOBER}`), -210],
  ["is not rounded", share(100, `2026-10-01 2026-10-10 ${OCTOBER}`), 1000 / 31],
  [
    "amounts in a column",
    share(column(310, null, "x", 31), `2026-10-11 2026-10-31 ${OCTOBER}`),
    column(210, "", invalid("amount", "x"), 21),
  ],
  ["a blank single amount", share(null, `2026-10-11 2026-10-31 ${OCTOBER}`), ""],
  ["times of day are ignored", [31, day("2026-10-31") + 0.9, day("2026-10-31") + 0.1, ...days(OCTOBER)], 1],
  ["ISO text", [31, "2026-10-31", "2026-10-31", ...OCTOBER.split(" ")], 1],
  [
    "service that ends before it starts",
    share(1, `2026-10-12 2026-10-11 ${OCTOBER}`),
    invalid("service end"),
  ],
  [
    "a period that ends before it starts",
    share(1, `${OCTOBER} 2026-10-12 2026-10-11`),
    invalid("period end"),
  ],
  ["a blank day", [1, day("2026-10-01"), null, ...days(OCTOBER)], invalid("service end")],
  [
    "a day that is none",
    [1, "2026-02-30", day("2026-10-31"), ...days(OCTOBER)],
    invalid("service start", "2026-02-30"),
  ],
  ["a basis that is none", share(1, `${OCTOBER} ${OCTOBER}`, "30/365"), invalid("basis", "30/365", "30/360")],
]);

describeCalls(
  functions,
  "PRORATE",
  (
    [
      // 30 − 11 + 1 = 20 of 30
      ["a 31st counts as the 30th", 300, "2026-10-11 2026-10-31 2026-10-01 2026-10-31", 200],
      ["as does the 30th itself", 300, "2026-10-11 2026-10-30 2026-10-01 2026-10-31", 200],
      ["a start on the 31st counts as the 30th", 300, "2026-10-31 2026-10-31 2026-10-01 2026-10-31", 10],
      ["the 30th to the 31st is one day", 300, "2026-10-30 2026-10-31 2026-10-01 2026-10-31", 10],
      ["the 29th to the 31st is two days", 300, "2026-10-29 2026-10-31 2026-10-01 2026-10-31", 20],
      ["February has 30 days", 300, "2026-02-16 2026-02-28 2026-02-01 2026-02-28", 150],
      ["the 27th of February is day 27", 300, "2026-02-01 2026-02-27 2026-02-01 2026-02-28", 270],
      // 30 − 28 + 1
      ["the last of February alone is three days", 300, "2026-02-28 2026-02-28 2026-02-01 2026-02-28", 30],
      ["the 28th of a leap February is day 28", 300, "2028-02-01 2028-02-28 2028-02-01 2028-02-29", 280],
      ["the 29th of a leap February is day 30", 300, "2028-02-16 2028-02-29 2028-02-01 2028-02-29", 150],
      // 30 − 29 + 1
      ["the 29th of February alone is two days", 300, "2028-02-29 2028-02-29 2028-02-01 2028-02-29", 20],
      ["April has 30 days", 300, "2026-04-21 2026-04-30 2026-04-01 2026-04-30", 100],
      // 30 × 2 + (30 − 15) + 1 = 76 of 90
      ["a quarter has 90 days", 900, "2026-01-15 2026-03-31 2026-01-01 2026-03-31", 760],
      ["a year has 360 days", 3600, "2026-07-01 2026-12-31 2026-01-01 2026-12-31", 1800],
      // 360 − 30 × 11 + (14 − 15) + 1 = 30 × 1 of 30
      ["a period across the new year", 300, "2026-12-15 2027-01-14 2026-12-15 2027-01-14", 300],
      // 30 × 1 + (30 − 30) + 1 = 31 of 30 × 1 + (30 − 30) + 1 = 31
      [
        "from the 31st of January to the last of February",
        310,
        "2026-01-31 2026-02-28 2026-01-31 2026-02-28",
        310,
      ],
      // 1 of 31
      ["its first day", 310, "2026-01-31 2026-01-31 2026-01-31 2026-02-28", 10],
      ["no overlap", 300, "2026-05-01 2026-05-31 2026-04-01 2026-04-30", 0],
    ] as const
  ).map(([says, amount, dates, shows]) => [says, share(amount, dates, "30/360"), shows]),
  "PRORATE 30/360",
);

const PERIODS = ["Start", "End"];
const spill = (...rows: string[]) => [PERIODS, ...rows.map(days)];
const span = (text: string, ...more: Argument[]): Argument[] => [...days(text), ...more];

describeCalls(functions, "BILLING_PERIODS", [
  [
    "calendar months, the first and the last cut",
    span("2026-01-15 2026-04-10", "monthly"),
    spill("2026-01-15 2026-01-31", "2026-02-01 2026-02-28", "2026-03-01 2026-03-31", "2026-04-01 2026-04-10"),
  ],
  [
    "the month ends of a leap year",
    span("2028-02-01 2028-03-31", "Monthly", null),
    spill("2028-02-01 2028-02-29", "2028-03-01 2028-03-31"),
  ],
  [
    "an anchor day, with a stub up to it",
    span("2026-01-10 2026-03-20", "monthly", 15),
    spill("2026-01-10 2026-01-14", "2026-01-15 2026-02-14", "2026-02-15 2026-03-14", "2026-03-15 2026-03-20"),
  ],
  [
    "anchor 31 clamps to the month's end and comes back",
    span("2026-01-31 2026-04-30", "monthly", 31),
    spill("2026-01-31 2026-02-27", "2026-02-28 2026-03-30", "2026-03-31 2026-04-29", "2026-04-30 2026-04-30"),
  ],
  [
    "anchor 30 in a leap year",
    span("2028-01-30 2028-03-29", "monthly", 30),
    spill("2028-01-30 2028-02-28", "2028-02-29 2028-03-29"),
  ],
  [
    "quarters count from the start's own month",
    span("2026-02-15 2026-08-31", "quarterly"),
    spill("2026-02-15 2026-04-30", "2026-05-01 2026-07-31", "2026-08-01 2026-08-31"),
  ],
  [
    "quarters from an anchor day",
    span("2026-11-30 2027-05-29", "quarterly", 30),
    spill("2026-11-30 2027-02-27", "2027-02-28 2027-05-29"),
  ],
  [
    "half years",
    span("2026-01-01 2026-12-31", "semiannual"),
    spill("2026-01-01 2026-06-30", "2026-07-01 2026-12-31"),
  ],
  [
    "years from 29 February",
    span("2024-02-29 2026-03-01", "annual", 29),
    spill("2024-02-29 2025-02-27", "2025-02-28 2026-02-27", "2026-02-28 2026-03-01"),
  ],
  ["one time", span("2026-01-15 2026-04-10", "one_time"), spill("2026-01-15 2026-04-10")],
  ["one time, spelt freely", span("2026-01-15 2026-04-10", "One-Time"), spill("2026-01-15 2026-04-10")],
  ["one day", span("2026-05-31 2026-05-31", "monthly"), spill("2026-05-31 2026-05-31")],
  [
    "a day at each side of a month's end",
    span("2026-05-31 2026-06-01", "annual"),
    spill("2026-05-31 2026-06-01"),
  ],
  [
    "times of day are ignored",
    [day("2026-05-01") + 0.5, day("2026-05-02") + 0.25, "monthly"],
    spill("2026-05-01 2026-05-02"),
  ],
  ["ISO text", ["2026-05-01", "2026-05-02", "monthly"], spill("2026-05-01 2026-05-02")],
  ["an end before the start", span("2026-05-02 2026-05-01", "monthly"), invalid("end")],
  ["a blank end", [day("2026-05-02"), null, "monthly"], invalid("end")],
  [
    "a frequency that is none",
    span("2026-05-01 2026-05-02", "weekly"),
    invalid("frequency", "weekly", "quarterly"),
  ],
  ["a blank frequency", span("2026-05-01 2026-05-02", null), invalid("frequency")],
  ["an anchor that no month has", span("2026-05-01 2026-05-02", "monthly", 32), invalid("anchor", 32)],
  ["an anchor below 1", span("2026-05-01 2026-05-02", "monthly", -1), invalid("anchor", "-1")],
  ["an anchor within a day", span("2026-05-01 2026-05-02", "monthly", 1.5), invalid("anchor", "1.5")],
]);

/** Invoice date, terms, due date; the first line of each form names it. */
const TERMS = `
  2026-01-15 | Net 30              | 2026-02-14
  2026-01-15 | NET30               | 2026-02-14
  2026-01-15 |   net   30          | 2026-02-14
  2026-01-15 | Net 0               | 2026-01-15
  2028-02-01 | Net 30              | 2028-03-02
  2026-02-01 | Net 30              | 2026-03-03
  2026-01-15 | 30 days             | 2026-02-14
  2026-01-15 | 30 Days             | 2026-02-14
  2026-01-15 | Due on receipt      | 2026-01-15
  2026-01-15 | DUE ON RECEIPT      | 2026-01-15
  2026-01-15 | COD                 | 2026-01-15
  2026-01-15 | cod                 | 2026-01-15
  2026-01-15 | 2/10 Net 30         | 2026-02-14
  2026-01-15 | 2/10net30           | 2026-02-14
  2026-01-15 | 2 / 10 net 30       | 2026-02-14
  2026-01-15 | 1.5/10 Net 45       | 2026-03-01
  2026-01-15 | Net 1 month         | 2026-02-15
  2026-01-31 | Net 1 month         | 2026-02-28
  2028-01-31 | net 1 MONTH         | 2028-02-29
  2026-02-28 | Net 1 month         | 2026-03-28
  2026-12-31 | Net 2 months        | 2027-02-28
  2026-03-31 | Net 12 months       | 2027-03-31
  2026-02-10 | EOM                 | 2026-02-28
  2028-02-10 | eom                 | 2028-02-29
  2026-01-31 | EOM                 | 2026-01-31
  2026-01-15 | EOM + 30            | 2026-03-02
  2026-01-15 | eom+30              | 2026-03-02
  2026-01-31 | EOM + 0             | 2026-01-31
  2026-01-15 | Net 30 EOM          | 2026-03-02
  2026-12-01 | net 30 eom          | 2027-01-30
  2026-01-15 | 30 days then EOM    | 2026-02-28
  2026-01-31 | 30 days then EOM    | 2026-03-31
  2026-01-01 | 30 DAYS THEN EOM    | 2026-01-31
  2026-01-20 | 15 MFI              | 2026-02-15
  2026-01-01 | 15 mfi              | 2026-02-15
  2026-12-31 | 15 Prox             | 2027-01-15
  2026-01-10 | 31 Prox             | 2026-02-28
  2028-01-10 | 30 MFI              | 2028-02-29
  2026-01-10 | 29 prox             | 2026-02-28
  2026-03-10 | 31 MFI              | 2026-04-30
  2026-01-25 | 10 Prox cut-off 25  | 2026-02-10
  2026-01-26 | 10 Prox cut-off 25  | 2026-03-10
  2026-11-26 | 10 prox CUT-OFF 25  | 2027-01-10
  2026-12-25 | 10 Prox cut-off 25  | 2027-01-10
`;
const forms = TERMS.trim()
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.replace(/^ | $/g, "")));

describeCalls(
  functions,
  "DUE_DATE",
  forms.map(([from = "", terms = "", due = ""]) => [
    `${from.trim()}, ${terms.trim()}`,
    [day(from.trim()), terms.trimEnd()],
    day(due.trim()),
  ]),
  "DUE_DATE: the forms of terms",
);

const JANUARY = day("2026-01-15");
describeCalls(
  functions,
  "DUE_DATE",
  [
    ...["whenever", "Net", "Net -5", "32 MFI", "99 Prox", "2/10", "15", "Prox", "Net 30 lunar months"].map(
      (terms) => [`"${terms}"`, [JANUARY, terms], invalid("terms", terms)] as const,
    ),
    ...["Immediate", "on receipt", "end of month", "cash on delivery"].map(
      (terms) => [`"${terms}" is not in the list`, [JANUARY, terms], invalid("terms", terms)] as const,
    ),
    [
      "names the forms",
      [JANUARY, "whenever"],
      invalid("Net 30", "2/10 Net 30", "EOM", "Prox", "MFI", "receipt"),
    ],
    ["blank terms", [JANUARY, null], invalid("terms")],
    ["a date that is none", ["soon", "Net 30"], invalid("invoice date", "soon")],
    ["a boolean for a date", [true, "Net 30"], invalid("invoice date", "true")],
    ["a blank date gives a blank", [null, "Net 30"], ""],
    ["a time of day is ignored", [JANUARY + 0.99, "Net 30"], JANUARY + 30],
    ["ISO text", ["2026-01-15", "Net 30"], JANUARY + 30],
    [
      "a fault stays in its element",
      [column(JANUARY, null, "soon"), "EOM"],
      column(day("2026-01-31"), "", invalid("soon")),
    ],
  ],
  "DUE_DATE: what else it takes and refuses",
);
