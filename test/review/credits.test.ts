import type { CreditRun } from "../../src/core/api";
import { Bench, saidBy } from "./support/bench";
import { bytesOf, october, policy } from "./support/smallBook";
import { removeRow, sheetOf } from "./tamper/change";

const INV1 = "INV-2026-0001";
const OF_ONE_LINE = "INV-2026-0003";

const told = ({ note, logIssues }: CreditRun) => [
  note.invoiceNumber,
  ...logIssues.map(({ code, at, severity }) => `${at.sheet} ${code} ${severity}`),
];

describe("a credit", () => {
  let issued: Bench;
  beforeAll(async () => {
    issued = (await new Bench(await bytesOf(october)).bill({ number: true })).bench;
  });

  it("says what was changed behind the logs, as a run does", async () => {
    expect(told((await issued.credit(INV1)).run)).toEqual(["CN-2026-0001"]);
    const altered = await issued.edit({
      [await issued.cell("Run log", "Who", { "Run ID": "RUN-1" })]: "Zoe",
    });
    expect(told((await altered.credit(INV1)).run)).toEqual(["CN-2026-0001", "Run log LOG_ALTERED error"]);
    const other = "INV-2026-0002";
    const cell = await issued.cell("Invoices", "Total", { "Invoice number": other });
    expect(told((await (await issued.edit({ [cell]: 1 })).credit(INV1)).run)).toContain(
      "Invoices CELL_CHANGED error",
    );
  });

  it("gets no number in a book of copies that were merged", async () => {
    const merged = await issued.change((book) => {
      const log = sheetOf(book, "Run log");
      log.addRow(log.getRow(2).values);
    });
    const { run, bench } = await merged.credit(INV1);
    expect(told(run)).toEqual([
      "DRAFT-CREDIT-INV-2026-0001-1",
      ...["Run log LOG_FORKED error", "Run log LOG_FORKED error"],
    ]);
    const again = await bench.credit(run.note.invoiceNumber, { approvedBy: "Cleo" });
    expect(again.run.note.status).toBe("in_review");
  });

  it("that is gone gives its number to no other, and verify misses it", async () => {
    const { bench } = await issued.credit(OF_ONE_LINE);
    const note = { "Invoice number": "CN-2026-0001" };
    const gone = await bench.change((book) => {
      removeRow("Invoices", note)(book);
      removeRow("Invoice lines", note)(book);
    });
    const again = await gone.credit(OF_ONE_LINE);
    expect(told(again.run)).toEqual(["CN-2026-0002", "Run log DOCUMENT_MISSING error"]);
    expect(saidBy(await gone.verify())).toEqual(["Run log!F3 DOCUMENT_MISSING"]);
    const renumbered = await bench.edit({
      [await bench.cell("Invoices", "Invoice number", note)]: "CN-2026-0007",
    });
    expect((await renumbered.verify()).result).toBe("FAIL");
  });

  it("shares one series with invoices where the patterns are the same, in runs, acts and credits", async () => {
    const one = [
      { Key: "Invoice number pattern", Value: "D-{YYYY}-{0000}" },
      { Key: "Credit note number pattern", Value: "D-{YYYY}-{0000}" },
    ];
    const tables = {
      ...october,
      Settings: [...october.Settings!, ...one],
      Adjustments: october.Adjustments!.map((row) => ({ ...row, Amount: -1000 })),
    };
    const start = new Bench(await bytesOf(tables));
    const numbers = ["D-2026-0001", "D-2026-0002", "D-2026-0003"];
    const numbersIn = async (bench: Bench) =>
      (await bench.table("Invoices")).map((row) => row["Invoice number"]).sort();
    const billed = (await start.bill({ number: true })).bench;
    expect(await numbersIn(billed)).toEqual(numbers);
    const acted = (await (await start.bill()).bench.act("issue", { by: "Dora" })).bench;
    expect(await numbersIn(acted)).toEqual(numbers);
    for (const bench of [billed, acted]) {
      const credited = await bench.credit("D-2026-0003");
      expect(told(credited.run)).toEqual(["D-2026-0004"]);
      expect(saidBy(await credited.bench.verify())).toEqual([]);
      const note = { "Invoice number": "D-2026-0004" };
      const gone = await credited.bench.change((book) => {
        removeRow("Invoices", note)(book);
        removeRow("Invoice lines", note)(book);
      });
      const later = await gone.bill({ number: true, period: "2026-11", asOf: "2026-11-30" });
      expect(later.run.invoices[0]?.number).toBe("D-2026-0005");
    }
  });

  it("is dated in no closed period", async () => {
    const closed = (await issued.close({ by: "Emil" })).bench;
    await expect(closed.credit(INV1)).rejects.toThrow(
      "2026-10 is closed, and the credit note would be dated 2026-10-31; credit as of 2026-11-01 or later",
    );
    const { run, bench } = await closed.credit(INV1, { asOf: "2026-11-01" });
    expect(told(run)).toEqual(["CN-2026-0001"]);
    expect((await bench.verify()).result).toBe("PASS");
  });

  it("waits for whom Policy names, and verify finds nothing wrong with one that was issued", async () => {
    const start = new Bench(await bytesOf({ ...october, Policy: policy }));
    const submitted = (await (await start.bill()).bench.act("submit", { by: "Ann" })).bench;
    const approved = (await submitted.act("approve", { by: "Cleo" })).bench;
    const ready = (await approved.act("issue", { by: "Dora" })).bench;
    const { bench, run } = await ready.credit(INV1, { by: "Mallory" });
    expect(run.note).toMatchObject({ status: "in_review", preparedBy: "Mallory" });
    const key = run.note.invoiceNumber;
    const mallory = await bench.credit(key, { by: "Mallory", approvedBy: "Mallory" });
    expect(mallory.run.issues.map(({ code }) => code)).toEqual(["SELF_APPROVAL"]);
    const ben = await bench.credit(key, { by: "Ben", approvedBy: "Ben" });
    expect(ben.run.issues.map(({ code }) => code)).toEqual(["OVER_LIMIT"]);
    const cleo = await bench.credit(key, { by: "Cleo", approvedBy: "Cleo" });
    expect(cleo.run.note).toMatchObject({ invoiceNumber: "CN-2026-0001", approvedBy: "Cleo" });
    expect(saidBy(await cleo.bench.verify())).toEqual([]);
  });
});
