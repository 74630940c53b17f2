import { builtFunctions } from "../../support/builtFunctions";
import { column, day, describeCalls, invalid } from "./calls";

const functions = builtFunctions();

describeCalls(functions, "DISCOUNT_STACK", [
  ["percents compound, each rounded", [99.99, column(0.1, 0.25)], 67.49],
  ["amounts come after percents, whatever their order in cells", [100, 0.1, 50], 40],
  ["never below 0", [10, null, 15], 0],
  ["in the currency's minor unit", [101, 0.333, 0, "JPY"], 67],
  ["a column spills", [column(100, null, 50), 0.5], column(50, "", 25)],
  ["no discounts leave all", [100, null], 100],
  ["a percentage above 1", [100, 10], invalid("percents", "10")],
]);

describeCalls(functions, "ESCALATE", [
  ["percents of the price before", [1000, column(0.05, 0.05)], 1102.5],
  ["an index against its base", [1000, 110.5, 105.65], 1045.91],
  ["within cap and floor of the price before", [1000, column(110.5, 110.6), 105.65, 0.03, 0.01], 1046.85],
  ["in the decimals of the agreed price", [0.0125, 0.03], 0.0129],
  ["in yen", [1000, 0.0155, null, null, null, "JPY"], 1016],
  ["no steps", [1000, null], 1000],
  ["a cap without a base", [1000, 0.03, null, 0.02], invalid("base")],
  ["a base of 0", [1000, 110, 0], invalid("base", "0")],
  ["a floor above the cap", [1000, 110, 100, 0.01, 0.02], invalid("floor", "0.02")],
]);

const JUNE = [day("2026-06-01"), day("2026-06-30")] as const;
const at = (iso: string, time = 0) => day(iso) + time;

describeCalls(functions, "WEIGHTED_SUM", [
  ["a level from the 16th on", [1000, at("2026-06-16"), ...JUNE], 500],
  [
    "rows in any order, one carried in",
    [column(12, 10), column(at("2026-06-15", 0.5), at("2026-05-01")), ...JUNE],
    16.2,
  ],
  [
    "what comes after the period does not count",
    [column(10, 99), column(at("2026-06-01"), at("2026-07-01")), ...JUNE],
    10,
  ],
  ["blank changes are none", [column(null, 10), column(null, at("2026-06-01")), ...JUNE], 10],
  ["ranges of different sizes", [column(1, 2), at("2026-06-01"), ...JUNE], invalid("changes")],
  [
    "a change without a date",
    [column(1, 2), column(at("2026-06-01"), null), ...JUNE],
    invalid("dates, row 2"),
  ],
  ["a last day before the first", [1, at("2026-06-01"), JUNE[1], JUNE[0]], invalid("to")],
]);

describeCalls(functions, "HELD_QUANTITY", [
  [
    "the day added and the day removed count",
    [column(10, -10), column(at("2026-06-11"), at("2026-06-20")), ...JUNE],
    10 / 3,
  ],
  [
    "keys that are active",
    [
      column(1, 1, 0),
      column(at("2026-06-01"), at("2026-06-01"), at("2026-06-15")),
      ...JUNE,
      column("a", "b", "b"),
    ],
    1.5,
  ],
  [
    "more removed than held",
    [column(1, -2), column(at("2026-06-01"), at("2026-06-02")), ...JUNE],
    invalid("changes, row 2"),
  ],
]);
