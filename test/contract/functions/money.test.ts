import { builtFunctions } from "../../support/builtFunctions";
import { column, describeCalls, invalid, type CallCase } from "./calls";

const functions = builtFunctions();

describeCalls(functions, "TAX_AMOUNT", [
  ["of a net amount", [100, 0.08], 8],
  ["of a gross amount", [108, 0.08, true], 8],
  // 100 × 0.2 ÷ 1.2 = 16.666…
  ["of a gross amount, rounded", [100, 0.2, true], 16.67],
  ["inclusive is FALSE by default", [100, 0.2, null], 20],
  ["net by name", [100, 0.2, false], 20],
  // 1.25 × 0.1 = 0.125
  ["half a cent away from zero", [1.25, 0.1], 0.13],
  ["half a cent away from zero on a credit", [-1.25, 0.1], -0.13],
  // 0.35 × 0.1 = 0.035, which no binary number is
  ["half a cent of decimals", [0.35, 0.1], 0.04],
  ["below half a cent", [1.24, 0.1], 0.12],
  // 0.535 × 0.07 ÷ 1.07 = 0.035 exactly, though 0.07 ÷ 1.07 recurs
  ["half a cent of a gross amount", [0.535, 0.07, true], 0.04],
  ["a rate of 0", [100, 0], 0],
  ["a rate of 0 of a gross amount", [100, 0, true], 0],
  ["a rate above 1", [100, 1.5], 150],
  ["yen have no decimals", [105, 0.1, false, "JPY"], 11],
  ["dinars have three", [1.2345, 0.1, false, "bhd"], 0.123],
  ["a fault stays in its element", [column(100, null, "x", -50), 0.08], column(8, "", invalid("x"), -4)],
  ["a blank single amount", [null, 0.08], ""],
  ["a negative rate", [100, -0.08], invalid("rate", "-0.08")],
  ["a blank rate is not 0", [100, null], invalid("rate")],
  ["a currency that is none", [100, 0.08, false, "ZZZ"], invalid("currency", "ZZZ")],
]);

const modes = (mode: string, ...pairs: [number, number][]): CallCase =>
  [
    mode,
    [column(...pairs.map(([amount]) => amount)), "JPY", mode],
    column(...pairs.map(([, shows]) => shows)),
  ] as const;
describeCalls(functions, "ROUND_MONEY", [
  ["cents by default", [1.234], 1.23],
  [
    "half a cent, as it is shown, goes up",
    [column(1.005, 2.675, 1.115, 0.285)],
    column(1.01, 2.68, 1.12, 0.29),
  ],
  ["half a cent goes away from zero", [-1.005], -1.01],
  ["a hair below the half, beyond 15 digits, is the half", [1.0049999999999997], 1.01],
  ["a hair below it within 15 digits is not", [1.0049999999999], 1],
  modes("half_up", [0.5, 1], [1.5, 2], [2.5, 3], [-0.5, -1], [-2.5, -3], [2.4999, 2], [-2.4999, -2]),
  modes("half_even", [0.5, 0], [1.5, 2], [2.5, 2], [3.5, 4], [-2.5, -2], [-3.5, -4], [2.5001, 3]),
  modes("up", [0.001, 1], [1, 1], [2.1, 3], [-0.001, -1], [-2.9, -3], [0, 0]),
  modes("down", [0.999, 0], [1, 1], [2.9, 2], [-0.999, 0], [-2.9, -2], [0, 0]),
  ["a mode in any case", [2.5, "JPY", "Half-Up"], 3],
  ["a mode with a blank", [2.5, "JPY", "HALF EVEN"], 2],
  ["half_even of cents", [column(1.005, 1.015, 1.025), "USD", "half_even"], column(1, 1.02, 1.02)],
  ["up of cents leaves whole cents", [1.1 + 2.2, "USD", "up"], 3.3],
  ["yen", [1234.5, "JPY"], 1235],
  ["dinars", [1.0005, "BHD"], 1.001],
  ["a code in any case", [1234.5, "jpy"], 1235],
  ["a blank code and mode are the default", [1.005, null, null], 1.01],
  ["a large amount", [9999999999999.95, "JPY"], 10000000000000],
  ["15 digits", [1234567890123.45], 1234567890123.45],
  ["a tiny amount", [1e-12], 0],
  ["a tiny amount up", [1e-12, "USD", "up"], 0.01],
  [
    "a fault stays in its element",
    [column(1.005, null, "x", true), "USD"],
    column(1.01, "", invalid("amount", "x"), invalid("amount", "true")),
  ],
  ["a blank single amount", [null, "USD"], ""],
  ["a code that is none", [1, "ABC"], invalid("currency", "ABC")],
  ["a name instead of a code", [1, "dollar"], invalid("currency", "dollar")],
  ["a mode that is none", [1, "USD", "nearest"], invalid("mode", "nearest", "half_even")],
]);

