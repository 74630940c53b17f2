import type { Argument, Cell } from "../../../simulatedExcel";
import { builtFunctions } from "../../support/builtFunctions";
import { column, day, describeCalls, invalid, notFound } from "./calls";

const functions = builtFunctions();

describeCalls(functions, "APPLY_CASH", [
  ["from the top, the rest in the last row", [100, column(60, 70, 20)], column(60, 40, 0, 0)],
  ["everything paid exactly", [150, column(60, 70, 20)], column(60, 70, 20, 0)],
  ["more than is open", [200.5, column(60, 70, 20)], column(60, 70, 20, 50.5)],
  ["no payment", [0, column(60, 70)], column(0, 0, 0)],
  ["one balance", [10, 4], column(4, 6)],
  ["a balance of 0", [10, column(0, 4)], column(0, 4, 6)],
  ["decimals, not binaries", [0.3, column(0.1, 0.2)], column(0.1, 0.2, 0)],
  [
    "oldest due first, in the order of the rows",
    [100, column(60, 70, 20), column(300, 100, 200)],
    column(10, 70, 20, 0),
  ],
  [
    "of two due on one day the upper first",
    [70, column(60, 70, 20), column(200, 200, 100)],
    column(50, 0, 20, 0),
  ],
  ["times of one day order nothing", [70, column(60, 70), column(46000.9, 46000.1)], column(60, 10, 0)],
  ["due dates as ISO text", [5, column(4, 4), column("2026-02-01", "2026-01-31")], column(1, 4, 0)],
  ["due dates of both kinds", [5, column(4, 4), column(day("2026-02-01"), "2026-01-31")], column(1, 4, 0)],
  ["blank due dates are left out", [5, column(4, 4), undefined], column(4, 1, 0)],
  // 50 + 20 of the credit
  ["a credit is applied in full and adds to the cash", [50, column(60, -20, 30)], column(60, -20, 10, 0)],
  ["a credit below adds to the cash for those above", [0, column(60, -20)], column(20, -20, 0)],
  ["a credit due last adds all the same", [0, column(60, -20), column(46001, 46002)], column(20, -20, 0)],
  ["credits alone stay unapplied", [5, column(-20, -1)], column(-20, -1, 26)],
  ["a blank row counts as nothing", [100, column(60, null, 70)], column(60, "", 40, 0)],
  [
    "a blank row with its due date",
    [65, column(60, null, 70), column(46002, null, 46001)],
    column(0, "", 65, 0),
  ],
  ["a negative payment", [-1, column(60)], invalid("payment", "-1")],
  ["a blank payment", [null, column(60)], invalid("payment")],
  ["a payment that is text", ["all", column(60)], invalid("payment", "all")],
  ["a balance that is text", [1, column(60, "x")], invalid("balances", "x")],
  ["a balance that is a boolean", [1, column(60, true)], invalid("balances", "true")],
  ["due dates of another size", [1, column(60, 5), column(46001)], invalid("due dates")],
  ["a due date that is text", [1, column(60, 5), column(46001, "soon")], invalid("due dates", "soon")],
]);

const HEADER = ["Invoice", "Applied"];
const NUMBERS = column("INV-1001", "INV-1002", "INV-1003", "INV-1004");
const BALANCES = column(100, 80, 45.5, 20);
const match = (amount: Argument, text: Cell, ...more: Argument[]): Argument[] => [
  amount,
  text,
  NUMBERS,
  BALANCES,
  ...more,
];
const spill = (...rows: [Cell, Cell][]) => [HEADER, ...rows];
const any = expect.anything() as Cell;

describeCalls(
  functions,
  "MATCH_PAYMENT",
  [
    // Some of the amount is left, so that the last row has to be there.
    ["a number in the text", match(110, "Payment INV-1001"), spill(["INV-1001", 100], ["Unapplied", 10])],
    [
      "short",
      match(150, "INV-1001 INV-1002 INV-1003"),
      expect.arrayContaining([HEADER, ["INV-1001", 100], ["INV-1002", 50]]) as never,
    ],
    [
      "in the order of the list, not of the text",
      match(200, "INV-1004 and INV-1001; thank you"),
      spill(["INV-1001", 100], ["INV-1004", 20], ["Unapplied", 80]),
    ],
    [
      "a number is a whole token",
      match(90, "INV-10011 XINV-1003 INV-1002"),
      spill(["INV-1002", 80], ["Unapplied", 10]),
    ],
    [
      "commas and stops end a token",
      match(130, "INV-1001, INV-1004."),
      spill(["INV-1001", 100], ["INV-1004", 20], ["Unapplied", 10]),
    ],
    ["brackets and colons too", match(130, "ref:(INV-1001)"), spill(["INV-1001", 100], ["Unapplied", 30])],
    // 80 is the balance of another invoice
    [
      "a number in the text goes before an equal balance",
      match(180, "INV-1001"),
      spill(["INV-1001", 100], ["Unapplied", 80]),
    ],
    [
      "numbers that are numbers",
      [60, "bills 7 and 9", column(7, 8, 9), column(10, 20, 30)],
      spill([any, 10], [any, 30], ["Unapplied", 20]),
    ],
    [
      "decimals, not binaries",
      [0.4, "A B", column("A", "B"), column(0.1, 0.2)],
      spill(["A", 0.1], ["B", 0.2], ["Unapplied", 0.1]),
    ],
  ],
  "MATCH_PAYMENT: numbers in the text",
);

