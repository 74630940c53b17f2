import { customerFiles, eraseCustomer, planErase, type Snapshot } from "../../src/core/api";
import { sha256 } from "../../src/cli/sha256";
import type { RowInput } from "../support/workbookFixture";
import { Bench, saidBy } from "./support/bench";
import { bytesOf, october } from "./support/smallBook";

const ended = (rows: readonly RowInput[]) =>
  rows.map((row) => (row["Contract ID"] === "K1" ? { ...row, "End date": "2026-12-31" } : row));

/** Blue Heron has left; its name stands in prices, callers, payments, a column that nothing reads and another's note. */
async function bookOf(): Promise<Bench> {
  const Prices = october.Prices!.map((row) =>
    row["Price ID"] === "P2" ? { ...row, Description: "Desk of blue heron ltd" } : row,
  );
  const Meters = october.Meters!.map((row) =>
    row.Meter === "calls" ? { ...row, Filter: "Caller <> nobody" } : row,
  );
  const Usage = october.Usage!.map((row, index) => ({ ...row, Caller: `Caller Number ${String(index)}` }));
  const Adjustments = october.Adjustments!.map((row) => ({
    ...row,
    Description: "Outage, as with Blue Heron Ltd",
  }));
  const Customers = october.Customers!.map((row) =>
    row["Customer ID"] === "C3" ? { ...row, City: "Bristol" } : row,
  );
  const Payments = [
    {
      "Payment ID": "P-1",
      "Customer ID": "C1",
      Date: "2026-11-20",
      Amount: 882,
      Currency: "EUR",
      Reference: "Blue Heron Ltd INV-2026-0001",
      "Invoice number": "INV-2026-0001",
    },
  ];
  const Settings = [...october.Settings!, { Key: "Personal columns", Value: "Usage: Caller" }];
  const Notes = [{ Note: "Blue Heron Ltd called about Bristol" }, { Note: "Kestrel GmbH pays late" }];
  return new Bench(
    await bytesOf({
      ...october,
      Contracts: ended(october.Contracts!).map((row) => ({ ...row, Remark: "call Blue Heron Ltd first" })),
      ...{ Prices, Meters, Usage, Adjustments, Customers, Payments, Settings, Notes },
    }),
  );
}

const names = ["Blue Heron", "blue heron", "heron.example", "Quay Street", "Caller Number 0"];

