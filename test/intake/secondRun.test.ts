import { readFileSync } from "node:fs";
import { join } from "node:path";
import { billPeriod, parsePeriod, planWrites, type BillingRun, type Snapshot } from "../../src/core/api";
import { applyPlan } from "../../src/workbook/xlsx/write/applyPlan";
import { caseBytes, openCase, type CaseInput, type OpenCase } from "./caseBook";

const { cases } = JSON.parse(readFileSync(join(__dirname, "small", "C3.json"), "utf8")) as {
  cases: { id: string; input: CaseInput }[];
};
const { input } = cases.find(({ id }) => id === "C3-5")!;

function bill(snapshot: Snapshot): BillingRun {
  const result = billPeriod(snapshot, {
    period: parsePeriod("2026-10"),
    asOf: undefined,
    giveNumbers: false,
  });
  if (!result.ok) throw new Error(result.reason);
  return result.run;
}

/** The workbook that a run writes, opened again. */
async function written({ snapshot, package: book }: OpenCase): Promise<OpenCase> {
  const { plan } = planWrites(bill(snapshot), snapshot, {
    when: { day: 46_326, time: 0 },
    who: "",
    engineVersion: "0",
    sha256: () => "0",
    parameters: "",
    sheetLimit: 50,
  });
  return openCase(applyPlan(book, plan));
}

test("the sheets of a run are neither unread nor tables of the next one", async () => {
  const again = await written(await openCase(await caseBytes(input)));
  const run = bill(again.snapshot);
  expect(run.issues.map(({ code }) => code)).toEqual(["NO_TAX"]);
  expect(run.book.notRead).toEqual([]);
  expect(again.snapshot.grids.map(({ sheet }) => sheet).filter((name) => name.includes("(2)"))).toEqual([]);
});
