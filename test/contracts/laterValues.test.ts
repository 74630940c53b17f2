import { readRegister } from "../../src/core/documents/register";
import { readWorkbook } from "../../src/workbook/xlsx/read/readWorkbook";
import { added, bookOf, typedAt } from "../time/documents";
import { disagreements } from "./agreement";
import { billOver } from "./billOver";

const results = ["Contract ID", "Measure", "Period", "Value", "Status"];

/** 5 % of what is saved in a month, of which 10 % is kept back. */
const book = bookOf({
  Contracts: [
    ["Contract ID", "Customer ID", "Customer name", "Start date", "Currency", "Retention %"],
    ["C1", "K1", "Acme", "2026-01-01", "USD", 10],
  ],
  Prices: [
    ["Contract ID", "Price ID", "Product", "Pricing model", "Meter", "Unit price"],
    ["C1", "P1", "Share", "percentage", "Savings", 0.05],
  ],
  Usage: [["Contract ID", "Meter", "Date", "Quantity"]],
  Results: [
    results,
    ["C1", "Savings", "2026-01", 10_000, "Provisional"],
    ["C1", "Savings", "2026-02", 8_000, "Provisional"],
  ],
});

describe("an unsealed invoice with a retention", () => {
  it("is right when an audited value comes later and the next invoice bills the rest", async () => {
    const [january] = await billOver(book, ["2026-01"]);
    const audited = [["C1", "Savings", "2026-01", 12_000, "Audited"]];
    const steps = await billOver(await added(january!.bytes, "Results", audited), ["2026-02"]);
    const nets = [january!, ...steps].map(({ run }) => run.invoices[0]!.subtotal.toFixed(2));
    // 500 − 50, then 400 + 100 − 50.
    expect(nets).toEqual(["450.00", "450.00"]);
    expect(await disagreements(steps[0]!.bytes, "2026-02")).toEqual([]);
  });

  it("is not when its retention was typed over", async () => {
    const [january] = await billOver(book, ["2026-01"]);
    const audited = [["C1", "Savings", "2026-01", 12_000, "Audited"]];
    const [february] = await billOver(await added(january!.bytes, "Results", audited), ["2026-02"]);
    const reading = await readWorkbook(february!.bytes);
    if (!reading.ok) throw new Error(reading.failure.message);
    const [retention] = readRegister(
      reading.snapshot,
      february!.run.book.settings,
      () => undefined,
    ).lines.filter(({ kind }) => kind === "retention");
    const { columns } = reading.snapshot.grids.find(({ sheet }) => sheet === "Invoice lines")!;
    const column = columns.findIndex(({ texts, values }) => texts[values[0]!] === "Amount");
    const typed = await typedAt(february!.bytes, { ...retention!.at, column }, -40);
    expect((await disagreements(typed, "2026-02")).join(" ")).toContain("CELL_CHANGED");
  });
});
