import { planChecklist, planStep, openReview, parsePeriod, planWrites } from "../../src/core/api";
import { periods } from "../../src/taskpane/reports/checklist/view";
import { SessionWorkbook } from "../../src/taskpane/session/sessionWorkbook";
import type { RowInput } from "../support/workbookFixture";
import { Bench, saidBy } from "./support/bench";
import { bytesOf, october, policy } from "./support/smallBook";
import { copyRow, removeRow } from "./tamper/change";

const bookOf = async (more: Readonly<Record<string, readonly RowInput[]>> = {}) =>
  new Bench(await bytesOf({ ...october, ...more }));

const checks = [
  "Inputs clean",
  "Usage complete",
  "Nothing held",
  "Reconciled",
  "All approved",
  "All issued",
  "Verified",
];

const late: RowInput = {
  "Contract ID": "K1",
  Meter: "calls",
  Date: "2026-10-30",
  Quantity: 100,
  "Event ID": "L1",
  Region: "EU",
};

/** A workbook with rows typed below Usage. */
const withUsage = (bench: Bench, rows: readonly RowInput[]) =>
  bench.change((book) => {
    const sheet = book.getWorksheet("Usage")!;
    const titles = (sheet.getRow(1).values as string[]).slice(1);
    for (const row of rows) sheet.addRow(titles.map((title) => row[title] ?? null));
  });

