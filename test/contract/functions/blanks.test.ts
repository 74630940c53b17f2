import type { Argument, Cell, Shown } from "../../../simulatedExcel";
import { builtFunctions } from "../../support/builtFunctions";
import { column, day, describeCalls, type CallCase } from "./calls";

const TODAY = day("2026-06-30");
const FEES = [
  [100, 1, 10],
  ["*", 0.5, 5],
];

/** How a blank element of an array parameter shows, as a single cell and in a column. */
const elements: readonly (readonly [id: string, valid: Cell, shows: Cell, rest: readonly Argument[]])[] = [
  ["RATE_USAGE", 150, 140, [FEES]],
  ["EFFECTIVE_RATE", 100, 1.1, [FEES]],
  ["MARGINAL_RATE", 100, 0.5, [FEES]],
  ["PRORATE", 310, 310, [TODAY, TODAY, TODAY, TODAY]],
  ["LATE_FEE", 1000, 10, [TODAY - 30, TODAY, 0.12, 0, 360]],
  ["TAX_AMOUNT", 100, 8, [0.08]],
  ["ROUND_MONEY", 1.005, 1.01, []],
  ["CARD_SCAN", "4111 1111 1111 1111", true, []],
];
const dates: typeof elements = [
  ["DUE_DATE", TODAY - 1, TODAY, ["EOM"]],
  ["DAYS_PAST_DUE", TODAY - 1, 1, [TODAY]],
  ["AGING_BUCKET", TODAY - 1, "1-30", [TODAY]],
];
const casesOf = ([, valid, shows, rest]: (typeof elements)[number]): CallCase[] => [
  ["a blank cell", [null, ...rest], ""],
  ["a blank row", [column(null, valid, null), ...rest], column("", shows, "")],
  ["a blank column", [[[valid, null]], ...rest], [[shows, ""]]],
];

const HEADER = ["Bucket", "Invoices", "Amount"];
/** A row that is blank in every column counts as nothing, however it arrives. */
const blankRows: readonly (readonly [id: string, CallCase])[] = [
  [
    "AGING_SUMMARY",
    [
      "blank due date and balance",
      [column(TODAY - 1, null, TODAY), column(5, null, 6), TODAY, 30],
      [HEADER, ["Current", 1, 6], ["1-30", 1, 5], ["31+", 0, 0], ["Credits", 0, 0], ["Total", 2, 11]],
    ],
  ],
  [
    "MATCH_PAYMENT",
    [
      "blank number and balance",
      [15, "thank you", column("A", null, "C"), column(10, null, 5)],
      [
        ["Invoice", "Applied"],
        ["A", 10],
        ["C", 5],
      ],
    ],
  ],
  [
    "METER_USAGE",
    [
      "blank quantity and date",
      [
        column(5, null, 3),
        "sum",
        undefined,
        undefined,
        undefined,
        undefined,
        column(TODAY, null, TODAY),
        TODAY,
        TODAY,
      ],
      8,
    ],
  ],
];
/** Their rows of the result are blank, where a blank can be told from a 0. */
const mirrored: readonly (readonly [id: string, CallCase])[] = [
  ["APPLY_CASH", ["blank balance", [10, column(5, null)], column(5, "", 5)]],
  [
    "APPLY_CASH",
    [
      "blank balance and due date",
      [10, column(5, null, 7), column(TODAY, null, TODAY - 1)],
      column(3, "", 7, 0),
    ],
  ],
  ["ALLOCATE", ["blank weight", [10, column(1, null, 1)], column(5, "", 5)]],
  [
    "DRAWDOWN",
    [
      "blank charge",
      [10, column(4, null)],
      [
        ["Applied", "Remaining", "Payable"],
        [4, 6, 0],
        ["", "", ""],
      ],
    ],
  ],
  ["METER_USAGE", ["blank quantity", [column(5, null, 3), "average"], 4]],
];

const defaults: readonly (readonly [id: string, CallCase])[] = [
  ["RATE_USAGE", ["", [150, FEES, null, null, null, null], 140]],
  ["COMMIT_TRUE_UP", ["", [300, 1000, null], 700]],
  ["LATE_FEE", ["", [1000, TODAY - 73, TODAY, 0.1, null, null, null], 20]],
  [
    "BILLING_PERIODS",
    [
      "",
      [TODAY, TODAY, "monthly", null],
      [
        ["Start", "End"],
        [TODAY, TODAY],
      ],
    ],
  ],
  ["AGING_BUCKET", ["", [TODAY - 31, TODAY, null, null], "31-60"]],
  ["APPLY_CASH", ["", [5, column(3, 4), null], column(3, 2, 0)]],
  ["TAX_AMOUNT", ["", [100.55, 0.1, null, null], 10.06]],
  ["ROUND_MONEY", ["", [1.005, null, null], 1.01]],
  ["ALLOCATE", ["", [1, column(1, 1), null], column(0.5, 0.5)]],
];

const functions = builtFunctions();

for (const [title, blanks] of [
  ['""', ""],
  ["null", null],
] as const) {
  const caller = () => functions().withBlanks(blanks);
  for (const of of [...elements, ...dates])
    describeCalls(caller, of[0], casesOf(of), `${of[0]}, blanks as ${title}`);
  for (const [id, row] of [...blankRows, ...mirrored])
    describeCalls(caller, id, [row], `${id}, blanks as ${title}`);
  for (const [id, [, args, shows]] of defaults) {
    describeCalls(caller, id, [["a blank is the default", args, shows]], `${id}, blanks as ${title}`);
  }
}

const zeros = () => functions().withBlanks(0);
for (const [id, row] of blankRows) describeCalls(zeros, id, [row], `${id}, blanks as 0`);
// No date is 0, so that a blank is told from one.
for (const of of dates) describeCalls(zeros, of[0], casesOf(of).slice(1), `${of[0]}, blanks as 0`);

it("APPLY_CASH, blanks as 0: a blank balance and due date are no fault", async () => {
  const shown: Shown = await zeros().call("APPLY_CASH", 10, column(5, null), column(TODAY, null));
  expect([column(5, "", 5), column(5, 0, 5)]).toContainEqual(shown);
});
