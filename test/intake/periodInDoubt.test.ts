import { billPeriod, formatPeriod } from "../../src/core/api";
import { SessionWorkbook } from "../../src/taskpane/session/sessionWorkbook";
import { caseBytes, openCase, type CaseInput } from "./caseBook";
import { base, header, october, usageRows, type Rows } from "./smallBook";

/** What a run without a period bills where few rows of usage are dated far from all others. */
const ends = (day: string): Rows =>
  base.Contracts!.map((row, index) => [...row, index === 0 ? "End date" : { date: day }]);
const many: Rows = [...usageRows, ["K2", "Calls", october(8), 1], ["K2", "Calls", october(9), 2]];

async function unnamed(rows: Rows, changed: Record<string, Rows> = {}, asOf?: number) {
  const sheets = { ...base, ...changed, Usage: [header, ...many, ...rows] };
  const { snapshot } = await openCase(await caseBytes({ sheets } as CaseInput), []);
  const result = billPeriod(snapshot, { period: undefined, asOf, giveNumbers: false });
  const pane = new SessionWorkbook(snapshot, { engineVersion: "0", sha256: () => "" }).monthToBill;
  return {
    period: result.ok ? formatPeriod(result.run.book.period) : result.reason,
    pane: pane && formatPeriod(pane),
    doubt: (result.ok ? result.run.issues : result.issues)
      .filter(({ code }) => code === "PERIOD_IN_DOUBT")
      .map(({ severity, at }) => `${severity} ${at.sheet}!${String(at.row + 1)}`),
  };
}

test("a year that was mistyped stops the run with its cell", async () => {
  const stop = {
    period:
      "Usage!C7: 2062-10 is the latest month with usage by this row alone, so it is not known which to bill: " +
      "other usage ends 2026-10; correct the date, or name the period to bill",
    pane: undefined,
    doubt: ["error Usage!7"],
  };
  expect(await unnamed([["K2", "Calls", { date: "2062-10-09" }, 10]])).toEqual(stop);
  // The day of the run names no period beside it.
  expect(await unnamed([["K2", "Calls", { date: "2062-10-09" }, 10]], {}, 46326)).toEqual(stop);
});

test("a few rows some months ahead are billed and told", async () => {
  expect(await unnamed([["K2", "Calls", { date: "2027-10-09" }, 10]])).toEqual({
    period: "2027-10",
    pane: "2027-10",
    doubt: ["warning Usage!7"],
  });
});

test.each([
  ["beyond the contract's days", "2026-11-09", "K2"],
  ["far beyond them", "2062-11-09", "K2"],
  ["of a contract that is not known", "2026-11-09", "K9"],
])("usage %s decides no period", async (_, date, contract) => {
  expect(await unnamed([[contract, "Calls", { date }, 10]], { Contracts: ends("2026-10-31") })).toEqual({
    period: "2026-10",
    pane: "2026-10",
    doubt: [],
  });
});

test.each<[string, Rows, string]>([
  ["the first rows of the next month", [["K2", "Calls", { date: "2026-11-01" }, 10]], "2026-11"],
  [
    "a month after a pause",
    [1, 2, 3].map((day) => ["K2", "Calls", { date: `2027-03-0${String(day)}` }, 1]),
    "2027-03",
  ],
  ["old rows", [["K2", "Calls", { date: "2016-10-09" }, 10]], "2026-10"],
])("%s are in no doubt", async (_, rows, period) => {
  expect(await unnamed(rows)).toEqual({ period, pane: period, doubt: [] });
});
