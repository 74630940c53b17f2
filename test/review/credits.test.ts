import type { CreditRun } from "../../src/core/api";
import { Bench, saidBy } from "./support/bench";
import { bytesOf, october, policy } from "./support/smallBook";
import { sheetOf } from "./tamper/change";

const INV1 = "INV-2026-0001";

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
