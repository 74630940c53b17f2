import { explainInvoice } from "../../src/core/api";
import { readWorkbook } from "../../src/workbook/xlsx/read/readWorkbook";
import { added, bookOf } from "../time/documents";
import { billOver } from "./billOver";

/** A grant of 1,000 that two contracts of a customer draw on, and what each bills of January. */
const agreed = {
  money: {
    Prices: [
      ["Contract ID", "Product", "Pricing model", "Flat fee"],
      ["C1", "Fee", "flat", 600],
      ["C2", "Fee", "flat", 700],
    ],
    Usage: [["Contract ID", "Meter", "Date", "Quantity"]],
    Grants: [
      ["Grant ID", "Customer ID", "Amount", "From"],
      ["G1", "K1", 1000, "2026-01-01"],
    ],
  },
  units: {
    Prices: [
      ["Contract ID", "Product", "Pricing model", "Meter", "Unit price"],
      ["C1", "API", "per_unit", "API", 1],
      ["C2", "API", "per_unit", "API", 1],
    ],
    Usage: [
      ["Contract ID", "Meter", "Date", "Quantity"],
      ["C1", "API", "2026-01-05", 600],
      ["C2", "API", "2026-01-05", 700],
    ],
    Grants: [
      ["Grant ID", "Customer ID", "Units", "Product", "From"],
      ["G1", "K1", 1000, "API", "2026-01-01"],
    ],
  },
};

const contract = (id: string) => [id, "K1", "Acme", "2026-01-01", "USD"];
const bookWith = (kind: keyof typeof agreed, ...contracts: readonly string[]) =>
  bookOf({
    Contracts: [
      ["Contract ID", "Customer ID", "Customer name", "Start date", "Currency"],
      ...contracts.map(contract),
    ],
    ...agreed[kind],
  });

/** "INV-2026-0001 C2 0.00" */
const billedBy = (steps: Awaited<ReturnType<typeof billOver>>) =>
  steps.flatMap(({ run }) =>
    run.invoices.map(({ number, contractId, total }) => `${number} ${contractId} ${total.toFixed(2)}`),
  );

describe.each(["money", "units"] as const)("a grant of %s of a customer", (kind) => {
  it("is drawn once when the first contract is billed after the second, by the same run once more", async () => {
    const first = await billOver(bookWith(kind, "C2"), ["2026-01"]);
    const second = await billOver(await added(first[0]!.bytes, "Contracts", [contract("C1")]), ["2026-01"]);
    // C2 drew 700; 300 of the 600 of C1 are left.
    expect(billedBy([...first, ...second])).toEqual(["INV-2026-0001 C2 0.00", "INV-2026-0002 C1 300.00"]);
    expect(second[0]!.run.reconciliation.findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("explains each invoice with what the others of its run draw", async () => {
    const [step] = await billOver(bookWith(kind, "C1", "C2"), ["2026-01"]);
    expect(billedBy([step!])).toEqual(["INV-2026-0001 C1 0.00", "INV-2026-0002 C2 300.00"]);
    const reading = await readWorkbook(step!.bytes);
    if (!reading.ok) throw new Error(reading.failure.message);
    const options = { period: undefined, asOf: undefined, giveNumbers: false };
    for (const [number, total] of [
      ["INV-2026-0001", "0.00"],
      ["INV-2026-0002", "300.00"],
    ] as const) {
      const explained = explainInvoice(reading.snapshot, number, options);
      expect(explained?.total).toBe(total);
      expect(explained?.lines.flatMap(({ differsFrom }) => differsFrom ?? [])).toEqual([]);
    }
  });
});

describe("what a grant of money had left", () => {
  it("is told of an invoice as it was then, whatever later invoices and others of its run have drawn", async () => {
    const book = bookOf({
      Contracts: [
        ["Contract ID", "Customer ID", "Customer name", "Start date", "Currency"],
        contract("C1"),
        contract("C2"),
      ],
      ...agreed.money,
      Grants: [
        ["Grant ID", "Customer ID", "Amount", "From"],
        ["G1", "K1", 3000, "2026-01-01"],
      ],
    });
    const steps = await billOver(book, ["2026-01", "2026-02"]);
    expect(billedBy(steps)).toHaveLength(4);
    const reading = await readWorkbook(steps.at(-1)!.bytes);
    if (!reading.ok) throw new Error(reading.failure.message);
    const options = { period: undefined, asOf: undefined, giveNumbers: false };
    for (const [number, left] of [
      ["INV-2026-0001", "3,000.00"],
      ["INV-2026-0002", "2,400.00"],
      ["INV-2026-0003", "1,700.00"],
      ["INV-2026-0004", "1,100.00"],
    ] as const) {
      const sentences = explainInvoice(reading.snapshot, number, options)?.lines.map(
        ({ sentence }) => sentence,
      );
      expect(sentences?.at(-1)).toContain(`drawn from grant G1: ${left} was left`);
    }
  });
});