describe("a month that is closed", () => {
  let issued: Bench;
  let closed: Bench;
  beforeAll(async () => {
    issued = (await (await bookOf()).bill({ number: true })).bench;
    closed = (await issued.close({ by: "Emil" })).bench;
  });

  it("keeps what was closed, by whom, and the checks that passed", async () => {
    const { run } = await issued.close({ by: "Emil" });
    expect(run.steps.map(({ step, state, passed }) => [step, state, passed])).toEqual(
      checks.map((step) => [step, "done", true]),
    );
    const [row] = await closed.table("Closed periods");
    expect(row).toMatchObject({
      Period: "2026-10",
      Action: "close",
      Who: "Emil",
      Documents: "3",
      Total: "EUR 1,239.90",
      "Usage rows": "7",
    });
    const steps = await closed.table("Checklist");
    expect(steps.map(({ Step, State, "Done by": by }) => [Step, State, by])).toEqual(
      checks.map((step) => [step, "Done", "Emil"]),
    );
    expect((await closed.table("Run log")).at(-1)).toMatchObject({ Action: "close", Period: "2026-10" });
  });

  it("is not billed and not closed again, and none of its documents is taken back", async () => {
    const { run } = await (await withUsage(issued, [late])).bill();
    expect(run.closedPeriod).toBeUndefined();
    await expect(closed.bill()).rejects.toThrow("2026-10 is closed");
    await expect(closed.bill({ period: "2026-Q4", asOf: "2026-12-31" })).rejects.toThrow("2026-10 is closed");
    await expect(closed.close({ by: "Emil" })).rejects.toThrow("2026-10 was closed by Emil on 2026-11-05");
    const { run: voided } = await closed.act("void", { by: "Ann", comment: "twice" });
    expect(voided.refused.map(({ code }) => code)).toEqual([
      "PERIOD_CLOSED",
      "PERIOD_CLOSED",
      "PERIOD_CLOSED",
    ]);
  });

  it("is opened again with a reason, and closed again over what is there then", async () => {
    await expect(closed.close({ by: "Emil", reason: " " })).rejects.toThrow("needs a reason");
    await expect(issued.close({ by: "Emil", reason: "late" })).rejects.toThrow("2026-10 is not closed");
    const open = (await closed.close({ by: "Emil", reason: "Outage of 3 October" })).bench;
    expect((await open.verify()).result).toBe("PASS");
    expect((await open.bill()).run.closedPeriod).toBeUndefined();
    const again = (await open.close({ by: "Emil", asOf: "2026-11-09" })).bench;
    expect((await again.table("Closed periods")).map(({ Action, Reason }) => [Action, Reason])).toEqual([
      ["close", ""],
      ["reopen", "Outage of 3 October"],
      ["close", ""],
    ]);
    expect(await again.table("Checklist")).toHaveLength(7);
    expect(saidBy(await again.verify())).toEqual([]);
  });

  it("stays closed whatever somebody does to Closed periods, and is opened by a reason alone", async () => {
    const title = { Action: "close" };
    const ways = [
      await closed.change((book) => book.removeWorksheet("Closed periods")),
      await closed.change(removeRow("Closed periods", title)),
      await closed.change(copyRow("Closed periods", title, { Action: "reopen", Reason: "late" })),
      await closed.edit({ [await closed.cell("Closed periods", "Period", title)]: "some day" }),
    ];
    for (const bench of ways) {
      await expect(bench.bill()).rejects.toThrow("2026-10 is closed");
      await expect(bench.close({ by: "Emil" })).rejects.toThrow("2026-10 was closed by Emil on");
      const pane = new SessionWorkbook(await bench.snapshot(), { engineVersion: "0", sha256: () => "" });
      expect(periods(pane)).toEqual([{ id: "2026-10", isClosed: true }]);
      const { run } = await bench.act("void", { by: "Ann", comment: "twice", invoice: ["INV-2026-0001"] });
      expect(run.refused.map(({ code }) => code)).toEqual(["PERIOD_CLOSED"]);
      expect(saidBy(await bench.verify()).join()).toContain("PERIOD_CHANGED");
      const open = (await bench.close({ by: "Emil", reason: "Outage" })).bench;
      expect((await open.bill()).run.closedPeriod).toBeUndefined();
    }
  });

  it("bills usage that came later with the next month, and names each row", async () => {
    const november = { period: "2026-11", asOf: "2026-11-30", number: true };
    const { bench, run } = await (await withUsage(closed, [late])).bill(november);
    const after = run.issues.filter(({ code }) => code === "AFTER_CLOSE");
    expect(after.map(({ severity, at, message }) => [severity, at.sheet, at.row, message])).toEqual([
      ["warning", "Usage", 8, "2026-10 is closed, and this usage came later: it is billed as late"],
    ]);
    // 6,300 calls were billed; 100 more cost 0.05 each.
    const lines = run.invoices.flatMap((invoice) => invoice.lines.map((line) => ({ invoice, line })));
    const [carrier] = lines.filter(({ line }) => line.period.from < parsePeriod("2026-11")!.from);
    expect([carrier?.invoice.contractId, carrier?.line.amount.toFixed()]).toEqual(["K1", "5"]);
    expect(saidBy(await bench.verify())).toContain("Closed periods!G2 PERIOD_CHANGED");
    // Once it is billed October is opened with a reason, and closed anew over what is there then.
    const open = (await bench.close({ by: "Emil", reason: "late usage is billed" })).bench;
    const anew = await open.close({ by: "Emil", asOf: "2026-12-02" });
    expect([anew.run.isDone, (await anew.bench.verify()).result]).toEqual([true, "PASS"]);
    // Late usage of October keeps November open no longer than it is billed.
    const { run: next } = await bench.close({ by: "Emil", period: "2026-11" });
    expect(next.steps.find(({ step }) => step === "Verified")).toMatchObject({ passed: true });
  });

  it("says that its usage changed where the rows that were closed are not there any more", async () => {
    const quantity = await closed.cell("Usage", "Quantity", { "Event ID": "E1" });
    const { run } = await (
      await closed.edit({ [quantity]: 1300 })
    ).bill({
      period: "2026-11",
      asOf: "2026-11-30",
    });
    const after = run.issues.filter(({ code }) => code === "AFTER_CLOSE");
    expect(after.map(({ at, message }) => [at.sheet, message])).toEqual([
      [
        "Closed periods",
        "2026-10 is closed, and its usage is not what was closed (7 rows then, 7 now): what is more is billed as late",
      ],
    ]);
  });

  it("is kept by the run itself: nothing of it is planned", async () => {
    const { run } = await issued.bill();
    const options = { when: { day: 1, time: 0 }, who: "", engineVersion: "", sha256: () => "" };
    const more = { parameters: "", sheetLimit: 0 };
    expect(() =>
      planWrites({ ...run, closedPeriod: "2026-10" }, { grids: [], pictures: [], tables: [] } as never, {
        ...options,
        ...more,
      }),
    ).toThrow("2026-10 is closed");
  });
});

