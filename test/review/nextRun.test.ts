import type { BillingRun } from "../../src/core/api";
import { Bench, saidBy } from "./support/bench";
import { bytesOf, october, policy } from "./support/smallBook";
import { applied } from "./tamper/applied";
import { removeRow, setCell, sheetOf, type Case } from "./tamper/change";

const INV1 = { "Invoice number": "INV-2026-0001" };
const november = { period: "2026-11", asOf: "2026-11-30", number: true };

/** What is said of logs and documents: what is wrong with the inputs is another matter. */
const told = ({ issues }: BillingRun) =>
  issues
    .filter(({ code }) => /^(LOG|CELL|LINE|SEAL|STATE|DOCUMENT|PERIOD)_/.test(code))
    .map(({ code, severity, at }) => `${at.sheet} ${code} ${severity}`);

const ones = [
  ["Invoices", "Subtotal", INV1, 1],
  ["Invoices", "Tax", INV1, 0],
  ["Invoices", "Total", INV1, 1],
] as const;

describe("the run after somebody changed", () => {
  let plain: Bench;
  let sealed: Bench;
  beforeAll(async () => {
    plain = (await new Bench(await bytesOf(october)).bill({ number: true })).bench;
    plain = (await plain.close({ by: "Ann" })).bench;
    const start = (await new Bench(await bytesOf({ ...october, Policy: policy })).bill()).bench;
    const submitted = (await start.act("submit", { by: "Ann" })).bench;
    const approved = (await submitted.act("approve", { by: "Cleo" })).bench;
    sealed = (await approved.act("issue", { by: "Dora" })).bench;
  });

  it("nothing says nothing", async () => {
    expect(told((await plain.bill(november)).run)).toEqual([]);
    expect(told((await sealed.bill(november)).run)).toEqual([]);
  });

  const cases: readonly (Case & { readonly of: "plain" | "sealed" })[] = [
    { it: "totals of an invoice", of: "plain", edit: [...ones], says: ["Invoices CELL_CHANGED error"] },
    {
      it: "totals of a sealed invoice",
      of: "sealed",
      edit: [...ones],
      says: ["Invoices CELL_CHANGED error"],
    },
    {
      it: "a line of a sealed invoice",
      of: "sealed",
      change: removeRow("Invoice lines", { ...INV1, Line: 1 }),
      says: ["Invoice lines LINE_MISSING error"],
    },
    {
      it: "a text of Seals",
      of: "sealed",
      edit: [["Seals", "Text", { ...INV1, Table: "Invoices" }, "Total: 1"]],
      says: ["Seals SEAL_BROKEN error"],
    },
    {
      it: "a row of the Run log",
      of: "sealed",
      change: removeRow("Run log", { "Run ID": "RUN-2" }),
      says: ["Run log LOG_MISSING error"],
    },
    {
      it: "the only row of the Run log that billed",
      of: "plain",
      change: removeRow("Run log", { "Run ID": "RUN-1" }),
      says: ["Invoices LOG_TRUNCATED error"],
    },
    {
      it: "a comment of Approvals",
      of: "sealed",
      edit: [["Approvals", "Comment", { "Run ID": "RUN-2" }, "urgent"]],
      says: ["Approvals LOG_ALTERED error"],
    },
    {
      it: "an invoice by taking out its row",
      of: "plain",
      change: removeRow("Invoices", INV1),
      says: ["Run log DOCUMENT_MISSING error"],
    },
    {
      it: "what was closed",
      of: "plain",
      change: setCell("Closed periods", "Action", { Action: "close" }, "reopen"),
      says: ["Closed periods PERIOD_CHANGED error"],
    },
  ];

  it.each(cases)("$it names it", async (each) => {
    const bench = await applied({ plain, sealed }[each.of], each);
    const said = told((await bench.bill(november)).run);
    for (const expected of each.says) expect(said).toContain(expected);
  });

  it("the status of an invoice back to Draft keeps it as it is, and says so", async () => {
    const open = (await plain.close({ by: "Ann", reason: "to bill again" })).bench;
    const back = await open.edit({ [await open.cell("Invoices", "Status", INV1)]: "Draft" });
    const { run, bench } = await back.bill({ number: true, asOf: "2026-11-02" });
    expect(told(run)).toEqual(["Invoices STATE_NOT_LOGGED error"]);
    expect(run.issues.find(({ code }) => code === "STATE_NOT_LOGGED")?.message).toBe(
      "the status of INV-2026-0001 was typed: it is Draft, and the log says Issued",
    );
    // Nothing takes its number, and its days are not billed again.
    expect(run.invoices).toEqual([]);
    const numbers = (await bench.table("Invoices")).map((row) => [row["Invoice number"], row.Status]);
    expect(numbers).toEqual([
      ["INV-2026-0001", "Draft"],
      ["INV-2026-0002", "Issued"],
      ["INV-2026-0003", "Issued"],
    ]);
  });

  it.each([
    ["Void", "it is Void, and the log says Issued"],
    ["In review", "it is In review, and the log says Issued"],
  ])("the status of an invoice to %s bills none of its days again", async (status, said) => {
    const open = (await plain.close({ by: "Ann", reason: "to bill again" })).bench;
    const typed = await open.edit({ [await open.cell("Invoices", "Status", INV1)]: status });
    const { run } = await typed.bill({ number: true, asOf: "2026-11-02" });
    expect(run.issues.find(({ code }) => code === "STATE_NOT_LOGGED")?.message).toContain(said);
    expect(run.invoices).toEqual([]);
  });

  it("the status of an invoice to Void with a reason code frees its days, and says so", async () => {
    const open = (await plain.close({ by: "Ann", reason: "to bill again" })).bench;
    const typed = await open.edit({
      [await open.cell("Invoices", "Status", INV1)]: "Void",
      [await open.cell("Invoices", "Reason code", INV1)]: "PRICE",
    });
    const { run } = await typed.bill({ number: true, asOf: "2026-11-02" });
    expect(told(run)).toEqual(["Invoices STATE_NOT_LOGGED warning"]);
    // The number of what was taken back is not given again.
    expect(run.invoices.map(({ number }) => number)).toEqual(["INV-2026-0004"]);
  });

  it("the status of an invoice to nothing names it", async () => {
    const cell = await plain.cell("Invoices", "Status", INV1);
    const blank = await plain.edit({ [cell]: "" });
    expect(told((await blank.bill(november)).run)).toEqual(["Invoices STATE_NOT_LOGGED error"]);
    expect(saidBy(await blank.verify())).toContain(`${cell} STATE_NOT_LOGGED`);
  });

  it("an invoice and its lines away gives its number to no other", async () => {
    const last = { "Invoice number": "INV-2026-0003" };
    const gone = await plain.change((book) => {
      removeRow("Invoices", last)(book);
      removeRow("Invoice lines", last)(book);
    });
    const { run } = await gone.bill(november);
    expect(run.issues.map(({ code }) => code)).toContain("DOCUMENT_MISSING");
    expect(run.invoices.map(({ number }) => number)).toEqual(["INV-2026-0004"]);
  });

  it("a note below the Run log says so, and goes on", async () => {
    const noted = await sealed.change((book) => {
      const log = sheetOf(book, "Run log");
      log.getCell(log.rowCount + 2, 1).value = "see mail";
    });
    const { run, bench } = await noted.bill({ ...november, by: "Dora" });
    expect(told(run)).toEqual(["Run log LOG_ALTERED error"]);
    const said = saidBy(await bench.verify()).filter((line) => line.includes("LOG_"));
    expect(said).toEqual([expect.stringContaining("LOG_ALTERED")]);
  });

  it("a cell of the Run log to what cannot be read keeps its row in its place", async () => {
    const bench = await sealed.edit({
      [await sealed.cell("Run log", "When", { "Run ID": "RUN-2" })]: "one day",
    });
    const { bench: next, run } = await bench.bill(november);
    expect(told(run)).toEqual(["Run log LOG_ALTERED error"]);
    const rows = await next.table("Run log");
    expect(rows.map((row) => row["Run ID"])).toEqual(["RUN-1", "RUN-2", "RUN-3", "RUN-4", "RUN-5"]);
    expect(rows[1]?.When).toBe("one day");
    expect(saidBy(await next.verify()).filter((line) => line.includes("LOG_"))).toEqual([
      expect.stringMatching(/^Run log!M3 LOG_ALTERED$/),
    ]);
  });

  it("the last row of a log to what cannot be read goes on from its hash", async () => {
    const last = { "Run ID": "RUN-4" };
    const bench = await sealed.edit({
      [await sealed.cell("Run log", "When", last)]: "one day",
      [await sealed.cell("Approvals", "When", { "Invoice number": "INV-2026-0003" })]: "one day",
    });
    const voided = await bench.act("void", { by: "Dora", invoice: ["INV-2026-0001"], comment: "twice" });
    const said = saidBy(await voided.bench.verify()).filter((line) => line.includes("LOG_"));
    expect(said).toEqual([
      expect.stringMatching(/^Run log!M5 LOG_ALTERED$/),
      expect.stringMatching(/^Approvals!N\d+ LOG_ALTERED$/),
    ]);
  });
});
