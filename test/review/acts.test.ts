import { Bench, saidBy } from "./support/bench";
import { bytesOf, october, policy } from "./support/smallBook";
import { text } from "../support/workbookFixture";

const [K1, K2, K3] = ["K1", "K2", "K3"].map((id) => `DRAFT-${id}-2026-10-EUR`) as [string, string, string];

const bookOf = async (more = {}) => new Bench(await bytesOf({ ...october, ...more }));
const withPolicy = async () => (await (await bookOf({ Policy: policy })).bill()).bench;

type Acted = Awaited<ReturnType<Bench["act"]>>;
const refusals = ({ run }: Acted) => run.refused.map(({ invoice, code }) => `${invoice} ${code}`);
const doings = ({ run }: Acted) =>
  run.done.map(({ approval: { invoiceNumber, from, to } }) => `${invoiceNumber} ${from!} → ${to!}`);

const statuses = async (bench: Bench) =>
  (await bench.verify()).invoices.map(({ invoice, status, result }) => `${invoice} ${status} ${result}`);

describe("acts with a Policy", () => {
  it("go from Draft to Issued, each by whom the Policy names", async () => {
    const billed = await withPolicy();
    const submitted = await billed.act("submit", { by: "Ann" });
    expect(doings(submitted)).toEqual([K1, K2, K3].map((key) => `${key} Draft → In review`));
    const approved = await submitted.bench.act("approve", { by: "Cleo" });
    expect(doings(approved)).toEqual([K1, K2, K3].map((key) => `${key} In review → Approved`));
    const issued = await approved.bench.act("issue", { by: "Dora" });
    expect(issued.run.done.map(({ approval: { invoiceNumber, was } }) => [was, invoiceNumber])).toEqual([
      [K1, "INV-2026-0001"],
      [K2, "INV-2026-0002"],
      [K3, "INV-2026-0003"],
    ]);
    const { grids } = await issued.bench.snapshot();
    const texts = grids.flatMap(({ sheet, columns }) =>
      columns.flatMap(({ texts: all }) =>
        [...all].filter((each) => each.includes("DRAFT-")).map(() => sheet),
      ),
    );
    // What was has its place in the logs alone.
    expect([...new Set(texts)]).toEqual(["Approvals"]);
    expect(grids.map(({ sheet }) => sheet)).toEqual(expect.arrayContaining(["INV-2026-0001", "Seals"]));
  });

  it.each([
    ["submit", "Ben", "NOT_ALLOWED"],
    ["issue", "Dora", "NEEDS_APPROVAL"],
    ["approve", "Cleo", "WRONG_STATE"],
  ] as const)("%s of a draft by %s is %s", async (act, by, code) => {
    const acted = await (await withPolicy()).act(act, { by, invoice: [K1] });
    expect(refusals(acted)).toEqual([`${K1} ${code}`]);
    expect(acted.run.done).toEqual([]);
  });

  it("nobody approves own work, nor above the limit, nor without the role", async () => {
    const { bench } = await (await withPolicy()).act("submit", { by: "Ann" });
    expect(refusals(await bench.act("approve", { by: "Ben" }))).toEqual([`${K1} OVER_LIMIT`]);
    expect(refusals(await bench.act("approve", { by: "Dora", invoice: [K2] }))).toEqual([
      `${K2} NOT_ALLOWED`,
    ]);
    const cleosBook = (await (await bookOf({ Policy: policy })).bill({ by: "cleo" })).bench;
    const cleos = (await cleosBook.act("submit", { by: "Ann" })).bench;
    expect(refusals(await cleos.act("approve", { by: "CLEO", invoice: [K2] }))).toEqual([`${K2} OWN_WORK`]);
    const all = [
      { Person: "Max", Role: "All" },
      { Person: "Ann", Role: "Preparer" },
    ];
    const own = (await (await bookOf({ Policy: all })).bill()).bench;
    const submitted = (await own.act("submit", { by: "Max", invoice: [K3] })).bench;
    expect(refusals(await submitted.act("approve", { by: "Max", invoice: [K3] }))).toEqual([
      `${K3} OWN_WORK`,
    ]);
  });

  it("what does not compute is neither submitted nor approved, and says why", async () => {
    const billed = await withPolicy();
    const raised = await billed.edit({
      [await billed.cell("Prices", "Unit price", { "Price ID": "P3" })]: 0.6,
    });
    const submitted = await raised.act("submit", { by: "Ann" });
    expect(refusals(submitted)).toEqual([`${K2} NOT_VERIFIED`]);
    expect(doings(submitted).length).toBe(2);
    const total = await billed.cell("Invoices", "Total", { "Invoice number": K2 });
    const where = submitted.run.refused[0]!.findings.map(({ sheet, cell }) => `${sheet}!${cell}`);
    expect(where).toContain(total);
  });

  it("a seal that no longer holds is refused, and the next run makes a draft of it", async () => {
    const { bench } = await (await withPolicy()).act("submit", { by: "Ann" });
    const approved = (await bench.act("approve", { by: "Cleo" })).bench;
    const place = await approved.cell("Customers", "Email", { "Customer ID": "C1" });
    const changed = await approved.edit({ [place]: "new@heron.example" });
    const issued = await changed.act("issue", { by: "Dora" });
    expect(refusals(issued)).toEqual([`${K1} SEAL_LAPSED`]);
    expect(issued.run.refused[0]!.findings.map(({ sheet, cell }) => `${sheet}!${cell}`)).toEqual([place]);
    const again = (await changed.bill()).bench;
    expect(await statuses(again)).toEqual([`${K2} Approved PASS`, `${K3} Approved PASS`, `${K1} Draft PASS`]);
    const lapse = (await again.table("Approvals")).at(-1)!;
    expect([lapse.Action, lapse["Invoice number"], lapse.From, lapse.To]).toEqual([
      "lapse",
      K1,
      "Approved",
      "Draft",
    ]);
    expect(lapse.Comment).toContain("new@heron.example");
    expect((await again.verify()).result).toBe("PASS");
  });

  it("a document in review that changed is a draft again, with what changed", async () => {
    const { bench } = await (await withPolicy()).act("submit", { by: "Ann" });
    const place = await bench.cell("Prices", "Unit price", { "Price ID": "P3" });
    const again = (await (await bench.edit({ [place]: 0.6 })).bill()).bench;
    const lapse = (await again.table("Approvals")).at(-1)!;
    expect([lapse.Action, lapse["Invoice number"], lapse.From]).toEqual(["lapse", K2, "In review"]);
    expect(lapse.Comment).toContain("321.6 → 390.72");
    expect((await again.verify()).result).toBe("PASS");
    // A second run finds nothing to do.
    expect((await again.bill()).bench.bytes.length).toBeGreaterThan(0);
    expect((await (await again.bill()).bench.table("Run log")).length).toBe(
      (await again.table("Run log")).length,
    );
  });

  it("a run with numbers gives them to what was approved, and the others wait", async () => {
    const { bench } = await (await withPolicy()).act("submit", { by: "Ann" });
    const approved = (await bench.act("approve", { by: "Ben", invoice: [K2, K3] })).bench;
    const { bench: numbered, run } = await approved.bill({ by: "Dora", number: true });
    expect(run.waiting).toBe(1);
    expect((await statuses(numbered)).sort()).toEqual(
      [`${K1} In review PASS`, "INV-2026-0001 Issued PASS", "INV-2026-0002 Issued PASS"].sort(),
    );
    expect((await numbered.verify()).result).toBe("PASS");
    const others = await approved.bill({ by: "Ann", number: true });
    expect(others.run.waiting).toBe(3);
  });

  it("reject empties approval and seal, void takes back, and both are in the Error register", async () => {
    const { bench } = await (await withPolicy()).act("submit", { by: "Ann" });
    const approved = (await bench.act("approve", { by: "Cleo" })).bench;
    const rejected = (await approved.act("reject", { by: "Cleo", invoice: [K1], comment: "price: of 2025" }))
      .bench;
    expect((await rejected.verify()).result).toBe("PASS");
    const [row] = (await rejected.table("Invoices")).filter((each) => each["Invoice number"] === K1);
    expect([row!.Status, row!["Approved by"], row!.Seal]).toEqual(["Draft", "", ""]);
    // What people add to the register stays.
    const seenTo = await rejected.edit({
      [await rejected.cell("Error register", "Owner", { Cause: "Price" })]: "Mia",
      [await rejected.cell("Error register", "State", { Cause: "Price" })]: "Closed",
    });
    const issued = (await seenTo.act("issue", { by: "Dora", invoice: [K2] })).bench;
    const voided = (
      await issued.act("void", { by: "Dora", invoice: ["INV-2026-0001"], comment: "sent twice" })
    ).bench;
    expect((await voided.verify()).result).toBe("PASS");
    const errors = await voided.table("Error register");
    expect(
      errors.map((each) => [each.Cause, each["Invoice number"], each.Owner, each["Root cause"], each.State]),
    ).toEqual([
      ["Price", K1, "Mia", "price: of 2025", "Closed"],
      ["Other", "INV-2026-0001", "", "sent twice", "Open"],
    ]);
    // Its days are free again, and its number is not given a second time.
    const again = (await voided.bill()).bench;
    const submitted = (await again.act("submit", { by: "Ann", invoice: [K2] })).bench;
    const twice = (await submitted.act("approve", { by: "Cleo", invoice: [K2] })).bench;
    const reissued = await twice.act("issue", { by: "Dora", invoice: [K2] });
    expect(reissued.run.done.map(({ approval }) => approval.invoiceNumber)).toEqual(["INV-2026-0002"]);
    expect((await reissued.bench.verify()).result).toBe("PASS");
  });

  it("a void draft gives its key free", async () => {
    const voided = (await (await withPolicy()).act("void", { by: "Dora", invoice: [K3], comment: "other" }))
      .bench;
    expect((await statuses(voided)).slice(-1)).toEqual([`${K3}-VOID Void PASS`]);
    const again = (await voided.bill()).bench;
    expect(await statuses(again)).toContain(`${K3} Draft PASS`);
    expect((await again.verify()).result).toBe("PASS");
  });

  it("accept seals over inputs that changed, and verify says so", async () => {
    const { bench } = await (await withPolicy()).act("submit", { by: "Ann" });
    const approved = (await bench.act("approve", { by: "Cleo" })).bench;
    const issued = (await approved.act("issue", { by: "Dora" })).bench;
    const nothing = await issued.act("accept", {
      by: "Cleo",
      invoice: ["INV-2026-0002"],
      comment: "why not",
    });
    expect(refusals(nothing)).toEqual(["INV-2026-0002 WRONG_STATE"]);
    const place = await issued.cell("Prices", "Unit price", { "Price ID": "P3" });
    const changed = await issued.edit({ [place]: 0.6 });
    expect(saidBy(await changed.verify())).toEqual([`${place} INPUT_CHANGED`]);
    const accepted = await changed.act("accept", {
      by: "Cleo",
      invoice: ["INV-2026-0002"],
      comment: "new list",
    });
    expect(doings(accepted)).toEqual(["INV-2026-0002 Issued → Issued"]);
    const verified = await accepted.bench.verify();
    expect([verified.result, saidBy(verified)]).toEqual(["PASS", ["Approvals ACCEPTED"]]);
    const cell = await changed.cell("Invoices", "Total", { "Invoice number": "INV-2026-0003" });
    const broken = await (
      await changed.edit({ [cell]: 1 })
    ).act("accept", { by: "Cleo", comment: "all fine" });
    expect(refusals(broken)).toContain("INV-2026-0003 NOT_VERIFIED");
  });

  it("what was paid is not made void", async () => {
    const { bench } = await (
      await bookOf({
        Policy: policy,
        Payments: [
          {
            "Payment ID": "PAY-1",
            "Customer ID": "C2",
            Date: "2026-11-10",
            Amount: 321.6,
            "Invoice number": "INV-2026-0002",
          },
        ],
      })
    ).bill();
    const submitted = (await bench.act("submit", { by: "Ann" })).bench;
    const approved = (await submitted.act("approve", { by: "Cleo" })).bench;
    const issued = (await approved.act("issue", { by: "Dora" })).bench;
    const voided = await issued.act("void", { by: "Dora", invoice: ["INV-2026-0002"], comment: "late" });
    expect(refusals(voided)).toEqual(["INV-2026-0002 HAS_PAYMENTS"]);
  });

  it("an act in a closed period is refused", async () => {
    const billed = await withPolicy();
    const closed = await billed.change((book) => {
      const sheet = book.addWorksheet("Closed periods");
      sheet.addRow([
        "Period",
        "Action",
        "When",
        "Who",
        "Documents",
        "Total",
        "Usage rows",
        "Usage hash",
        "Reason",
      ]);
      sheet.addRow(["2026-10", "close", "2026-11-05", "Emil", 3, "", 7, "", ""]);
    });
    expect(refusals(await closed.act("void", { by: "Dora", invoice: [K1], comment: "late" }))).toEqual([
      `${K1} PERIOD_CLOSED`,
    ]);
  });
});

