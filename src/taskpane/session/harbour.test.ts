import { readFileSync } from "node:fs";
import { join } from "node:path";
import { billPeriod, explainInvoice, planWrites, type BillingRun, type PlannedSheet } from "../../core/api";
import golden from "../../../test/golden/harbour-2026-10.json";
import { billJson } from "../../cli/json/billJson";
import { sha256 } from "../../cli/sha256";
import { applyPlan } from "../../workbook/xlsx/write/applyPlan";
import { packPlan, PlanUnpacker } from "./packedPlan";
import { surroundings } from "./surroundings";
import {
  byDefault,
  previewOf,
  readTestBook,
  sessionOf,
  written,
  type TestBook,
  type TestSession,
} from "../../../test/pane/sessionBooks";
import { shortExample } from "../../../test/support/shortExample";
import type { ViewOf } from "../client/sessionClient";

const details = { at: "2026-11-02T09:30:00", user: "tester" };

describe("the bundled example through a session", () => {
  let book: TestBook;
  let run: BillingRun;
  let session: TestSession;
  let sheets: ViewOf<"sheets">;
  let check: ViewOf<"check">;
  let preview: ViewOf<"preview">;
  beforeAll(async () => {
    book = await readTestBook(readFileSync(join(__dirname, "../../../examples/harbour.xlsx")));
    const result = billPeriod(book.snapshot, { period: undefined, asOf: undefined, giveNumbers: false });
    if (!result.ok) throw new Error("the example names its period");
    run = result.run;
    session = sessionOf(book);
    sheets = session.ask("sheets", "view");
    check = session.ask("check", "view", byDefault);
    preview = previewOf(session, byDefault);
  }, 120_000);

  it("finds every table under whatever name, and the month that the command line bills", () => {
    const found = Object.fromEntries(sheets.tables.map(({ role, sheet, rows }) => [role, [sheet, rows]]));
    expect(found).toMatchObject({
      Contracts: ["Contracts", 47],
      Prices: ["Rate card", 96],
      Usage: ["Usage", golden.usageRows],
      Adjustments: ["Credit memos", 5],
    });
    expect(sheets).toMatchObject({
      period: "2026-10",
      asOf: "2026-10-31",
      isEmpty: false,
      obstacle: undefined,
    });
    expect(sheets.tables.every(({ missing }) => missing.length === 0)).toBe(true);
    expect(sheets.periods.find(({ id }) => id === "2026-10")).toMatchObject({ isBilled: false });
  });

  it("checks to what the command line prints", () => {
    const printed = billJson(run, "");
    expect(
      check.controlTotals.map(({ meter, unit, read, readQuantity }) => ({ meter, unit, read, readQuantity })),
    ).toEqual(
      printed.controlTotals.map((total) => {
        const { rowsRead, quantityRead } = total as unknown as Record<string, number>;
        return { meter: total.meter, unit: total.unit, read: rowsRead, readQuantity: quantityRead };
      }),
    );
    const counts: Record<string, number> = {};
    for (const { code } of printed.issues) counts[code] = (counts[code] ?? 0) + 1;
    expect(Object.fromEntries(check.groups.map(({ code, count }) => [code, count]))).toEqual(counts);
    expect(check.errors).toBe(printed.issues.filter(({ severity }) => severity === "error").length);
    expect(check.held.map(({ contractId, codes }) => ({ contractId, codes }))).toEqual(
      printed.heldInvoices.map(({ contractId, codes }) => ({ contractId, codes })),
    );
    expect(check.held.map(({ contractId }) => contractId)).toEqual(golden.held);
    const severities = check.groups.map(({ severity }) => severity);
    expect(severities).toEqual([...severities].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
  });
  const order = ["error", "warning", "info"];

  it("counts the issues of a cause, of which the last stands for the rest of a long list", () => {
    const duplicates = check.groups.find(({ code }) => code === "DUPLICATE_EVENT")!;
    expect(duplicates.count).toBe(101);
    expect(duplicates.cells).toBe(3227);
    expect(duplicates.issues.filter(({ message }) => message.includes("3127 cells more"))).toHaveLength(1);
  });

  it("gives every issue of a code, some at a time and each once", () => {
    const duplicates = check.groups.find(({ code }) => code === "DUPLICATE_EVENT")!;
    const all = [...duplicates.issues];
    while (all.length < duplicates.count)
      all.push(...session.ask("check", "issues", byDefault, duplicates.key, all.length));
    expect(all).toHaveLength(duplicates.count);
    expect(new Set(all.map(({ at }) => `${at.sheet}!${String(at.row)}:${String(at.column)}`)).size).toBe(
      duplicates.count,
    );
    expect(new Set(all.map(({ code, severity }) => `${severity} ${code}`)).size).toBe(1);
    expect(session.ask("check", "issues", byDefault, duplicates.key, all.length)).toEqual([]);
  });

  it("counts the money of a held invoice once, however many issues hold it", () => {
    for (const { contractId, codes, amount } of check.held) {
      const group = check.groups.find(({ code }) => code === codes[0])!;
      const holds = new Set(group.issues.flatMap((issue) => issue.holds));
      if (holds.size === 1) expect(group.stakes).toEqual([amount]);
      expect(holds).toContain(contractId);
    }
  });

  it("previews the invoices of the independent calculation", () => {
    const totals = (rows: readonly { contractId: string; total: number }[]) =>
      Object.fromEntries(rows.map(({ contractId, total }) => [contractId, total]));
    const shown = preview.invoices.filter(({ type }) => type === "invoice");
    expect(totals(shown.map(({ contractId, total }) => ({ contractId, total: total.amount })))).toEqual(
      totals(golden.invoices.map(({ contractId, total }) => ({ contractId, total: Number(total) }))),
    );
    expect(
      preview.invoices.filter(({ type }) => type === "credit_note").map(({ total }) => total.amount),
    ).toEqual(golden.creditNotes.map(({ total }) => Number(total)));
    expect(preview.totals.map(({ invoices: _invoices, ...total }) => total)).toEqual(
      billJson(run, "").totals,
    );
    expect(preview.invoices.every(({ isWritten }) => !isWritten)).toBe(true);
  });

  it("compares each customer with September, what is the largest share of a bill first", () => {
    const compared = preview.changes.filter(({ isHeld, isFirst }) => !isHeld && !isFirst);
    expect(preview.changes.slice(0, compared.length)).toEqual(compared);
    const shares = compared.map(({ share = 1 }) => Math.abs(share));
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    expect(new Set(compared.slice(0, 12).map(({ currency }) => currency)).size).toBeGreaterThan(1);
    const issued = session
      .ask("review", "view")
      .filter(({ period, isWritten }) => period === "2026-09" && isWritten);
    const before = preview.changes.reduce((all, change) => all + change.before, 0);
    expect(before).toBeCloseTo(
      issued.reduce((all, { total }) => all + total.amount, 0),
      2,
    );
    const now = preview.changes.reduce((all, change) => all + change.now, 0);
    expect(now).toBeCloseTo(
      preview.invoices.reduce((all, { total }) => all + total.amount, 0),
      2,
    );
    const held = preview.changes.filter(({ isHeld }) => isHeld);
    expect(held.every(({ now: billed }) => billed === 0)).toBe(true);
  });

  it("names exactly the sheets that the plan writes, and what happens to each", () => {
    const plan = session.ask("preview", "plan", details);
    expect(preview.writes.map(({ sheet }) => sheet)).toEqual([
      ...plan.appended.map(({ sheet }) => sheet),
      ...plan.sheets.map(({ name }) => name),
    ]);
    const writes = Object.fromEntries(preview.writes.map((write) => [write.sheet, write]));
    expect(writes["Invoices"]).toEqual({
      sheet: "Invoices",
      action: "replaced",
      rows: 12 + preview.invoices.length,
    });
    expect(writes["Reconciliation"]).toMatchObject({ action: "new" });
    expect(writes["Run log"]).toEqual({ sheet: "Run log", action: "new", rows: 1 });
    expect(writes["DRAFT-CT-0001-2026-10-USD"]).toMatchObject({ action: "new" });
    expect(preview.runId).toBe("RUN-1");
  });

  it("plans what the command line writes, byte for byte", () => {
    const planned = planWrites(run, book.snapshot, {
      when: { day: 46_328, time: 9.5 / 24 },
      who: "tester",
      engineVersion: surroundings.engineVersion,
      sha256,
      parameters: "as of 2026-10-31; drafts",
      sheetLimit: 50,
    });
    const bytes = applyPlan(book.package, session.ask("preview", "plan", details));
    expect(Buffer.compare(bytes, applyPlan(book.package, planned.plan))).toBe(0);
  });

  it("sends a plan to the page in parts, with few styles and the logo, and it writes the same bytes", () => {
    const asked = session.ask("preview", "plan", details);
    // Two thousand lines more, so that one sheet takes several parts.
    const longer = (rows: PlannedSheet["rows"]) => [...rows, ...Array.from({ length: 2000 }, () => rows[1]!)];
    const plan = {
      ...asked,
      sheets: asked.sheets.map((sheet) =>
        sheet.name === "Invoice lines" ? { ...sheet, rows: longer(sheet.rows) } : sheet,
      ),
    };
    const { head, parts } = packPlan(plan);
    expect(parts.length).toBeGreaterThan(plan.sheets.length);
    expect(head.styles.length).toBeLessThan(150);
    const unpacker = new PlanUnpacker(structuredClone(head));
    for (const part of parts) {
      expect(unpacker.whole()).toBeUndefined();
      unpacker.add(structuredClone(part));
    }
    const received = unpacker.whole()!;
    expect(received.sheets.some(({ image }) => image)).toBe(true);
    expect(Buffer.compare(applyPlan(book.package, received), applyPlan(book.package, plan))).toBe(0);
  });

  it("opens a document to its lines and explains each as the command line does", () => {
    const number = "DRAFT-CT-0002-2026-10-USD";
    const shown = session.ask("review", "invoice", number);
    expect(shown).toMatchObject({
      total: { amount: 1176.05, currency: "USD" },
      subtotal: 956.14,
      tax: 219.91,
    });
    const explained = explainInvoice(book.snapshot, number, {
      period: run.book.period,
      asOf: run.book.asOf,
      giveNumbers: false,
    })!;
    expect(shown.details).toHaveLength(explained.lines.length);
    for (const { line, product: _product, amount: _amount, ...rest } of explained.lines)
      expect(session.ask("review", "explain", number, line)).toEqual(rest);
  });

  it("selects every usage row behind a line", () => {
    const number = "DRAFT-CT-0001-2026-10-USD";
    const line = session.ask("review", "invoice", number).details.find(({ kind }) => kind === "usage")!.line;
    const { rows, rowCount } = session.ask("review", "explain", number, line);
    const cells = session.ask("review", "usageCells", number, line);
    expect(cells).toHaveLength(rowCount);
    expect(cells.slice(0, rows.length)).toEqual(rows.map(({ at }) => at));
  });

  it("explains a document of the workbook as well", () => {
    const issued = session.ask("review", "view").find(({ number }) => number === "INV-2026-0331")!;
    expect(issued).toMatchObject({ status: "Paid", customer: "Alderbrook Analytics Inc", isWritten: true });
    expect(session.ask("review", "explain", issued.number, 1).sentence).toBe("1 × 1,500 = 1,500.00");
  }, 60_000);

  it("reconciles to the findings and totals that the command line prints", () => {
    const view = session.ask("reconcile", "view", byDefault);
    const printed = billJson(run, "").reconciliation;
    expect(
      view.findings.map(({ code, check: title, period, expected, found }) => ({
        code,
        check: title,
        period,
        expected,
        found,
      })),
    ).toEqual(
      printed.findings.map(({ code, check: title, period, expected, found }) => ({
        code,
        check: title,
        period,
        expected,
        found,
      })),
    );
    for (const { currency, underBilled, overBilled, net } of view.totals) {
      const ofCurrency = printed.totals.filter((total) => total.currency === currency);
      expect(underBilled).toBeCloseTo(
        ofCurrency.reduce((all, total) => all + total.underBilled, 0),
        6,
      );
      expect(overBilled).toBeCloseTo(
        ofCurrency.reduce((all, total) => all + total.overBilled, 0),
        6,
      );
      expect(net).toBeCloseTo(underBilled - overBilled, 6);
    }
    expect(view.causes.reduce((all, { count }) => all + count, 0)).toBe(view.findings.length);
  });

  it("maps columns by the headers that are there, with the cells that cannot be read", () => {
    const { headers, fields } = session.ask("mapping", "view", "Usage");
    expect(headers).toEqual([
      "Event ID",
      "Agreement ID",
      "Metric",
      "Timestamp",
      "Qty",
      "Region",
      "User",
      "Received",
    ]);
    const quantity = fields.find(({ field }) => field === "quantity")!;
    expect(quantity).toMatchObject({ header: "Qty", bad: 1, firstBad: { sheet: "Usage", column: 4 } });
    expect(quantity.sample).toMatchObject({ shown: "874.05", readAs: "874.05" });
  });

  it("has nothing more to write once it was written", async () => {
    const short = await readTestBook(await shortExample());
    const first = sessionOf(short);
    first.preview(byDefault);
    const again = sessionOf(await written(short, first.ask("preview", "plan", details)));
    expect(previewOf(again, byDefault).writes).toEqual([]);
    expect(again.ask("preview", "plan", details)).toEqual({ sheets: [], removedSheets: [], appended: [] });
    const { findings } = again.ask("reconcile", "view", byDefault);
    expect(findings[0]).toMatchObject({
      status: "Open",
      statusCell: { sheet: "Reconciliation", column: 14 },
    });
  }, 120_000);
});