describeCalls(functions, "ALLOCATE", [
  ["thirds, ties to the first", [100, column(1, 1, 1)], column(33.34, 33.33, 33.33)],
  ["the shape of the weights: a row", [100, [[1, 1, 1]]], [[33.34, 33.33, 33.33]]],
  [
    "the shape of the weights: a block",
    [
      10,
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      [1, 2],
      [3, 4],
    ],
  ],
  ["one weight", [10.55, 7], 10.55],
  // 1.67, 3.33, 5
  ["the largest remainder", [10, column(1, 2, 3), "JPY"], column(2, 3, 5)],
  // 0.8, 3.6, 5.6: two are missing
  ["the largest remainders, wherever they stand", [10, column(4, 18, 28), "JPY"], column(1, 4, 5)],
  // 2.5 each
  [
    "ties in a block go row by row",
    [
      10,
      [
        [1, 1],
        [1, 1],
      ],
      "JPY",
    ],
    [
      [3, 3],
      [2, 2],
    ],
  ],
  ["of a credit", [-100, column(1, 1, 1)], column(-33.34, -33.33, -33.33)],
  ["the total is rounded first", [10.005, column(1, 1)], column(5.01, 5)],
  ["a cent for many", [0.01, column(1, 1, 1)], column(0.01, 0, 0)],
  ["nothing", [0, column(1, 2)], column(0, 0)],
  ["a weight of 0 gets nothing", [10, column(0, 1, 0)], column(0, 10, 0)],
  ["weights as fractions", [1, column(0.1, 0.2, 0.7)], column(0.1, 0.2, 0.7)],
  ["three decimals", [1, column(1, 1, 1), "BHD"], column(0.334, 0.333, 0.333)],
  ["a blank row counts as nothing", [100, column(1, null, 1)], column(50, "", 50)],
  ["weights all 0", [10, column(0, 0)], invalid("weights")],
  ["a negative weight", [10, column(1, -1, 5)], invalid("weights", "-1")],
  ["a weight that is text", [10, column(1, "x")], invalid("weights", "x")],
  ["a blank total", [null, column(1, 1)], invalid("total")],
  ["a currency that is none", [10, column(1), "QQQ"], invalid("currency", "QQQ")],
]);

/** Codes by the digits of their minor unit. */
const MINOR_UNITS = {
  0: ["CLP", "ISK", "KRW", "PYG", "UGX", "VND", "XAF", "XOF", "XPF"],
  2: ["AUD", "CHF", "COP", "EUR", "GBP", "HUF", "IDR", "INR", "MGA", "MRU", "TWD"],
  3: ["IQD", "JOD", "KWD", "LYD", "OMR", "TND"],
  4: ["CLF", "UYW"],
};
describeCalls(
  functions,
  "ROUND_MONEY",
  Object.entries(MINOR_UNITS).flatMap(([digits, codes]) =>
    codes.map((code): CallCase => [code, [0.123456, code], [0, 0, 0.12, 0.123, 0.1235][Number(digits)]!]),
  ),
  "ROUND_MONEY: minor units of ISO 4217",
);

/** Numbers that schemes give out for tests, and others with a valid check digit at the edges of the prefixes. */
const CARDS = `
  4111111111111111 4222222222222 4012345678901239 4012345678901234565
  5555555555554444 5101234567890126 5501234567890122 2223003122003222 2221012345678902 2720012345678908
  378282246310005 340123456789014 370123456789017
  6011111111111117 6440123456789010 6490123456789019 6501234567890120
  3530111333300000 3528012345678900 3589012345678906
  30569309025904 30001234567891 36012345678901 38012345678909 39012345678908
  6200000000000005 6201234567890123 6201234567890123452
`;
const NOT_OURS = `
  5001234567890127 5601234567890121 2220012345678903 2721012345678907 350123456789011
  6010012345678908 6012012345678906 6430123456789012 6601234567890129 6301234567890122 6101234567890124
  3527012345678901 3590012345678903 29901234567895 30601234567898 9012345678901238 1012345678901235
`;
const listed = (numbers: string, shows: boolean) =>
  numbers
    .trim()
    .split(/\s+/)
    .map((number): CallCase => [number, [number], shows]);

describeCalls(functions, "CARD_SCAN", listed(CARDS, true), "CARD_SCAN: payment cards");
describeCalls(functions, "CARD_SCAN", listed(NOT_OURS, false), "CARD_SCAN: prefixes of none");
describeCalls(functions, "CARD_SCAN", [
  ["blanks between the digits", ["4111 1111 1111 1111"], true],
  ["hyphens between the digits", ["4111-1111-1111-1111"], true],
  ["Amex in its groups", ["3782 822463 10005"], true],
  ["within a text", ["Paid by card 4111 1111 1111 1111, thanks"], true],
  ["behind another number", ["Invoice 20261031: 5555-5555-5555-4444."], true],
  ["a wrong check digit", ["4111 1111 1111 1112"], false],
  ["two digits exchanged", ["5555555555545444"], false],
  ["12 digits", ["401234567899"], false],
  ["commas between the digits", ["4111,1111,1111,1111"], false],
  ["letters between the digits", ["4111x1111x1111x1111"], false],
  ["a text without digits", ["no card here"], false],
  ["a short number", ["INV-1001"], false],
  ["a blank", [null], ""],
  [
    "a column",
    [column("4111111111111111", null, "nothing", "4111111111111112")],
    column(true, "", false, false),
  ],
]);