describe("acts without a Policy", () => {
  it("need no approval, unless the total is above the Approval limit", async () => {
    const free = (await (await bookOf()).bill()).bench;
    expect((await free.act("issue", { by: "Zoe" })).run.done.length).toBe(3);
    const Settings = october.Settings!.map((row) =>
      row.Key === "Approval limit" ? { ...row, Value: 321.6 } : row,
    );
    const limited = (await (await bookOf({ Settings })).bill()).bench;
    const issued = await limited.act("issue", { by: "Zoe" });
    expect(refusals(issued)).toEqual([`${K1} NEEDS_APPROVAL`]);
    expect((await issued.bench.verify()).result).toBe("PASS");
  });

  it("a book numbered in one step verifies without any seal", async () => {
    const { bench, run } = await (await bookOf()).bill({ number: true });
    expect(run.waiting).toBe(0);
    const verified = await bench.verify();
    expect([verified.result, verified.passed, verified.invoices.every(({ sealed }) => !sealed)]).toEqual([
      "PASS",
      3,
      true,
    ]);
    expect((await bench.snapshot()).grids.map(({ sheet }) => sheet)).not.toContain("Approvals");
    for (const [column, value] of [
      ["Total", 1],
      ["Status", "Draft"],
      ["Due date", 46500],
    ] as const) {
      const place = await bench.cell("Invoices", column, { "Invoice number": "INV-2026-0001" });
      const said = saidBy(await (await bench.edit({ [place]: value })).verify());
      expect(said.some((line) => line.startsWith(place))).toBe(true);
    }
    const gone = await bench.change((book) => {
      const sheet = book.getWorksheet("Invoices")!;
      for (const table of Object.keys((sheet as unknown as { tables: Record<string, unknown> }).tables))
        sheet.removeTable(table);
      sheet.spliceRows(2, 1);
    });
    expect(saidBy(await gone.verify()).join()).toContain("DOCUMENT_MISSING");
  });

  it("documents of another system are not checked", async () => {
    const Invoices = [
      {
        "Invoice number": text("R-17"),
        Status: "Issued",
        "Customer ID": "C1",
        "Invoice date": "2026-09-30",
        Currency: "EUR",
        Total: 12,
      },
    ];
    const { bench } = await (await bookOf({ Invoices })).bill({ number: true });
    const verified = await bench.verify();
    expect([verified.notChecked, verified.passed, verified.failed]).toEqual([1, 3, 0]);
  });
});

