import { builtFunctions } from "../../support/builtFunctions";
import { column, day, describeCalls, invalid, notFound } from "./calls";
import type { Argument, Cell } from "../../../simulatedExcel";

const functions = builtFunctions();

const QUANTITIES = column(10, -2, 0.5, 7, 0, 20);
const CUSTOMERS = column("Acme", "ACME", "Bolt", "acme", "Bolt", "Coil");
const METERS = column("calls", "Calls", "CALLS", "storage", "storage", "calls");
const DATES = column(
  day("2026-10-01"),
  day("2026-10-31") + 0.75,
  day("2026-10-31") + 0.25,
  day("2026-11-01"),
  day("2026-10-31") + 0.5,
  day("2026-09-30") + 0.999,
);
const KEYS = column("a", "b", "a", "c", "c", "d");
const OCTOBER = [day("2026-10-01"), day("2026-10-31")] as const;

/** The arguments in their order; what is not named is left out. */
interface Meter {
  readonly customers?: readonly [Argument, Cell];
  readonly meters?: readonly [Argument, Cell];
  readonly days?: readonly [dates: Argument, from?: Cell, to?: Cell];
  readonly keys?: Argument;
}
const meter = (quantities: Argument, aggregation?: Cell, given: Meter = {}): Argument[] => {
  const { customers = [], meters = [], days = [], keys } = given;
  const three: Argument[] = [days[0], days[1], days[2]];
  return [quantities, aggregation, customers[0], customers[1], meters[0], meters[1], ...three, keys];
};

describeCalls(functions, "METER_USAGE", [
  ["sum is the default; negative rows are corrections", meter(QUANTITIES), 35.5],
  ["sum by name", meter(QUANTITIES, "Sum"), 35.5],
  ["count", meter(QUANTITIES, "count"), 6],
  ["max", meter(QUANTITIES, "max"), 20],
  ["max of negatives", meter(column(-5, -3), "max"), -3],
  ["average", meter(column(1, 2, 4), "average"), 7 / 3],
  ["unique counts the keys", meter(QUANTITIES, "unique", { keys: KEYS }), 4],
  ["latest without dates is the last row", meter(QUANTITIES, "latest"), 20],
  ["latest by date and time", meter(QUANTITIES, "latest", { days: [DATES] }), 7],
  ["latest within days, by time", meter(QUANTITIES, "latest", { days: [DATES, ...OCTOBER] }), -2],
  [
    "latest of equal times is the lower row",
    meter(column(1, 2, 3), "latest", { days: [column(46009, 46009, 46008)] }),
    2,
  ],
  ["latest without dates passes over a blank", meter(column(1, 2, null), "latest"), 2],
  ["quantities add as decimals", meter(column(0.1, 0.2, 0.7)), 1],
  ["digits far apart are kept", meter(column(1e15, 0.00001, -1e15)), 0.00001],
  ["quantities in a row", meter([[1, 2, 3]], "sum"), 6],
  ["a single number", meter(5), 5],
  ["quantities as plain text", meter(column("1.5", 2)), 3.5],
  ["a sum may be negative", meter(column(1, -3)), -2],
]);

describeCalls(
  functions,
  "METER_USAGE",
  [
    ["one customer, names without case", meter(QUANTITIES, "sum", { customers: [CUSTOMERS, "aCme"] }), 15],
    ["a name that is none of them", meter(QUANTITIES, "sum", { customers: [CUSTOMERS, "Ac"] }), 0],
    ["one meter", meter(QUANTITIES, "sum", { meters: [METERS, "calls"] }), 28.5],
    [
      "customer and meter",
      meter(QUANTITIES, "sum", { customers: [CUSTOMERS, "Acme"], meters: [METERS, "calls"] }),
      8,
    ],
    ["both days count, whatever the time", meter(QUANTITIES, "sum", { days: [DATES, ...OCTOBER] }), 8.5],
    ["from alone", meter(QUANTITIES, "sum", { days: [DATES, day("2026-10-31")] }), 5.5],
    ["to alone", meter(QUANTITIES, "sum", { days: [DATES, null, day("2026-10-01")] }), 30],
    [
      "whole days, whatever the times of from and to",
      meter(column(1, 2), "sum", { days: [column(46000.1, 46000.9), 46000.5, 46000.2] }),
      3,
    ],
    [
      "letters beyond ASCII without case",
      meter(column(1, 2), "sum", { customers: [column("ÉCLAIR", "x"), "éclair"] }),
      1,
    ],
    [
      "days as ISO text",
      meter(column(1, 2), "sum", { days: [column("2026-01-01", "2026-02-01"), "2026-02-01"] }),
      2,
    ],
    [
      "unique of the rows that match",
      meter(QUANTITIES, "unique", { meters: [METERS, "storage"], keys: KEYS }),
      1,
    ],
    ["count of the rows that match", meter(QUANTITIES, "count", { customers: [CUSTOMERS, "bolt"] }), 2],
    ["max of the rows that match", meter(QUANTITIES, "max", { customers: [CUSTOMERS, "bolt"] }), 0.5],
    [
      "average of the rows that match",
      meter(QUANTITIES, "average", { customers: [CUSTOMERS, "bolt"] }),
      0.25,
    ],
    [
      "every filter at once",
      meter(QUANTITIES, "count", {
        customers: [CUSTOMERS, "acme"],
        meters: [METERS, "CALLS"],
        days: [DATES, ...OCTOBER],
      }),
      2,
    ],
  ],
  "METER_USAGE: the rows that match",
);

