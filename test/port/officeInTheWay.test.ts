import type { Snapshot, WritePlan } from "../../src/core/api";
import type { OfficeHost } from "../../simulatedExcel";
import { billingPlan, starterBook } from "./officeBooks";
import { readBy } from "./books";
import { freshOfficePerTest, written, type OpenedOffice } from "./openedOffice";

const open = freshOfficePerTest();

/** A book with the sheets of a first run. */
async function billed(): Promise<OpenedOffice & { readonly plan: WritePlan }> {
  const opened = await open(starterBook());
  const { port, snapshot } = opened;
  const plan = billingPlan(snapshot);
  await written(port.apply(plan, snapshot));
  return { ...opened, snapshot: await readBy(port), plan };
}

const documentOf = ({ sheets }: WritePlan) => sheets.find(({ table }) => table === undefined)!.name;

/** What is in the way, what the refusal is about, and what it says. */
const cases: readonly (readonly [
  title: string,
  put: (host: OfficeHost, document: string) => void,
  code: string,
  sheet: string,
  says: readonly string[],
])[] = [
  [
    "merged cells in a table that is written again",
    ({ user }) => {
      user.edit("Invoices", "AC4", "Checked");
      user.merge("Invoices", "AA2:AB3");
    },
    "MERGED",
    "Invoices",
    ["“Invoices”", "(AA2:AB3)", "unmerge"],
  ],
  [
    "another table on a sheet that is written again",
    ({ user }) => user.addTable("Issues", "Z1:AA3", "Notes"),
    "NAME_TAKEN",
    "Issues",
    ["Notes", "(Z1:AA3)", "“Issues”", "move it"],
  ],
  [
    "a table on an invoice sheet",
    ({ user }, document) => user.addTable(document, "Q1:R3", "Notes"),
    "NAME_TAKEN",
    "",
    ["Notes", "(Q1:R3)", "move it"],
  ],
  [
    "a sheet that is hidden",
    ({ user }) => user.setVisibility("Issues", "Hidden"),
    "HIDDEN",
    "Issues",
    ["“Issues”", "Unhide"],
  ],
  [
    "a sheet that is very hidden",
    ({ user }) => user.setVisibility("Run log", "VeryHidden"),
    "HIDDEN",
    "Run log",
    ["“Run log”", "Visual Basic"],
  ],
  [
    "a protected sheet",
    ({ user }) => user.protect("Issues"),
    "PROTECTED_SHEET",
    "Issues",
    ["“Issues”", "Unprotect Sheet"],
  ],
  [
    "a filtered sheet",
    ({ user }) => user.filter("InvoiceLines", 0, [1]),
    "FILTERED",
    "Invoice lines",
    ["“Invoice lines”", "Data > Clear"],
  ],
];

const refusal = (code: string, sheet: string) => ({
  ok: false,
  failure: { code, at: { sheet } },
});

async function expectRefused(
  { host, port }: OpenedOffice,
  plan: WritePlan,
  snapshot: Snapshot,
  code: string,
  sheet: string,
  says: readonly string[],
): Promise<void> {
  const before = host.snapshot();
  host.resetCounters();
  const result = await port.apply(plan, snapshot);
  expect(result).toMatchObject(refusal(code, sheet));
  if (!result.ok) for (const part of says) expect(result.failure.message).toContain(part);
  expect(host.totals.cellsWritten).toBe(0);
  expect(host.snapshot()).toEqual(before);
}

describe("refused before anything is written", () => {
  it.each(cases)("%s", async (_title, put, code, sheet, says) => {
    const opened = await billed();
    const document = documentOf(opened.plan);
    put(opened.host, document);
    const snapshot = await readBy(opened.port);
    await expectRefused(opened, opened.plan, snapshot, code, sheet || document, says);
  });

  it("merged cells below a table to which rows are added", async () => {
    const opened = await open(starterBook());
    opened.host.user.merge("Usage", "A60:B60");
    const rows = [[{ value: "CT-1" }, { value: 1 }]];
    const plan = { sheets: [], removedSheets: [], appended: [{ sheet: "Usage", firstRow: 59, rows }] };
    await expectRefused(opened, plan, opened.snapshot, "MERGED", "Usage", ["(A60:B60)"]);
  });

  it("a table of another sheet that has the name of one that is written", async () => {
    const opened = await open(starterBook());
    opened.host.user.addSheet("Mine");
    opened.host.user.addTable("Mine", "A1:B3", "InvoiceLines");
    const snapshot = await readBy(opened.port);
    const says = ["“Mine”", "InvoiceLines", "rename it"];
    await expectRefused(opened, billingPlan(snapshot), snapshot, "NAME_TAKEN", "Mine", says);
  });

  it("a chart on a sheet that is to be removed, since undo could not bring it back", async () => {
    const opened = await billed();
    const document = documentOf(opened.plan);
    await opened.host.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(document);
      sheet.charts.add("Line", sheet.getRange("A1:A3"));
      await context.sync();
    });
    const plan = { sheets: [], removedSheets: [document], appended: [] };
    await expectRefused(opened, plan, opened.snapshot, "OTHER_CONTENT", document, ["a chart", "rename"]);
  });

  it.each(["Invoices", "an invoice sheet"])("a chart sheet of the name of %s", async (name) => {
    const opened = await open(starterBook());
    const plan = billingPlan(opened.snapshot);
    const taken = name === "Invoices" ? name : documentOf(plan);
    opened.host.book.chartSheets.push(taken);
    const before = opened.host.snapshot();
    const result = await opened.port.apply(plan, opened.snapshot);
    expect(result).toMatchObject({ ok: false, failure: { code: "NAME_TAKEN" } });
    if (!result.ok) expect(result.failure.message).toContain(`“${taken}”`);
    expect(opened.host.snapshot()).toEqual(before);
  });

  it("a sheet that was renamed since the preview", async () => {
    const opened = await billed();
    opened.host.user.renameSheet("Issues", "Open points");
    await expectRefused(opened, opened.plan, opened.snapshot, "CHANGED", "Issues", ["“Issues”"]);
  });
});