describe("twelve months later", () => {
  it("late usage and new prices are notes, and every document still verifies", async () => {
    const { bench: numbered } = await (await bookOf()).bill({ number: true });
    const later = await numbered.change((book) => {
      const usage = book.getWorksheet("Usage")!;
      usage.addRow(["K1", "calls", new Date("2026-10-30"), 100, "L1", "EU"]);
      usage.addRow(["K1", "calls", new Date("2026-11-10"), 900, "N1", "EU"]);
    });
    const { bench: november, run } = await later.bill({
      period: "2026-11",
      asOf: "2026-11-30",
      number: true,
    });
    expect(run.invoices.map(({ number }) => number)).toEqual(["INV-2026-0004"]);
    const verified = await november.verify();
    expect(verified.result).toBe("PASS");
    expect(
      verified.invoices.flatMap(({ invoice, notes }) => notes.map(({ code }) => `${invoice} ${code}`)),
    ).toEqual(["INV-2026-0001 INPUT_ADDED"]);
    // Before anything bills it, the document is not what its usage gives.
    expect((await later.verify()).failed).toBe(1);
  });

  it("late usage of a sealed document is INPUT_ADDED", async () => {
    const { bench } = await (await withPolicy()).act("submit", { by: "Ann" });
    const approved = (await bench.act("approve", { by: "Cleo" })).bench;
    const issued = (await approved.act("issue", { by: "Dora" })).bench;
    const later = await issued.change((book) => {
      book.getWorksheet("Usage")!.addRow(["K1", "calls", new Date("2026-10-30"), 100, "L1", "EU"]);
    });
    const verified = await later.verify();
    expect([verified.result, saidBy(verified)]).toEqual(["PASS", ["Usage!D9 INPUT_ADDED"]]);
  });
});

