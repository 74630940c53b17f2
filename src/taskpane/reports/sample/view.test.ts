import {
  bookOfSheets,
  byDefault,
  previewOf,
  sampleBook,
  sessionOf,
  written,
} from "../../../../test/pane/sessionBooks";

const details = { at: "2026-11-02T09:30:00", user: "tester" };

describe("the sample", () => {
  it("opens on October, with September issued", async () => {
    const book = await sampleBook();
    const { periods, period, asOf, obstacle, isEmpty } = sessionOf(book).ask("sheets", "view");
    expect(periods).toEqual([
      { id: "2026-10", isBilled: false, rows: 13 },
      { id: "2026-09", isBilled: true, rows: 11 },
    ]);
    expect({ period, asOf, obstacle, isEmpty }).toEqual({
      period: "2026-10",
      asOf: "2026-10-31",
      obstacle: undefined,
      isEmpty: false,
    });
  });

  it("has one fault, which holds one invoice", async () => {
    const { groups, held, errors } = sessionOf(await sampleBook()).ask("check", "view", byDefault);
    expect(errors).toBe(1);
    expect(groups.map(({ code, severity }) => [code, severity])).toEqual([["NOT_A_NUMBER", "error"]]);
    expect(held).toMatchObject([
      { contractId: "S-5", customer: "Wagtail Media Ltd", at: { sheet: "Usage", row: 24, column: 5 } },
    ]);
  });

  it("previews invoices of flat, tiered, packaged and prorated prices against September", async () => {
    const { totals, changes, invoices } = previewOf(sessionOf(await sampleBook()), byDefault);
    expect(totals).toEqual([
      { currency: "EUR", invoices: 1, subtotal: 452.7, tax: 0, total: 452.7 },
      { currency: "GBP", invoices: 3, subtotal: 1758.78, tax: 351.76, total: 2110.54 },
    ]);
    expect(changes.map(({ customer, before, now, isHeld }) => [customer, before, now, isHeld])).toEqual([
      ["Osprey Foods Ltd", 120, 60, false],
      ["Blue Heron Ltd", 1384.2, 1537.2, false],
      ["Kestrel GmbH", 462.6, 452.7, false],
      ["Redwing Clinics Ltd", 0, 513.34, false],
      ["Wagtail Media Ltd", 363, 0, true],
    ]);
    expect(changes.map(({ share, isFirst }) => [share?.toFixed(3), isFirst])).toEqual([
      ["-0.500", false],
      ["0.111", false],
      ["-0.021", false],
      [undefined, true],
      ["-1.000", false],
    ]);
    expect(invoices.map(({ lines }) => lines)).toEqual([5, 3, 2, 2]);
  });

  it("has one finding: September billed at an old price", async () => {
    const { totals, causes, findings } = sessionOf(await sampleBook()).ask("reconcile", "view", byDefault);
    expect(findings.map(({ code, invoiceNumber }) => [code, invoiceNumber])).toEqual([
      ["PRICE_MISMATCH", "INV-2026-0004"],
    ]);
    expect(causes).toEqual([{ code: "PRICE_MISMATCH", count: 1, sum: { amount: 60.5, currency: "GBP" } }]);
    expect(totals).toMatchObject([{ currency: "GBP", underBilled: 60.5, overBilled: 0, net: 60.5 }]);
    expect(totals[0]!.rate).toBeCloseTo(60.5 / 3375.28, 10);
  });

  it("explains what was billed, and says where the inputs give something else", async () => {
    const session = sessionOf(await sampleBook());
    expect(session.ask("review", "explain", "INV-2026-0001", 4).sentence).toBe(
      "tier 10,000 - 50,000: 40,000 call × 0.015 = 600.00",
    );
    for (const [number, lines] of [
      ["INV-2026-0001", 5],
      ["INV-2026-0002", 3],
      ["INV-2026-0003", 1],
    ] as const)
      for (let line = 1; line <= lines; line++)
        expect(session.ask("review", "explain", number, line).differsFrom).toBeUndefined();
    expect(session.ask("review", "explain", "INV-2026-0004", 1).differsFrom).toBe("302.50");
    expect(session.ask("review", "usageCells", "INV-2026-0004", 1)).toEqual([
      { sheet: "Usage", row: 10, column: 5 },
      { sheet: "Usage", row: 11, column: 5 },
    ]);
    expect(() => session.ask("review", "explain", "INV-2026-0003", 2)).toThrow("1 line, and no line 2");
    expect(() => session.ask("review", "explain", "INV-9", 1)).toThrow("INV-9");
  });

  it("goes on: written, found again by its cells, and billed once its fault is mended", async () => {
    const sample = await sampleBook();
    const first = sessionOf(sample);
    first.preview(byDefault);
    const book = await written(sample, first.ask("preview", "plan", details));
    const session = sessionOf(book);
    expect(session.ask("review", "view").map(({ status, isWritten }) => [status, isWritten])).toEqual([
      ...Array.from({ length: 4 }, () => ["Issued", true]),
      ...Array.from({ length: 4 }, () => ["Draft", true]),
    ]);
    const mended = await written(book, [{ at: { sheet: "Usage", row: 24, column: 5 }, value: 30_000 }]);
    const next = previewOf(sessionOf(mended), byDefault);
    expect(next.held).toEqual([]);
    expect(next.invoices.map(({ contractId }) => contractId)).toContain("S-5");
    expect(next.runId).toBe("RUN-2");
  });

  it("replaces no sheet of the workbook", async () => {
    const taken = sessionOf(await bookOfSheets({ usage: [["mine"]] }));
    expect(() => taken.ask("sample", "plan")).toThrow("a sheet Usage already");
    expect(sessionOf(await bookOfSheets({ Sheet1: [[null]] })).ask("sample", "plan").sheets).toHaveLength(10);
  });
});

describe("the line of a cell", () => {
  it("is found on the sheet of all lines and on every row of a formatted invoice", async () => {
    const sample = await sampleBook();
    const first = sessionOf(sample);
    first.preview(byDefault);
    const book = await written(sample, first.ask("preview", "plan", details));
    const session = sessionOf(book);
    const lines = { sheet: "Invoice lines", column: 14 };
    expect(session.ask("review", "lineAt", { ...lines, row: 4 })).toEqual({
      number: "INV-2026-0001",
      line: 4,
    });
    expect(session.ask("review", "lineAt", { ...lines, row: 11 })).toEqual({
      number: "DRAFT-S-1-2026-10-GBP",
      line: 1,
    });
    expect(session.ask("review", "lineAt", { ...lines, row: 0 })).toBeUndefined();
    const number = "DRAFT-S-1-2026-10-GBP";
    const grid = book.snapshot.grids.find(({ sheet }) => sheet === number)!;
    const found = Array.from(
      { length: grid.rowCount },
      (_, row) => session.ask("review", "lineAt", { sheet: number, row, column: 0 })?.line,
    );
    const shown = found.filter((line) => line !== undefined);
    expect([...new Set(shown)]).toEqual([1, 2, 3, 4, 5]);
    expect(found[0]).toBeUndefined();
    expect(found[found.length - 1]).toBeUndefined();
    expect(session.ask("review", "lineAt", { sheet: "Contracts", row: 1, column: 0 })).toBeUndefined();
    expect(session.ask("review", "lineAt", { sheet: "Nowhere", row: 1, column: 0 })).toBeUndefined();
  });
});
