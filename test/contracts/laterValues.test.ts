import { readRegister } from "../../src/core/documents/register";
import { unheard } from "../../src/core/issues/issue";
import { readSettings } from "../../src/core/settings/readSettings";
import { readWorkbook } from "../../src/workbook/xlsx/read/readWorkbook";
import { added, bookOf, typedAt } from "../time/documents";
import { disagreements } from "./agreement";
import { billOver } from "./billOver";

const results = ["Contract ID", "Measure", "Period", "Value", "Status"];

/** The workbook with a cell of the first line of a kind typed over. */
async function typedOver(
  bytes: Uint8Array,
  kind: string,
  header: string,
  value: number,
): Promise<Uint8Array> {
  const reading = await readWorkbook(bytes);
  if (!reading.ok) throw new Error(reading.failure.message);
  const settings = readSettings(reading.snapshot, unheard);
  const line = readRegister(reading.snapshot, settings, unheard).lines.find((each) => each.kind === kind);
  const { columns } = reading.snapshot.grids.find(({ sheet }) => sheet === "Invoice lines")!;
  const column = columns.findIndex(({ texts, values }) => texts.at(values[0]!) === header);
  return typedAt(bytes, { ...line!.at, column }, value);
}

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
    const typed = await typedOver(february!.bytes, "retention", "Amount", -40);
    expect((await disagreements(typed, "2026-02")).join(" ")).toContain("CELL_CHANGED");
  });
});

describe("an unsealed invoice whose usage comes later", () => {
  const usage = ["Contract ID", "Meter", "Date", "Quantity"];
  const metered = bookOf({
    Contracts: [
      ["Contract ID", "Customer ID", "Customer name", "Start date", "Currency"],
      ["C1", "K1", "Acme", "2026-01-01", "USD"],
    ],
    Prices: [
      ["Contract ID", "Price ID", "Product", "Pricing model", "Unit price"],
      ["C1", "P1", "API", "per_unit", 7.35],
    ],
    Usage: [usage, ["C1", "API", "2026-01-05", 100], ["C1", "API", "2026-02-05", 10]],
  });
  const billed = async () => {
    const [january] = await billOver(metered, ["2026-01"]);
    const late = [["C1", "API", "2026-01-07", 20]];
    const [february] = await billOver(await added(january!.bytes, "Usage", late), ["2026-02"]);
    return february!.bytes;
  };

  it("is right where the next one bills the rest", async () => {
    expect(await disagreements(await billed(), "2026-02")).toEqual([]);
  });

  it.each([
    ["Unit price", 9.99],
    ["Quantity", 90],
    ["Flat fee", 5],
  ])("is not where its %s was typed over beside an amount that stayed", async (header, value) => {
    const typed = await typedOver(await billed(), "usage", header, value);
    expect((await disagreements(typed, "2026-02")).join(" ")).toContain("CELL_CHANGED");
  });
});
