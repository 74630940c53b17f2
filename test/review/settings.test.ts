import { Bench, saidBy } from "./support/bench";
import { bytesOf, october, policy } from "./support/smallBook";
import { copyRow } from "./tamper/change";

/** Approved documents in a book where somebody then types a setting. */
describe("a setting that is typed after documents were approved", () => {
  let approved: Bench;
  beforeAll(async () => {
    const billed = (await new Bench(await bytesOf({ ...october, Policy: policy })).bill()).bench;
    const submitted = (await billed.act("submit", { by: "Ann" })).bench;
    approved = (await submitted.act("approve", { by: "Cleo" })).bench;
  });

  const typed = (key: string, value: string) =>
    approved.change(copyRow("Settings", { Key: "Currency" }, { Key: key, Value: value }));

  it.each([
    ["DATEV consultant", "1001"],
    ["SAP company code", "1000"],
    ["Reporting currency", "USD"],
    ["Discount grace days", "5"],
    ["Brand color", "#336699"],
  ])("ends no approval where it decides nothing of a document: %s", async (key, value) => {
    const book = await typed(key, value);
    expect(saidBy(await book.verify())).toEqual([]);
    const { run } = await book.act("issue", { by: "Dora" });
    expect([run.done.length > 0, run.refused]).toEqual([true, []]);
  });

  it("ends them where documents say something else with it", async () => {
    const book = await typed("Document footer", "Registered in Portmere");
    expect(saidBy(await book.verify()).join()).toContain("INPUT_ADDED");
    const { run } = await book.act("issue", { by: "Dora" });
    expect(run.done).toEqual([]);
    expect(new Set(run.refused.map(({ code }) => code))).toEqual(new Set(["SEAL_LAPSED"]));
  });
});
