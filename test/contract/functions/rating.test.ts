import type { Cell, CellError } from "../../../simulatedExcel";
import { builtFunctions } from "../../support/builtFunctions";
import { column, describeCalls, errorOnly, invalid, notFound, type CallCase } from "./calls";

const functions = builtFunctions();

const STEPS = [
  [1000, 0.1],
  [5000, 0.08],
  ["*", 0.05],
];
const FEES = [
  [100, 1, 10],
  ["*", 0.5, 5],
];
const CLOSED = [
  [100, 1],
  [200, 0.5],
];
const STAIRS = [
  [100, 0, 50],
  [500, 0, 80],
  ["*", 0, 120],
];
const CUT = [
  [1000, 0.03, 0],
  ["*", 0.02, 5],
];
const anyError = expect.objectContaining({ error: expect.any(String) as string }) as CellError;
const ten = [[10, 3]];

describeCalls(functions, "RATE_USAGE", [
  // 1,000 × 0.10 + 4,000 × 0.08 + 1,000 × 0.05
  ["graduated is the default: each unit at its own tier's price", [6000, STEPS], 470],
  ["graduated: nothing used, nothing due", [0, STEPS], 0],
  ["graduated: a bound belongs to its tier", [1000, STEPS], 100],
  ["graduated: half a unit above the bound is in the next tier", [1000.5, STEPS], 100.04],
  ["graduated: the second bound", [5000, STEPS], 420],
  // (100 × 1 + 10) + (50 × 0.5 + 5)
  ["graduated: the fee of every tier entered", [150, FEES, "graduated"], 140],
  ["graduated: a tier that is only touched is not entered", [100, FEES, "graduated"], 110],
  // 110 + 0.0000001 × 0.5 + 5
  ["graduated: the smallest part enters a tier", [100.0000001, FEES, "graduated"], 115.00000005],
  ["graduated: the first fee at quantity 0", [0, FEES, "graduated"], 10],
  ["graduated: above the last tier", [200.01, CLOSED], notFound("quantity", "200.01", "above the last tier")],
  ["graduated: at the last bound", [200, CLOSED], 150],
  ["volume: all units at the price of the tier at the bound", [100, FEES, "volume"], 110],
  // 101 × 0.5 + 5
  ["volume: all units at the price of the tier above it", [101, FEES, "volume"], 55.5],
  ["volume: the first fee at quantity 0", [0, FEES, "volume"], 10],
  ["volume: above the last tier", [201, CLOSED, "volume"], notFound("quantity", 201, "above the last tier")],
  ["package: no packages at 0", [0, ten, "package"], 0],
  ["package: the smallest part starts one", [0.0001, ten, "package"], 3],
  ["package: a full one starts no other", [20, ten, "package"], 6],
  ["package: a part above starts another", [20.0000001, ten, "package"], 9],
  ["package: a size with decimals", [0.6, [[0.2, 1]], "package"], 3],
  ["package: a noisy quantity is what it shows", [0.1 + 0.2, [[0.1, 1]], "package"], 3],
  ["package: a bare number has no size", [20, 3, "package"], invalid("tiers", "package")],
  ["package: the flat fee may be 0", [20, [[10, 3, 0]], "package"], 6],
  ["package: a flat fee", [20, [[10, 3, 1]], "package"], invalid("package")],
  ["package: a second row", [20, [...ten, [20, 5]], "package"], invalid("package")],
  ["stairstep: the fee of the tier at the bound", [100, STAIRS, "stairstep"], 50],
  ["stairstep: the fee of the tier above it", [100.01, STAIRS, "stairstep"], 80],
  ["stairstep: the fee of the last tier", [1e6, STAIRS, "stairstep"], 120],
  ["stairstep: the first fee at quantity 0", [0, STAIRS, "stairstep"], 50],
  [
    "stairstep: of two columns the second is the fee",
    [101, STAIRS.map((r) => [r[0]!, r[2]!]), "stairstep"],
    80,
  ],
  ["stairstep: above the last tier", [501, STAIRS.slice(0, 2), "stairstep"], notFound("quantity", 501)],
  ["per_unit: a number", [123, 0.07, "per_unit"], 8.61],
  ["per_unit: a row", [123, [["*", 0.07]], "per_unit"], 8.61],
  ["per_unit: a blank or zero fee is none", [123, [["*", 0.07, 0]], "per_unit"], 8.61],
  ["per_unit: 0", [0, 0.07, "per_unit"], 0],
  // The models that know a fee: graduated or volume
  ["per_unit: a flat fee names a model with one", [1, [["*", 1, 5]], "per_unit"], invalid("graduated")],
  ["per_unit: a second row names a model with tiers", [1, STEPS, "per_unit"], invalid("graduated")],
  ["per_unit: above the last tier", [101, [[100, 1]], "per_unit"], notFound("quantity", 101)],
  ["percentage: a fraction of the amount and the fee", [100, [["*", 0.029, 0.3]], "percentage"], 3.2],
  ["percentage: no fee at 0", [0, [["*", 0.029, 0.3]], "percentage"], 0],
  ["percentage: a number", [250, 0.029, "percentage"], 7.25],
  ["percentage: above the last tier", [101, [[100, 0.1]], "percentage"], notFound("quantity", 101)],
  ["percentage: a second row", [1, CUT, "percentage"], invalid("graduated_percentage")],
  ["graduated_percentage: at the bound", [1000, CUT, "graduated_percentage"], 30],
  // 1,000 × 3 % + 500 × 2 % + 5
  ["graduated_percentage: fractions and fees", [1500, CUT, "graduated_percentage"], 45],
  ["graduated_percentage: the first fee at 0", [0, [["*", 0.02, 7]], "graduated_percentage"], 7],
  ["a model the list does not have", [1, STEPS, "tiered"], invalid("model", "tiered")],
  [
    "graduated_percentage: above the last tier",
    [201, CLOSED, "graduated_percentage"],
    notFound("quantity", 201),
  ],
  ["negative prices are credits", [100, -0.05], -5],
  // 100 × −1 + 50 × 2
  [
    "a negative price in one tier",
    [
      150,
      [
        [100, -1],
        ["*", 2],
      ],
    ],
    0,
  ],
  ["a negative fee", [50, [["*", 1, -80]]], -30],
]);

