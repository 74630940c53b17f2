import { nameKey } from "../base/name";
import type { Report } from "../issues/issue";
import { makeIssue } from "../issues/issue";
import { refOf, type BoundTable } from "../schema/boundTable";
import { shownText } from "../schema/column";
import { isBlankCell, viewCell } from "../schema/viewCell";

/** How often something is charged, by the ids of Billing frequency; `other` is none that a contract can have. */
type Frequency = "monthly" | "quarterly" | "semiannual" | "annual" | "one_time" | "other";

const words = new Map<string, Frequency>(
  (
    [
      [
        "monthly",
        "monthly;month;per month;p.m.;mo;mth;/mo;1 month;each month;every month;monatlich;pro Monat;je Monat;mensuel;mensual",
      ],
      [
        "quarterly",
        "quarterly;quarter;per quarter;3 months;every 3 months;vierteljährlich;quartalsweise;pro Quartal;trimestriel",
      ],
      ["semiannual", "semiannual;semi-annually;half-yearly;biannual;6 months;halbjährlich"],
      [
        "annual",
        "annual;annually;yearly;year;per year;per annum;p.a.;yr;/yr;12 months;each year;every year;jährlich;pro Jahr;je Jahr;annuel;anual",
      ],
      ["one_time", "one-time;once;one off;onetime;einmalig;unique"],
      ["other", "weekly;per week;week;daily;per day;day;biweekly;fortnightly;bimonthly;wöchentlich;täglich"],
    ] as const
  ).flatMap(([frequency, names]) =>
    names.split(";").map((name): [string, Frequency] => [nameKey(name), frequency]),
  ),
);

const names: Readonly<Record<string, string>> = {
  monthly: "monthly",
  quarterly: "quarterly",
  semiannual: "half-yearly",
  annual: "yearly",
  one_time: "once",
};

/** What a cell says first: quarterly of “quarterly, Jan/Apr/Jul/Oct”. */
const frequencyIn = (text: string): Frequency | undefined =>
  words.get(nameKey(text)) ?? words.get(nameKey(text.split(/[,;:(]/)[0]!));

const FIELD = nameKey("Billing frequency");

/** Headers that speak of how often something is charged; a term says how long a contract runs. */
const ABOUT =
  /bill|invoic|frequen|interval|cycle|cadence|recur|charged|payment|paid|per$|turnus|abrechnung|rechnung|zahlung|rhythmus/i;
const ABOUT_PRICE = /term|period|basis|every/i;

export interface FrequencyColumn {
  readonly bound: BoundTable;
  readonly column: number;
  readonly header: string;
  /** The contracts that a row is about, each with its Billing frequency. */
  readonly contractsOf: (
    row: number,
  ) => readonly { readonly contractId: string; readonly frequency: string }[];
}

/** Whether a column that no field reads says, in every cell that is filled, how often something is charged. */
export function isFrequencyColumn({ bound, column, header }: FrequencyColumn): boolean {
  // Under the very name of the field in Contracts it is said where that is read, and no more.
  if (nameKey(header) === FIELD) return false;
  if (!ABOUT.test(header) && !(bound.columnOf.has("product") && ABOUT_PRICE.test(header))) return false;
  let filled = 0;
  for (let row = bound.firstRow; row <= bound.lastRow; row++) {
    const cell = viewCell(bound.grid, row, column);
    if (bound.skipped.has(row) || isBlankCell(cell)) continue;
    if (!frequencyIn(shownText(cell))) return false;
    filled++;
  }
  return filled > 0;
}

/** Reports rows that are charged in another rhythm than their contract is billed in: 1,200 per year, billed monthly. */
export function reportFrequencies(about: FrequencyColumn, report: Report): void {
  const { bound, column, header, contractsOf } = about;
  for (let row = bound.firstRow; row <= bound.lastRow; row++) {
    const value = shownText(viewCell(bound.grid, row, column));
    const says = bound.skipped.has(row) ? undefined : frequencyIn(value);
    if (says === undefined) continue;
    const others = contractsOf(row).filter(({ frequency }) => frequency !== says);
    const [first] = others;
    if (!first) continue;
    const cure =
      says === "one_time"
        ? "write a fee that is charged once under Setup fee"
        : "write the price of one billing period, or set Billing frequency in Contracts";
    const holds = others.map(({ contractId }) => contractId);
    const filled = {
      column: header,
      contract: first.contractId,
      frequency: names[first.frequency] ?? "",
      cure,
    };
    report(makeIssue("FREQUENCY_DIFFERS", { at: refOf(bound, row, column), value, words: filled, holds }));
  }
}
