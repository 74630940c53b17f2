import type { Argument, Cell } from "../../../simulatedExcel";
import { builtFunctions } from "../../support/builtFunctions";
import { column, day, describeCalls, errorOnly, invalid } from "./calls";

const functions = builtFunctions();

const JANUARY = day("2026-01-01");
const paid = (amount: Argument, after: number, terms: string): Argument[] => [
  amount,
  JANUARY,
  JANUARY + after,
  terms,
];

describeCalls(functions, "EARLY_DISCOUNT", [
  ["on the invoice day", paid(1000, 0, "2/10 Net 30"), 20],
  ["on the last day of the discount", paid(1000, 10, "2/10 Net 30"), 20],
  ["a day later", paid(1000, 11, "2/10 Net 30"), 0],
  ["a fraction of a percent; not rounded", paid(99.99, 9, "1.5/10 net 45"), 1.49985],
  ["terms spelt freely", paid(1000, 10, "2/10NET30"), 20],
  ["terms without a discount", paid(1000, 0, "Net 30"), 0],
  ["due on receipt", paid(1000, 0, "Due on receipt"), 0],
  ["nothing to pay", paid(0, 0, "2/10 Net 30"), 0],
  ["times of day are ignored", [1000, JANUARY, JANUARY + 10.9, "2/10 Net 30"], 20],
  ["ISO text", [1000, "2026-01-01", "2026-01-11", "2/10 Net 30"], 20],
  ["terms that are none", paid(1000, 0, "2 off"), invalid("terms", "2 off", "Net 30")],
  ["an amount that is text", paid("x", 0, "2/10 Net 30"), invalid("amount", "x")],
  ["a blank payment date", [1000, JANUARY, null, "2/10 Net 30"], invalid("payment date")],
]);

/** Balance, days late, rate and what else is given. */
const late = (balance: Argument, daysLate: number, ...more: Argument[]): Argument[] => [
  balance,
  JANUARY,
  JANUARY + daysLate,
  ...more,
];
describeCalls(functions, "LATE_FEE", [
  // 1,000 × 12 % × 30 ÷ 365
  ["simple interest", late(1000, 30, 0.12), 3600 / 365],
  ["over a basis of 360 days", late(1000, 30, 0.12, 0, 360), 10],
  ["over more than a year", late(1000, 720, 0.12, 0, 360), 240],
  ["on the due day", late(1000, 0, 0.12, 0, 360, 25), 0],
  ["before the due day", late(1000, -30, 0.12, 0, 360, 25), 0],
  ["within grace, and no fixed fee either", late(1000, 5, 0.12, 5, 360, 25), 0],
  // 1,000 × 12 % × 6 ÷ 360
  ["beyond grace, from the first day late", late(1000, 6, 0.12, 5, 360), 2],
  ["with the fixed fee", late(1000, 6, 0.12, 5, 360, 25), 27],
  ["the fixed fee alone", late(1000, 1, 0, 0, 365, 40), 40],
  // 10 − 4: fees may be negative
  ["a negative fixed fee", late(1000, 30, 0.12, 0, 360, -4), 6],
  ["defaults for blanks", late(1000, 73, 0.1, null, null, null), 20],
  ["nothing open", late(0, 30, 0.12, 0, 360, 25), 0],
  ["a credit", late(-1000, 30, 0.12, 0, 360, 25), 0],
  ["times of day are ignored", [1000, JANUARY + 0.9, JANUARY + 30.1, 0.12, 0, 360], 10],
  [
    "a fault stays in its element",
    late(column(1000, null, "x", -5, 2000), 30, 0.12, 0, 360),
    column(10, "", invalid("balance", "x"), 0, 20),
  ],
  ["a negative rate", late(1000, 30, -0.1), invalid("rate", "-0.1")],
  ["negative grace", late(1000, 30, 0.1, -1), invalid("grace days", "-1")],
  ["a negative basis", late(1000, 30, 0.1, 0, -360), invalid("day basis", "-360")],
  ["a blank rate", late(1000, 30, null), invalid("annual rate")],
  ["a blank due date", [1000, null, JANUARY, 0.1], invalid("due date")],
  ["as of no day", [1000, JANUARY, "now", 0.1], invalid("as of", "now")],
]);

const TODAY = day("2026-06-30");
/** Due dates so many days before today. */
const ago = (...daysAgo: (number | null)[]) =>
  column(...daysAgo.map((days) => (days === null ? null : TODAY - days)));

describeCalls(functions, "DAYS_PAST_DUE", [
  ["due yesterday", [TODAY - 1, TODAY], 1],
  ["due today", [TODAY, TODAY], 0],
  ["due tomorrow", [TODAY + 1, TODAY], 0],
  ["over a leap day", [day("2028-02-28"), day("2028-03-01")], 2],
  ["whole days, whatever the times", [TODAY - 0.1, TODAY + 0.1], 1],
  ["times within one day", [TODAY + 0.1, TODAY + 0.9], 0],
  ["ISO text", ["2026-01-01", "2026-06-30"], 180],
  ["a blank due date", [null, TODAY], ""],
  [
    "a fault stays in its element",
    [[[TODAY - 45, null, "x", TODAY + 3]], TODAY],
    [[45, "", invalid("due date", "x"), 0]],
  ],
  ["as of a blank", [TODAY, null], invalid("as of")],
]);

