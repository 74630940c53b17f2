import { base, bill, header, october, usageRows, type Rows } from "./smallBook";

/** What a run of a named period says of usage that is dated long after it. */
const dated = async (...rows: Rows) => {
  const { said, issues } = await bill({ Usage: [header, ...usageRows, ...rows] });
  return { said, message: issues.find(({ code }) => code === "USAGE_DATED_AHEAD")?.message };
};
const onDay = (date: string): Rows[number] => ["K2", "Calls", { date }, 10];

test("a date of the next year is told with its cell", async () => {
  expect(await dated(onDay("2027-10-09"))).toEqual({
    said: ["warning USAGE_DATED_AHEAD Usage!C5"],
    message:
      "2027-10 is 12 months after all usage before it, this row alone, and is not billed in 2026-10; " +
      "correct the date if the year or month is a slip",
  });
});

test("usage of the months to come is none", async () => {
  const { said } = await dated(
    onDay("2026-11-09"),
    onDay("2026-12-09"),
    onDay("2027-03-09"),
    onDay("2028-01-09"),
  );
  expect(said).toEqual([]);
});

test("where nothing is of the period, the distance is from it", async () => {
  const { said } = await bill({ Usage: [header, onDay("2027-10-09")] });
  expect(said).toContain("warning USAGE_DATED_AHEAD Usage!C2");
});

test("days beyond the contract are an error of their own", async () => {
  const Contracts = base.Contracts!.map((row, index) => [...row, index === 0 ? "End date" : october(31)]);
  const { said } = await bill({ Contracts, Usage: [header, ...usageRows, onDay("2027-10-09")] });
  expect(said).toEqual(["error USAGE_OUTSIDE_CONTRACT Usage!C5"]);
});