/** Sheets in which one of the names is, with the number of cells. */
function sheetsNaming({ grids }: Snapshot): Record<string, number> {
  const counts = grids.map(({ sheet, columns }) => {
    const texts = columns.flatMap(({ kinds, values, texts: all }) =>
      [...kinds].flatMap((kind, row) => (kind === 2 ? all.at(values[row]!)! : [])),
    );
    return [sheet, texts.filter((text) => names.some((name) => text.includes(name))).length] as const;
  });
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

async function erased(bench: Bench, day = "2027-03-01") {
  const snapshot = await bench.snapshot();
  const when = { day: Math.floor(Date.parse(day) / 86_400_000) + 25_569, time: 0 };
  const result = eraseCustomer(snapshot, "c1", { key: "K", sha256, day: when.day });
  if (!result.ok) throw new Error(result.reason);
  const options = { when, who: "Ann", engineVersion: "9.9.9", sha256 };
  const plan = planErase(snapshot, result.erasure, "request of 1 March", options);
  return { erasure: result.erasure, bench: await bench.planned(plan) };
}

describe("a customer who has left", () => {
  let sealed: Bench;
  beforeAll(async () => {
    const billed = (await (await bookOf()).bill()).bench;
    const submitted = (await billed.act("submit", { by: "Ann" })).bench;
    sealed = (await (await submitted.act("approve", { by: "Ben" })).bench.act("issue", { by: "Cleo" })).bench;
  });

  it("is handed everything about it, table by table, and where else it is named", async () => {
    const found = customerFiles(await sealed.snapshot(), "C1")!;
    const rows = Object.fromEntries(found.files.map((file) => [file.table, file.rows]));
    expect(rows).toMatchObject({
      Customers: 1,
      Contracts: 1,
      Prices: 2,
      Tiers: 3,
      Usage: 3,
      Invoices: 1,
      "Invoice lines": 4,
      Payments: 1,
      Approvals: 3,
    });
    expect(rows).not.toHaveProperty("Adjustments");
    expect(found.files.find(({ table }) => table === "Customers")?.text).toBe(
      '"Customer ID","Customer name","Email","Address line 1","City","Payment terms"\r\n' +
        '"C1","Blue Heron Ltd","pay@heron.example","1 Quay Street","Bristol","Net 30"\r\n',
    );
    const places = found.mentions.map(({ sheet, row }) => `${sheet} ${String(row + 1)}`);
    expect(places).toEqual(expect.arrayContaining(["Adjustments 2", "Notes 2"]));
    expect(places).not.toContain("Notes 3");
    expect(customerFiles(await sealed.snapshot(), "C9")).toBeUndefined();
  });

  it("is a pseudonym everywhere but in what it was sent, and the register verifies", async () => {
    const { bench, erasure } = await erased(sealed);
    expect(sheetsNaming(await bench.snapshot())).toEqual({
      Invoices: 1,
      "INV-2026-0001": expect.any(Number) as number,
      // One of its own, and one of somebody else, whose invoice and credit name it.
      "Invoice lines": 2,
      Adjustments: 1,
      "INV-2026-0002": 1,
      Seals: 4,
    });
    expect(erasure.kept).toEqual([
      { table: "Invoices", rows: 1 },
      { table: "Invoice lines", rows: 4 },
      { table: "Approvals", rows: 3 },
    ]);
    const customers = await bench.table("Customers");
    expect(customers[0]).toMatchObject({ "Customer ID": "C1", "Payment terms": "Net 30" });
    expect(customers[0]!["Customer name"]).toMatch(/^P-[0-9a-f]{10}$/);
    // Whoever else lives in the same city still does.
    expect(customers[2]).toMatchObject({ "Customer name": "Osprey SA", City: "Bristol" });
    const notes = (await bench.table("Notes")).map(({ Note }) => Note);
    expect(notes).toEqual([
      `${customers[0]!["Customer name"]!} called about Bristol`,
      "Kestrel GmbH pays late",
    ]);
    expect((await bench.table("Run log")).at(-1)).toMatchObject({
      Action: "erase",
      Parameters: "customer C1; request of 1 March",
    });
    const verified = await bench.verify();
    expect([
      verified.result,
      [...new Set(saidBy(verified))].filter((line) => !line.endsWith("REDACTED")),
    ]).toEqual(["PASS", []]);
    const total = await bench.cell("Invoices", "Total", { "Invoice number": "INV-2026-0001" });
    expect((await (await bench.edit({ [total]: 1 })).verify()).result).toBe("FAIL");
  });

  it("verifies without seals as well: texts that are printed on its documents stay", async () => {
    const issued = (await (await bookOf()).bill({ number: true })).bench;
    const { bench } = await erased(issued);
    expect(sheetsNaming(await bench.snapshot())).toMatchObject({ Prices: 1, Invoices: 1 });
    const verified = await bench.verify();
    expect([verified.result, saidBy(verified)]).toEqual(["PASS", ["Invoices!E2 IDENTITY_CHANGED"]]);
  });

  it("is not erased while a contract runs or a document is a draft", async () => {
    await expect(erased(sealed, "2026-12-31")).rejects.toThrow("K1 of C1 is in force on 2026-12-31");
    const drafted = (await (await bookOf()).bill()).bench;
    await expect(erased(drafted)).rejects.toThrow("DRAFT-K1-2026-10-EUR of C1 is not issued");
  });
});