const BANDS = ["Current", "1-30", "31-60", "61-90", "91+"];
const LABELS = [["ok", "late", "very late", "lost"]];
describeCalls(functions, "AGING_BUCKET", [
  [
    "upper limits are inclusive",
    [ago(-1, 0, 1, 30, 31, 60, 61, 90, 91, 1000), TODAY],
    column(...[0, 0, 1, 1, 2, 2, 3, 3, 4, 4].map((band) => BANDS[band]!)),
  ],
  ["one due date", [TODAY - 45, TODAY], "31-60"],
  ["blank limits and labels are the default", [TODAY - 45, TODAY, null, null], "31-60"],
  ["times of day are ignored", [TODAY - 30.1, TODAY + 0.9], "31-60"],
  [
    "own limits",
    [ago(0, 15, 16, 45, 46), TODAY, [[15, 45]]],
    column("Current", "1-15", "16-45", "16-45", "46+"),
  ],
  ["limits in a column", [TODAY - 46, TODAY, column(15, 45)], "46+"],
  ["one limit", [ago(10, 11), TODAY, 10], column("1-10", "11+")],
  ["own labels", [ago(0, 30, 31, 61), TODAY, [[30, 60]], LABELS], column(...LABELS[0]!)],
  ["labels in a column", [TODAY - 61, TODAY, [[30, 60]], column(...LABELS[0]!)], "lost"],
  ["labels for the default limits", [TODAY - 61, TODAY, null, [["a", "b", "c", "d", "e"]]], "d"],
  [
    "a fault stays in its element",
    [column(null, "x", TODAY), TODAY],
    column("", invalid("due date", "x"), "Current"),
  ],
  ["a label too few", [TODAY, TODAY, [[30, 60, 90]], LABELS], invalid("labels")],
  ["a label too many", [TODAY, TODAY, [[30]], LABELS], invalid("labels")],
  ["limits that do not rise", [TODAY, TODAY, [[30, 30]]], invalid("limits", 30)],
  ["limits that fall", [TODAY, TODAY, [[60, 30]]], invalid("limits", 30)],
  ["a limit within a day", [TODAY, TODAY, [[30.5, 60]]], invalid("limits", "30.5")],
  ["a negative limit", [TODAY, TODAY, [[-1, 60]]], invalid("limits", "-1")],
  ["a limit that is text", [TODAY, TODAY, [["x", 60]]], invalid("limits", "x")],
]);

const HEADER = ["Bucket", "Invoices", "Amount"];
const summary = (...rows: [Cell, Cell, Cell][]) => [HEADER, ...rows];
describeCalls(functions, "AGING_SUMMARY", [
  [
    "a row for each bucket, for the credits and for the total",
    [ago(0, 5, 30, 31, 95, 40, -10), column(100, 20, 30, 40, 50.5, -15, -5), TODAY],
    summary(
      ["Current", 1, 100],
      ["1-30", 2, 50],
      ["31-60", 1, 40],
      ["61-90", 0, 0],
      ["91+", 1, 50.5],
      ["Credits", 2, -20],
      ["Total", 7, 220.5],
    ),
  ],
  [
    "own limits and labels",
    [ago(1, 31, 61, 5), column(1, 2, 4, -8), TODAY, [[30, 60]], LABELS],
    summary(
      ["ok", 0, 0],
      ["late", 1, 1],
      ["very late", 1, 2],
      ["lost", 1, 4],
      ["Credits", 1, -8],
      ["Total", 4, -1],
    ),
  ],
  [
    "a blank row counts as nothing; amounts add as decimals",
    [ago(1, null, 2, 3), column(0.1, null, 0.2, -0.3), TODAY, 30],
    summary(["Current", 0, 0], ["1-30", 2, 0.3], ["31+", 0, 0], ["Credits", 1, -0.3], ["Total", 3, 0]),
  ],
  [
    "rows beside each other",
    [[[TODAY - 1, TODAY, TODAY]], [[5, 6, -1]], TODAY, 30],
    summary(["Current", 1, 6], ["1-30", 1, 5], ["31+", 0, 0], ["Credits", 1, -1], ["Total", 3, 10]),
  ],
  ["balances of another size", [ago(1, 2), column(1), TODAY], invalid("balances")],
  ["a balance that is text", [ago(1, 2), column(1, "x"), TODAY], invalid("balances", "x")],
  ["a due date that is text", [column(TODAY, "x"), column(1, 2), TODAY], invalid("due dates", "x")],
  ["labels that are too few", [ago(1), column(1), TODAY, [[30, 60, 90]], LABELS], invalid("labels")],
  ["as of a blank", [ago(1), column(1), null], invalid("as of")],
]);

describeCalls(functions, "DSO", [
  ["receivables over sales times days", [50000, 300000, 90], 15],
  ["a recurring fraction", [1, 3, 1], 1 / 3],
  ["nothing open", [0, 300000, 90], 0],
  ["more credits than invoices", [-1000, 100, 30], -300],
  ["no sales", [50000, 0, 90], errorOnly("#DIV/0!")],
  ["negative days", [50000, 300000, -90], invalid("days", "-90")],
  ["blank sales are not 0", [50000, null, 90], invalid("credit sales")],
  ["blank receivables are not 0", [null, 300000, 90], invalid("receivables")],
  ["text", [50000, 300000, "many"], invalid("days", "many")],
]);

describeCalls(functions, "CEI", [
  // (100 + 50 − 60) ÷ (100 + 50 − 20) × 100
  ["collected over collectable in percent", [100, 50, 60, 20], 9000 / 130],
  ["everything collected that could be", [100, 50, 20, 20], 100],
  ["nothing collected", [100, 50, 150, 50], 0],
  ["decimals, not binaries", [0.1, 0.2, 0, 0], 100],
  ["nothing collectable", [100, 50, 60, 150], errorOnly("#DIV/0!")],
  ["nothing collectable, as decimals", [0.1, 0.2, 0.1, 0.3], errorOnly("#DIV/0!")],
  ["a blank is not 0", [100, 50, null, 20], invalid("closing receivables")],
  ["text", [100, 50, 60, "few"], invalid("closing current", "few")],
]);