describeCalls(
  functions,
  "RATE_USAGE",
  [
    ["is taken off first", [150, FEES, "graduated", 50], 110],
    ["takes the quantity never below 0; the first fee stays", [30, FEES, "graduated", 50], 10],
    ["takes everything exactly", [50, FEES, "volume", 50], 10],
    ["leaves stairstep its first fee", [50, STAIRS, "stairstep", 80], 50],
    ["leaves no package", [10, ten, "package", 10], 0],
    ["leaves packages of what is above", [25, ten, "package", 5], 6],
    ["leaves a percentage no fee", [10, [["*", 0.1, 3]], "percentage", 10], 0],
    ["keeps a quantity within the last tier", [250, CLOSED, "graduated", 50], 150],
    ["must not be negative", [250, CLOSED, "graduated", -1], invalid("included", "-1")],
    ["may have decimals", [0.3, 10, "graduated", 0.1], 2],
  ],
  "RATE_USAGE: the included quantity",
);

describeCalls(
  functions,
  "RATE_USAGE",
  [
    ["lifts a smaller amount", [10, 1, "graduated", 0, 25], 25],
    ["leaves a larger amount", [30, 1, "graduated", 0, 25], 30],
    ["holds at quantity 0", [0, 1, "graduated", 0, 25], 25],
    ["holds when everything is included", [5, 1, "graduated", 10, 25], 25],
    ["a maximum cuts a larger amount", [300, 1, "graduated", 0, null, 250.5], 250.5],
    ["a maximum leaves a smaller amount", [30, 1, "graduated", 0, undefined, 250], 30],
    ["equal bounds fix the amount", [30, 1, "graduated", 0, 40, 40], 40],
    ["a minimum above the maximum", [30, 1, "graduated", 0, 41, 40], invalid("minimum", 41)],
    ["a negative minimum", [30, 1, "graduated", 0, -1], invalid("minimum", "-1")],
    ["a negative maximum", [30, 1, "graduated", 0, 0, -1], invalid("maximum", "-1")],
    ["a minimum lifts a credit", [30, -1, "graduated", 0, 5], 5],
  ],
  "RATE_USAGE: the minimum",
);

describeCalls(
  functions,
  "RATE_USAGE",
  [
    ["billions", [123456789012, 0.01], 1234567890.12],
    ["a price of many decimals", [1e6, 0.00001234], 12.34],
    // 15 digits on both sides: 999999999999998000000000000001
    ["30 digits", [999999999999999, 999999999999999], Number("999999999999998000000000000001")],
    ["a product far below a cent is not rounded", [0.00001, 0.00000001], 1e-13],
    ["a quantity as it is shown: 0.1 + 0.2", [0.1 + 0.2, 10], 3],
    ["a quantity beyond 15 digits as it is shown", [2 ** 60, 1], 1152921504606850000],
    // 10^15 + 0.00001 − 10^15
    [
      "digits far apart are kept",
      [
        3,
        [
          [1, 1e15, 0],
          [2, 0.00001, 0],
          ["*", 0, -1e15],
        ],
      ],
      0.00001,
    ],
    ["a noisy quantity belongs to the tier it shows", [0.1 + 0.2, [[0.3, 1]]], 0.3],
    ["a price as it is shown", [3, 0.1], 0.3],
    ["beyond what a number can hold", [1e300, 1e300], errorOnly("#NUM!")],
  ],
  "RATE_USAGE: large and small",
);

