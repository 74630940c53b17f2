import { Bench, saidBy } from "./support/bench";
import { bytesOf, october } from "./support/smallBook";

/** A book whose lines and usage name persons: a fee for Blue Heron, callers beside the calls, one of them in a credit. */
async function issuedBook(): Promise<Bench> {
  const Prices = october.Prices!.map((row) =>
    row["Price ID"] === "P2" ? { ...row, Description: "Desk of blue heron ltd" } : row,
  );
  const Meters = october.Meters!.map((row) =>
    row.Meter === "calls" ? { ...row, Filter: "Caller <> nobody" } : row,
  );
  const Usage = october.Usage!.map((row, index) => ({
    ...row,
    Caller: index === 3 ? "Greta Olsen" : `+44 20 0000 ${String(1000 + index)}`,
  }));
  const Adjustments = october.Adjustments!.map((row) => ({
    ...row,
    Description: "Outage, greta olsen called",
  }));
  const Settings = [...october.Settings!, { Key: "Personal columns", Value: "Usage: Caller" }];
  const book = new Bench(await bytesOf({ ...october, Prices, Meters, Usage, Adjustments, Settings }));
  const submitted = (await (await book.bill()).bench.act("submit", { by: "Ann" })).bench;
  return (await (await submitted.act("approve", { by: "Ben" })).bench.act("issue", { by: "Cleo" })).bench;
}

const persons = [
  "Blue Heron",
  "blue heron",
  "heron.example",
  "Quay Street",
  "Bristol",
  "+44 20",
  "olsen",
  "Olsen",
];

describe("personal cells of a sealed document", () => {
  let issued: Bench;
  beforeAll(async () => {
    issued = await issuedBook();
  });

  it("stand in rows of their own behind a salt", async () => {
    const seals = await issued.table("Seals");
    const named = seals.filter(({ Text }) => persons.some((each) => Text!.includes(each)));
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter(({ Key }) => !Key!.endsWith(" | personal"))).toEqual([]);
    expect(named.every(({ Text }) => /^Salt: [0-9a-f]{16}\n/.test(Text!))).toBe(true);
    // Marks of usage rows say nothing that could be tried out until it fits.
    const usage = seals.filter(({ Table }) => Table === "Usage").map(({ Key }) => Key);
    expect(usage).toEqual(expect.arrayContaining(["K1 | calls", "K1 | calls | personal"]));
  });

  it("are checked with the salt of their sealing, whoever else changes", async () => {
    expect((await issued.verify()).result).toBe("PASS");
    const name = await issued.cell("Customers", "Customer name", { "Customer ID": "C3" });
    const verified = await (await issued.edit({ [name]: "Osprey Holding SA" })).verify();
    expect(saidBy(verified)).toEqual([`${name} IDENTITY_CHANGED`]);
    const caller = await issued.cell("Usage", "Caller", { "Event ID": "E1" });
    const called = await (await issued.edit({ [caller]: "+44 20 9999 1111" })).verify();
    expect(called.result).toBe("FAIL");
  });

  it("may be taken out of a copy, which then verifies with a note", async () => {
    const redacted = await issued.change((book) => {
      const seals = book.getWorksheet("Seals")!;
      seals.eachRow((row) => {
        if (String(row.getCell(3).value).endsWith(" | personal")) row.getCell(4).value = null;
      });
      const replace = (value: unknown) =>
        typeof value === "string" ? value.replace(/blue heron ltd|greta olsen/i, "P-0123456789") : value;
      for (const name of ["Customers", "Invoices", "Invoice lines", "Prices", "Adjustments"])
        book.getWorksheet(name)!.eachRow((row) =>
          row.eachCell((cell) => {
            if (typeof cell.value === "string") cell.value = replace(cell.value) as string;
          }),
        );
      book.getWorksheet("Usage")!.eachRow((row, index) => {
        if (index > 1) row.getCell(7).value = `P-00000000${String(10 + index)}`;
      });
      book.removeWorksheet("INV-2026-0001");
    });
    const verified = await redacted.verify();
    expect([verified.result, [...new Set(saidBy(verified))]]).toEqual(["PASS", ["Seals REDACTED"]]);
    const total = await redacted.cell("Invoices", "Total", { "Invoice number": "INV-2026-0001" });
    expect((await (await redacted.edit({ [total]: 1 })).verify()).result).toBe("FAIL");
  });
});
