import { Bench, saidBy } from "./support/bench";
import { byColumn } from "./support/byColumn";
import { bytesOf, october, policy } from "./support/smallBook";
import { applied } from "./tamper/applied";
import type { Case } from "./tamper/change";
import { closingCases } from "./tamper/closing";
import { invoicesCases, linesCases } from "./tamper/documents";
import { furtherCases } from "./tamper/further";
import { inputCases } from "./tamper/inputs";
import { numberedCases } from "./tamper/numbered";
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

describe("a workbook that was numbered in one step", () => {
  let numbered: Bench;
  beforeAll(async () => {
    numbered = (await new Bench(await bytesOf(october)).bill({ number: true })).bench;
  });

  it.each(numberedCases)("tells $it", async (each) => {
    const { result, said } = await saidOf(numbered, each);
    expect(result).toBe("FAIL");
    for (const expected of each.says) expect(said).toContain(expected);
  });

  it("lists its numbers in the log, and names the document that lost its own", async () => {
    const [row] = await numbered.table("Run log");
    expect(row?.Parameters).toBe("as of 2026-10-31; numbers given: INV-2026-0001 to INV-2026-0003");
    const [renumbered] = numberedCases;
    const { invoices } = await (await applied(numbered, renumbered!)).verify();
    const found = invoices.flatMap(({ differences }) =>
      differences.map(({ code, expected, found: now, cell }) => [code, cell, expected, now]),
    );
    expect(found).toEqual([
      ["STATE_NOT_LOGGED", "A3", "INV-2026-0002", "INV-2026-0007"],
      ["DOCUMENT_MISSING", "F2", "INV-2026-0002", ""],
    ]);
  });

  it("shows no card number that somebody typed into a cell", async () => {
    const cell = await numbered.cell("Invoice lines", "Description", {
      "Invoice number": "INV-2026-0001",
      Line: 1,
    });
    const typed = await numbered.edit({ [cell]: "card 4111 1111 1111 1111" });
    const { invoices } = await typed.verify();
    const [difference] = invoices[0]!.differences;
    expect(difference?.found).toBe("card **** **** **** 1111");
    expect(JSON.stringify(invoices)).not.toContain("4111 1111");
  });

  it("says nothing of the numbers of others where one document is another's now", async () => {
    const cell = await numbered.cell("Invoices", "Contract ID", { "Invoice number": "INV-2026-0001" });
    const { invoices } = await (await numbered.edit({ [cell]: "K9" })).verify();
    expect(invoices.map(({ invoice, result }) => `${invoice} ${result}`)).toEqual([
      "INV-2026-0001 FAIL",
      "INV-2026-0002 PASS",
      "INV-2026-0003 PASS",
    ]);
  });

  it("keeps printed invoices as they are when company, bank and customer are others later", async () => {
    const later = await numbered.edit({
      [await numbered.cell("Settings", "Value", { Key: "Bank details" })]: "Lighthouse Bank",
      [await numbered.cell("Customers", "City", { "Customer ID": "C1" })]: "Leeds",
    });
    const verified = await later.verify();
    expect([verified.result, saidBy(verified)]).toEqual(["PASS", []]);
  });
});