describeCalls(
  functions,
  "RATE_USAGE",
  [
    ["a column", [column(1000, 6000), STEPS], column(100, 470)],
    ["a row", [[[1000, 6000, 0]], STEPS], [[100, 470, 0]]],
    [
      "a fault or a blank stays in its element",
      [column(100, null, "many", -1, 201, true, 150), CLOSED],
      column(
        100,
        "",
        invalid("quantity", "many"),
        invalid("quantity", "-1"),
        notFound(201),
        invalid("quantity"),
        125,
      ),
    ],
    ["an error stays in its element", [column({ error: "#DIV/0!" }, 6000), STEPS], column(anyError, 470)],
    ["minimum and maximum bound each", [column(5, 50, 500), 1, null, null, 10, 100], column(10, 50, 100)],
    ["a blank single cell", [null, STEPS], ""],
  ],
  "RATE_USAGE: many quantities",
);

describeCalls(functions, "EFFECTIVE_RATE", [
  // (1,000 × 0.10 + 500 × 0.08) ÷ 1,500
  ["amount over quantity", [1500, STEPS], 14 / 150],
  ["one tier", [50, 0.07], 0.07],
  ["fees are part of the amount", [100, FEES, "volume"], 1.1],
  // 2 packages × 3 ÷ 12
  ["packages", [12, ten, "package"], 0.5],
  ["the included quantity counts in the divisor", [150, FEES, "graduated", 50], 110 / 150],
  ["a recurring fraction", [3, [["*", 1, 7]]], 10 / 3],
  ["quantity 0", [0, STEPS], errorOnly("#DIV/0!")],
  [
    "a fault stays in its element",
    [column(0, 100, null, "x", 300), CLOSED],
    column(errorOnly("#DIV/0!"), 1, "", invalid("quantity", "x"), notFound(300)),
  ],
]);

describeCalls(functions, "MARGINAL_RATE", [
  ["below the bound", [999, STEPS], 0.1],
  ["at the bound the next unit is in the next tier", [1000, STEPS], 0.08],
  ["above the bound", [1000.5, STEPS], 0.08],
  ["at 0", [0, STEPS], 0.1],
  ["in the last tier", [1e9, STEPS], 0.05],
  ["fees are left out", [100, FEES], 0.5],
  ["volume", [100, FEES, "volume"], 0.5],
  ["per_unit", [100, 0.07, "per_unit"], 0.07],
  ["percentage", [100, [["*", 0.029, 0.3]], "percentage"], 0.029],
  ["graduated_percentage", [1000, CUT, "graduated_percentage"], 0.02],
  ["nothing holds what is above a closed last tier", [200, CLOSED], notFound()],
  ["package has none", [5, ten, "package"], invalid("model", "package")],
  ["stairstep has none", [5, STAIRS, "stairstep"], invalid("model", "stairstep")],
  ["a blank in a column", [column(0, null, -1, 150), CLOSED], column(1, "", invalid("quantity", "-1"), 0.5)],
]);

const HEADER = ["Line", "From", "To", "Quantity", "Unit price", "Flat fee", "Amount"];

/** Any seven cells that end in these: quantity, unit price, flat fee, amount. */
const ending = (...last: Cell[]): Cell[] => [...Array<Cell>(7 - last.length).fill(anyCell), ...last];
const anyCell = expect.anything() as Cell;

const spill = (...rows: (readonly Cell[])[]) => [HEADER, ...rows];
const breakdowns: CallCase[] = [
  [
    "a row for each tier used",
    [6000, STEPS],
    spill(ending(1000, 0.1, anyCell, 100), ending(4000, 0.08, anyCell, 320), ending(1000, 0.05, anyCell, 50)),
  ],
  ["no row for a tier not used", [1000, STEPS], spill(ending(1000, 0.1, anyCell, 100))],
  ["flat fees", [150, FEES], spill(ending(100, 1, 10, 110), ending(50, 0.5, 5, 30))],
  ["one tier of a volume price", [150, FEES, "volume"], spill(ending(150, 0.5, 5, 80))],
  [
    "the included units come to 0",
    [150, FEES, "graduated", 50],
    spill(ending(50, anyCell, anyCell, 0), ending(100, 1, 10, 110)),
  ],
  [
    "a minimum adjusts by what is missing",
    [150, FEES, "graduated", 0, 150],
    spill(ending(100, 1, 10, 110), ending(50, 0.5, 5, 30), ending(10)),
  ],
  [
    "a maximum adjusts by what is too much",
    [150, FEES, "graduated", 0, 0, 100],
    spill(ending(100, 1, 10, 110), ending(50, 0.5, 5, 30), ending(-40)),
  ],
  ["a fault is the only cell", [300, CLOSED], notFound("quantity", 300, "above the last tier")],
  ["a negative quantity", [-1, CLOSED], invalid("quantity", "-1")],
];
describeCalls(functions, "RATE_BREAKDOWN", breakdowns);