const nobody: Meter = { customers: [CUSTOMERS, "nobody"], keys: KEYS };
describeCalls(
  functions,
  "METER_USAGE",
  [
    ["no row sums to 0", meter(QUANTITIES, "sum", nobody), 0],
    ["no row counts as 0", meter(QUANTITIES, "count", nobody), 0],
    ["no row has 0 keys", meter(QUANTITIES, "unique", nobody), 0],
    ["no row has no max", meter(QUANTITIES, "max", nobody), notFound()],
    ["no row has no latest", meter(QUANTITIES, "latest", nobody), notFound()],
    ["no row has no average", meter(QUANTITIES, "average", nobody), notFound()],
    ["blank quantities are skipped: count", meter(column(1, null, 3), "count"), 2],
    ["blank quantities are skipped: average", meter(column(1, null, 3), "average"), 2],
    ["blank quantities are skipped: max", meter(column(-1, null, -3), "max"), -1],
    ["nothing but blanks sums to 0", meter(column(null, null), "sum"), 0],
    ["nothing but blanks has no max", meter(column(null, null), "max"), notFound()],
  ],
  "METER_USAGE: nothing there",
);

const two = column(1, 2);
describeCalls(
  functions,
  "METER_USAGE",
  [
    ["a quantity that is text", meter(column(1, "two")), invalid("quantities", "two")],
    ["a quantity that is a boolean", meter(column(1, true)), invalid("quantities", "true")],
    ["an aggregation that is none", meter(two, "median"), invalid("aggregation", "median", "average")],
    ["customers of another size", meter(two, "sum", { customers: [column("a"), "a"] }), invalid("customers")],
    ["meters of another size", meter(two, "sum", { meters: [CUSTOMERS, "a"] }), invalid("meters")],
    [
      "dates of another size",
      meter(two, "sum", { days: [column(46001, 46002, 46003), 46001, 46003] }),
      invalid("dates"),
    ],
    ["keys of another size", meter(two, "unique", { keys: column("a") }), invalid("keys")],
    [
      "a date that is none",
      meter(two, "sum", { days: [column(46001, "soon"), 46001, 46002] }),
      invalid("dates", "soon"),
    ],
    [
      "from that is no date",
      meter(two, "sum", { days: [column(46001, 46002), "soon", 46002] }),
      invalid("from", "soon"),
    ],
    [
      "to that is no date",
      meter(two, "sum", { days: [column(46001, 46002), 46001, false] }),
      invalid("to", "false"),
    ],
  ],
  "METER_USAGE: what it refuses",
);

describeCalls(functions, "COMMIT_TRUE_UP", [
  ["what is missing to the commitment", [800, 1000], 200],
  ["nothing at the commitment", [1000, 1000], 0],
  ["nothing above it", [1200.5, 1000], 0],
  ["of the part that has elapsed", [300, 1000, 0.5], 200],
  ["of nothing elapsed", [300, 1000, 0], 0],
  ["credits raise it", [-50, 1000], 1050],
  ["credits raise it from nothing elapsed", [-50, 1000, 0], 50],
  ["decimals, not binaries", [0.1, 0.3], 0.2],
  ["is not rounded", [0, 100, 0.12345], 12.345],
  ["a blank fraction is all of it", [800, 1000, null], 200],
  ["a negative commitment", [800, -1], invalid("commitment", "-1")],
  ["a negative fraction", [800, 1000, -0.5], invalid("fraction", "-0.5")],
  ["a blank where billed belongs", [null, 1000], invalid("billed")],
  ["a blank where the commitment belongs", [800, null], invalid("commitment")],
  ["text", ["much", 1000], invalid("billed", "much")],
]);

const DRAWN = ["Applied", "Remaining", "Payable"];
describeCalls(functions, "DRAWDOWN", [
  ["credit until it is used up", [100, column(30, 80, 20)], [DRAWN, [30, 70, 0], [70, 0, 10], [0, 0, 20]]],
  ["used up exactly", [100, column(100, 1)], [DRAWN, [100, 0, 0], [0, 0, 1]]],
  ["no credit", [0, column(5)], [DRAWN, [0, 0, 5]]],
  ["a charge of 0", [10, column(0, 4)], [DRAWN, [0, 10, 0], [4, 6, 0]]],
  ["a single charge", [10, 4], [DRAWN, [4, 6, 0]]],
  ["decimals, not binaries", [0.3, column(0.1, 0.2)], [DRAWN, [0.1, 0.2, 0], [0.2, 0, 0]]],
  ["a blank row counts as nothing", [10, column(4, null, 8)], [DRAWN, [4, 6, 0], ["", "", ""], [6, 0, 2]]],
  ["a negative charge", [10, column(4, -1)], invalid("charges", "-1")],
  ["a negative credit", [-10, column(4)], invalid("opening credit", "-10")],
  ["a blank where the credit belongs", [null, column(4)], invalid("opening credit")],
  ["a charge that is text", [10, column("x")], invalid("charges", "x")],
]);
