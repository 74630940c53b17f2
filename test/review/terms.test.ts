import { createHash } from "node:crypto";
import { Bench, saidBy } from "./support/bench";
import { byColumn } from "./support/byColumn";
import { bytesOf } from "./support/smallBook";
import { agreedOctober } from "./support/termsBook";
import { applied } from "./tamper/applied";
import { laterTerms, termCases } from "./tamper/terms";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const withoutCells = (said: readonly string[]) => said.map((line) => line.replace(/!.* (?=\w+$)/, " "));

/** Changes that are looked at together: none is of the contract of another. */
const rounds: (typeof termCases)[number][][] = [];
for (const each of termCases) {
  const open = rounds.find((round) => round.every(({ of }) => of !== each.of));
  if (open) open.push(each);
  else rounds.push([each]);
}

describe("a workbook with everything that is agreed beside prices", () => {
  let issued: Bench;
  /** Numbers of documents by their contract. */
  let numbers: ReadonlyMap<string, string>;
  beforeAll(async () => {
    const billed = (await new Bench(await bytesOf(agreedOctober)).bill()).bench;
    issued = (await billed.act("issue", { by: "Zoe" })).bench;
    const rows = await issued.table("Invoices");
    numbers = new Map(rows.map((row) => [row["Contract ID"]!, row["Invoice number"]!]));
  });

  it("is billed by every one of its tables, and passes as it is", async () => {
    const verified = await issued.verify();
    expect([verified.result, saidBy(verified)]).toEqual(["PASS", []]);
    const sealed = new Set((await issued.table("Seals")).map(({ Table }) => Table));
    const tables = Object.keys(agreedOctober).filter((table) => table !== "Settings");
    expect(tables.filter((table) => !sealed.has(table))).toEqual([]);
  });

  it("is sealed as anybody can reckon it from the rows of Seals", async () => {
    const rows = await issued.table("Seals");
    expect(rows.filter(({ Text, Hash }) => sha256(Text!) !== Hash)).toEqual([]);
    for (const row of await issued.table("Invoices")) {
      const number = row["Invoice number"]!;
      const own = rows.filter((each) => each["Invoice number"] === number);
      const texts = own.map(({ Table, Key, Hash }) => [Table, Key, Hash].join("\u001f")).sort();
      expect(row.Seal).toBe(`1-${sha256(texts.join("\u001e"))}`);
    }
  });

  it("keeps no payments: what is typed into Paid is a note", async () => {
    const paid = await issued.cell("Invoices", "Paid", { "Contract ID": "SEATS" });
    const verified = await (await issued.edit({ [paid]: 5 })).verify();
    const { differences, notes } = verified.invoices.find(({ invoice }) => invoice === numbers.get("SEATS"))!;
    expect([differences.map(({ code }) => code), notes.map(({ code }) => code)]).toEqual([
      ["STATE_NOT_LOGGED"],
      ["PAID_DIFFERS"],
    ]);
  });

  it.each(rounds.map((cases) => ({ cases, names: cases.map((each) => each.it).join("; ") })))(
    "tells $names",
    async ({ cases }) => {
      const changed = await applied(issued, ...cases);
      const { invoices } = await changed.verify();
      const said: string[][] = [];
      for (const { of, says } of cases) {
        const own = invoices.filter(({ invoice }) => invoice === numbers.get(of));
        const lines = await byColumn(changed, saidBy({ invoices: own, findings: [] }));
        const found = says.every((line) => [...lines, ...withoutCells(lines)].includes(line));
        said.push(found && own[0]?.result === "FAIL" ? [...says] : [of, ...lines]);
      }
      expect(said).toEqual(cases.map(({ says }) => says));
    },
  );

  it("takes what people go on to write as it is", async () => {
    const verified = await (await applied(issued, ...laterTerms)).verify();
    expect([verified.result, withoutCells(saidBy(verified)).sort()]).toEqual([
      "PASS",
      laterTerms.flatMap(({ says }) => says).sort(),
    ]);
  });
});
