import { Bench, saidBy } from "./support/bench";
import { bytesOf, october, policy } from "./support/smallBook";
import { invoicesCases, linesCases } from "./tamper/documents";
import { inputCases } from "./tamper/inputs";
import { logCases } from "./tamper/logs";
import { printedCases } from "./tamper/printed";

/** Cells by their columns: "Invoices!N2 CELL_CHANGED" is "Invoices!Total CELL_CHANGED". */
async function byColumn(bench: Bench, said: readonly string[]): Promise<string[]> {
  const { grids } = await bench.snapshot();
  return said.map((line) => {
    const match = /^(.+)!([A-Z]+)(\d+) (\w+)$/.exec(line);
    if (!match) return line;
    const [, sheet, letters, , code] = match;
    const column = [...letters!].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    const cells = grids.find((grid) => grid.sheet === sheet)?.columns[column];
    const header = cells?.kinds[0] === 2 ? cells.texts[cells.values[0]!]! : letters!;
    return `${sheet!}!${header} ${code!}`;
  });
}

describe("a billed, approved and issued workbook", () => {
  let issued: Bench;

  beforeAll(async () => {
    const start = new Bench(await bytesOf({ ...october, Policy: policy }));
    const billed = (await start.bill()).bench;
    const submitted = (await billed.act("submit", { by: "Ann" })).bench;
    const approved = (await submitted.act("approve", { by: "Cleo" })).bench;
    issued = (await approved.act("issue", { by: "Dora" })).bench;
  });

  it("passes as it is", async () => {
    const verified = await issued.verify();
    expect([verified.result, verified.passed, saidBy(verified)]).toEqual(["PASS", 3, []]);
  });

  const cases = [...invoicesCases, ...linesCases, ...inputCases, ...logCases, ...printedCases];

  it("is changed in more than sixty ways", () => {
    expect(cases.length).toBeGreaterThan(60);
    expect(new Set(cases.map((each) => each.it)).size).toBe(cases.length);
  });

  it.each(cases)("tells $it", async (each) => {
    let changed = issued;
    if ("edit" in each)
      for (const [sheet, column, row, value] of each.edit)
        changed = await changed.edit({ [await issued.cell(sheet, column, row)]: value });
    else changed = await issued.change(each.change);
    const verified = await changed.verify();
    expect(verified.result).toBe("FAIL");
    const said = await byColumn(changed, saidBy(verified));
    const sheets = said.map((line) => line.replace(/!.* (?=\w+$)/, " "));
    for (const expected of each.says) expect([...said, ...sheets]).toContain(expected);
  });
});