describe("usage of a contract that had none when its month was closed", () => {
  it("is billed with the next month, once", async () => {
    const Usage = october.Usage!.filter((row) => row["Contract ID"] !== "K3");
    const issued = (await (await bookOf({ Usage })).bill({ number: true })).bench;
    const closed = (await issued.close({ by: "Emil" })).bench;
    const traffic = { ...late, "Contract ID": "K3", Meter: "traffic", Quantity: 50 };
    const later = await withUsage(closed, [traffic]);
    const { bench, run } = await later.bill({ period: "2026-11", asOf: "2026-11-30", number: true });
    const of = (which: typeof run) =>
      which.invoices
        .filter(({ contractId }) => contractId === "K3")
        .flatMap(({ lines }) => lines.filter(({ amount }) => !amount.isZero()))
        .map(({ amount }) => amount.toFixed());
    // Up to 100 units cost 0.30 each.
    expect(of(run)).toEqual(["15"]);
    const december = await bench.bill({ period: "2026-12", asOf: "2026-12-31" });
    expect(of(december.run)).toEqual([]);
    const [verified] = (await bench.verify({ numbers: [run.invoices.at(-1)!.number] })).invoices;
    expect(verified).toMatchObject({ result: "PASS" });
  });
});

describe("a month that is not ready", () => {
  const stepsOf = async (bench: Bench, by = "Emil") => (await bench.close({ by })).run;

  it("stays open while documents are drafts, usage misses or an invoice is held", async () => {
    const changes: Readonly<Record<string, RowInput>> = {
      E4: { Quantity: "many" },
      E5: { Date: "2026-09-05" },
      E6: { Date: "2026-09-20" },
      E7: { Date: "2026-09-21" },
    };
    const Usage = october.Usage!.map((row) => ({ ...row, ...changes[String(row["Event ID"])] }));
    const { bench } = await (await bookOf({ Usage })).bill();
    const run = await stepsOf(bench);
    expect(run.isDone).toBe(false);
    const failed = run.steps.filter(({ passed }) => !passed);
    expect(failed.map(({ step, message }) => [step, message])).toEqual([
      ["All documents final", "neither final nor void: DRAFT-K1-2026-10-EUR (Draft)"],
      ["Inputs clean", "errors in the inputs: Usage!D5 NOT_A_NUMBER"],
      [
        "Usage complete",
        "usage in the period before and none in this one (if that is right: Not needed): K3",
      ],
      ["Nothing held", "invoices that are held: K2 (NOT_A_NUMBER)"],
      ["All approved", "not approved: DRAFT-K1-2026-10-EUR (Draft)"],
      ["All issued", "not issued: DRAFT-K1-2026-10-EUR (Draft)"],
    ]);
  });

  it("stays open where verify fails a document of it, or one is gone", async () => {
    const numbered = (await (await bookOf()).bill({ number: true })).bench;
    const verifiedOf = async (bench: Bench) =>
      (await stepsOf(bench)).steps.find(({ step }) => step === "Verified");
    const total = await numbered.cell("Invoices", "Total", { "Invoice number": "INV-2026-0002" });
    expect(await verifiedOf(await numbered.edit({ [total]: 1 }))).toMatchObject({
      passed: false,
      message: "verify fails: INV-2026-0002",
    });
    const submitted = (await (await (await bookOf()).bill()).bench.act("submit", { by: "Ann" })).bench;
    const approved = (await submitted.act("approve", { by: "Ben" })).bench;
    const issued = (await approved.act("issue", { by: "Cleo" })).bench;
    const without = await issued.change(removeRow("Invoices", { "Invoice number": "INV-2026-0003" }));
    expect((await verifiedOf(without))?.message).toContain("INV-2026-0003");
  });

  it("is closed by whom the Policy names alone", async () => {
    const { bench } = await (await bookOf({ Policy: policy })).bill();
    expect((await stepsOf(bench, "Ann")).steps[0]).toEqual({
      step: "Closer",
      state: "open",
      passed: false,
      message: "NOT_ALLOWED: Policy does not name Ann as closer",
    });
    expect((await stepsOf(bench)).steps[0]?.step).not.toBe("Closer");
  });

  it("waits for steps by hand, and for a check that fails whatever somebody typed", async () => {
    const Checklist: RowInput[] = [
      // Excel makes a date of 2026-10.
      { Period: "2026-10-01", Step: "Price changes agreed", Owner: "Mia", State: "Open" },
      { Period: "2026-10", Step: "Accruals booked", State: "Done", "Done by": "Max" },
      { Period: "2026-10", Step: "All is issued", State: "Done", Check: "All issued" },
      { Period: "2026-10", Step: "Usage is in", State: "Not needed", Check: "Usage complete" },
      { Period: "2026-10", Step: "Numbers compared", State: "Done", Check: "Compared" },
      { Period: "2026-11", Step: "Of November", State: "Open" },
      { Step: "Of every month", State: "Open" },
    ];
    const { bench } = await (await bookOf({ Checklist })).bill();
    const { steps } = await stepsOf(bench);
    expect(steps.slice(1).map(({ step, passed, message }) => [step, passed, message])).toEqual([
      ["Price changes agreed", false, "to be done by Mia: set its State to Done or Not needed"],
      ["Accruals booked", true, "done by Max"],
      [
        "All is issued",
        false,
        "not issued: DRAFT-K1-2026-10-EUR (Draft), DRAFT-K2-2026-10-EUR (Draft), DRAFT-K3-2026-10-EUR (Draft)",
      ],
      ["Usage is in", true, "not needed"],
      ["Numbers compared", false, "a cell of its row cannot be read; Check shows which"],
    ]);
  });

  it("without rows takes the steps that name no period, and keeps them for people to fill in", async () => {
    const Checklist = [
      { Period: undefined, Step: "Rates agreed", Owner: "Mia", State: undefined, Check: undefined },
      { Step: "All is issued", Check: "All issued" },
    ];
    const bench = await bookOf({ Checklist });
    const snapshot = await bench.snapshot();
    const opened = openReview(snapshot, () => "");
    const period = parsePeriod("2026-10")!;
    const steps = await bench.planned(planChecklist(opened, period));
    expect((await steps.table("Checklist")).map(({ Period, Step, State }) => [Period, Step, State])).toEqual([
      ["", "Rates agreed", ""],
      ["", "All is issued", ""],
      ["2026-10", "Rates agreed", "Open"],
      ["2026-10", "All is issued", "Open"],
    ]);
    const mark = { state: "done", by: "Mia", when: { day: 46329, time: 0.5 } } as const;
    const marked = await steps.planned(
      planStep(
        openReview(await steps.snapshot(), () => ""),
        period,
        0,
        mark,
      ),
    );
    expect((await marked.table("Checklist"))[2]).toMatchObject({
      Step: "Rates agreed",
      State: "Done",
      "Done by": "Mia",
      "Done at": "46329.5",
    });
    const undone = { ...mark, state: "open" } as const;
    const open = await marked.planned(
      planStep(
        openReview(await marked.snapshot(), () => ""),
        period,
        0,
        undone,
      ),
    );
    expect((await open.table("Checklist"))[2]).toMatchObject({ State: "Open", "Done by": "", "Done at": "" });
  });
});