const letters = (count: number) => column(...[..."ABCDEFGHIJKLMN"].slice(0, count));
const owed = (amount: Argument, balances: Cell[], ...tolerance: Argument[]): Argument[] => [
  amount,
  "thank you",
  letters(balances.length),
  column(...balances),
  ...tolerance,
];
describeCalls(
  functions,
  "MATCH_PAYMENT",
  [
    ["a single balance", match(80, "thank you"), spill(["INV-1002", 80])],
    ["without any text", match(80, null), spill(["INV-1002", 80])],
    ["a single balance as decimals", owed(0.1 + 0.2, [0.1, 0.3]), spill(["B", 0.3])],
    ["a single balance goes before sets that sum to it", owed(80, [80, 50, 30]), spill(["A", 80])],
    ["two equal balances are ambiguous", owed(80, [80, 80, 5]), notFound()],
    ["a set of two", match(65.5, "thank you"), spill(["INV-1003", 45.5], ["INV-1004", 20])],
    ["a set as decimals", owed(0.3, [0.1, 0.2, 7]), spill(["A", 0.1], ["B", 0.2])],
    ["two equal balances that sum to it", owed(80, [40, 40]), spill(["A", 40], ["B", 40])],
    ["equal balances make several sets", owed(80, [50, 50, 30]), notFound()],
    ["a set of five", owed(31, [1, 2, 4, 8, 16]), spill(["A", 1], ["B", 2], ["C", 4], ["D", 8], ["E", 16])],
    ["a set of six is not tried", owed(63, [1, 2, 4, 8, 16, 32]), notFound()],
    // 100 − 20; no other set comes to 80
    ["a set with a credit", owed(80, [100, -20, 55]), spill(["A", 100], ["B", -20])],
    ["a credit of two invoices", owed(115, [100, -20, 35, 7]), spill(["A", 100], ["B", -20], ["C", 35])],
    ["two sets are ambiguous", owed(50, [10, 20, 30, 40]), notFound()],
    ["nothing comes to it", owed(51, [10, 20, 30, 40]), notFound()],
    [
      "a set of the largest and the smallest of twelve",
      owed(2049, [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048]),
      spill(["A", 1], ["L", 2048]),
    ],
    ["no sets of thirteen", owed(3, [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096]), notFound()],
    [
      "a single one of thirteen",
      owed(4096, [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096]),
      spill(["M", 4096]),
    ],
    ["a blank row counts as nothing", owed(30, [10, null, 20]), spill(["A", 10], ["C", 20])],
  ],
  "MATCH_PAYMENT: balances",
);

describeCalls(
  functions,
  "MATCH_PAYMENT",
  [
    ["a difference of the tolerance is none", owed(79.5, [80, 5], 0.5), spill(["A", any])],
    ["it holds upwards as well", owed(80.5, [80, 5], 0.5), expect.arrayContaining([["A", any]]) as never],
    ["a difference above it is one", owed(79.49, [80, 5], 0.5), notFound()],
    ["its edge is decimal", owed(0.3, [0.4, 5], 0.1), spill(["A", any])],
    ["two balances within it are ambiguous", owed(80.2, [80, 80.4, 5], 0.5), notFound()],
    ["a set within it", owed(29.99, [10, 20, 500], 0.01), spill(["A", any], ["B", any])],
    ["two sets within it are ambiguous", owed(30, [10, 20, 20.01], 0.01), notFound()],
    ["a blank tolerance is 0", owed(79.99, [80, 5], null), notFound()],
    ["a negative tolerance", owed(80, [80], -1), invalid("tolerance", "-1")],
    ["balances of another size", [80, "", letters(2), column(80)], invalid("balances")],
    ["a balance that is text", owed(80, [80, "x"]), invalid("balances", "x")],
    ["a blank amount", owed(null, [80]), invalid("amount")],
    ["an amount that is text", owed("x", [80]), invalid("amount", "x")],
  ],
  "MATCH_PAYMENT: tolerance and faults",
);
