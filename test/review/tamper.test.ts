import { Bench, saidBy } from "./support/bench";
import { byColumn } from "./support/byColumn";
import { bytesOf, october, policy } from "./support/smallBook";
import { applied } from "./tamper/applied";
import type { Case } from "./tamper/change";
import { closingCases } from "./tamper/closing";
import { invoicesCases, linesCases } from "./tamper/documents";
import { furtherCases } from "./tamper/further";
import { inputCases } from "./tamper/inputs";
import { logCases } from "./tamper/logs";
import { printedCases } from "./tamper/printed";

/** What verify says once somebody has changed a workbook, by column and by sheet. */
async function saidOf(
  before: Bench,
  each: Case,
): Promise<{ readonly result: string; readonly said: string[] }> {
  const changed = await applied(before, each);
  const verified = await changed.verify();
  const said = await byColumn(changed, saidBy(verified));
  const sheets = said.map((line) => line.replace(/!.* (?=\w+$)/, " "));
  return { result: verified.result, said: [...said, ...sheets] };
}

/** Everybody of the Policy has a hand in it; Emil closes. */
async function issuedBook(): Promise<Bench> {
  const start = new Bench(await bytesOf({ ...october, Policy: policy }));
  const billed = (await start.bill()).bench;
  const submitted = (await billed.act("submit", { by: "Ann" })).bench;
  const approved = (await submitted.act("approve", { by: "Cleo" })).bench;
  return (await approved.act("issue", { by: "Dora" })).bench;
}

describe("a billed, approved and issued workbook", () => {
  let issued: Bench;

  beforeAll(async () => {
    issued = await issuedBook();
  });

  it("passes as it is", async () => {
    const verified = await issued.verify();
    expect([verified.result, verified.passed, saidBy(verified)]).toEqual(["PASS", 3, []]);
  });

  const cases = [
    ...invoicesCases,
    ...linesCases,
    ...inputCases,
    ...logCases,
    ...printedCases,
    ...furtherCases,
  ];

  it("is changed in more than sixty ways", () => {
    expect(cases.length).toBeGreaterThan(60);
    expect(new Set(cases.map((each) => each.it)).size).toBe(cases.length);
  });

  it.each(cases)("tells $it", async (each) => {
    const { result, said } = await saidOf(issued, each);
    expect(result).toBe("FAIL");
    for (const expected of each.says) expect(said).toContain(expected);
  });

  describe("that was closed", () => {
    let closed: Bench;
    beforeAll(async () => {
      closed = (await issued.close({ by: "Emil" })).bench;
    });

    it("passes as it is", async () => {
      const verified = await closed.verify();
      expect([verified.result, saidBy(verified)]).toEqual(["PASS", []]);
    });

    it.each(closingCases)("tells $it", async (each) => {
      const { result, said } = await saidOf(closed, each);
      expect(result).toBe("FAIL");
      for (const expected of each.says) expect(said).toContain(expected);
    });
  });
});