describe("merged copies", () => {
  it("show a fork and give no number", async () => {
    const { bench } = await (await withPolicy()).act("submit", { by: "Ann" });
    const approved = (await bench.act("approve", { by: "Cleo" })).bench;
    const forked = await approved.change((book) => {
      const log = book.getWorksheet("Run log")!;
      for (const table of Object.keys((log as unknown as { tables: Record<string, unknown> }).tables))
        log.removeTable(table);
      log.addRow((log.getRow(log.rowCount).values as unknown[]).slice(1));
    });
    expect(refusals(await forked.act("issue", { by: "Dora", invoice: [K1] }))).toEqual([
      `${K1} DUPLICATE_NUMBER`,
    ]);
    const { run } = await forked.bill({ by: "Dora", number: true });
    expect(run.issues.map(({ code }) => code)).toContain("LOG_FORKED");
    expect(run.waiting).toBe(3);
  });

  it("a deleted row of the log is told by the next run", async () => {
    const { bench } = await (await withPolicy()).act("submit", { by: "Ann" });
    const approved = (await bench.act("approve", { by: "Cleo" })).bench;
    const cut = await approved.change((book) => {
      const log = book.getWorksheet("Run log")!;
      for (const table of Object.keys((log as unknown as { tables: Record<string, unknown> }).tables))
        log.removeTable(table);
      log.spliceRows(3, 1);
    });
    expect((await cut.bill()).run.issues.map(({ code, at }) => `${at.sheet} ${code}`)).toContain(
      "Run log LOG_MISSING",
    );
  });

  it("a noted head that is not in the log is a log cut off", async () => {
    const billed = await withPolicy();
    const { log } = await billed.verify();
    const { bench } = await billed.act("submit", { by: "Ann" });
    expect((await bench.verify({ head: log.head })).result).toBe("PASS");
    const noted = (await bench.verify()).log.head;
    expect(saidBy(await billed.verify({ head: noted })).join()).toContain("LOG_TRUNCATED");
  });
});
