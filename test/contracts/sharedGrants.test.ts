import { explainInvoice, openWhatIf, parseTermChange } from "../../src/core/api";
import { readWorkbook } from "../../src/workbook/xlsx/read/readWorkbook";
import { added, bookOf } from "../time/documents";
import { disagreements } from "./agreement";
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

type Rows = readonly (readonly (string | number)[])[];

/** A grant of 1,000 units of API, and usage of contracts that cost 1.00 a unit. */
const unitsOf = (contracts: Rows, usage: Rows, more: Readonly<Record<string, Rows>> = {}) =>
  bookOf({
    Contracts: [
      ["Contract ID", "Customer ID", "Customer name", "Start date", "Currency", "Billing day", "Status"],
      ...contracts.map(([id, anchor = 1, status = "Active"]) => [
        id!,
        "K1",
        "Acme",
        "2026-01-01",
        "USD",
        anchor,
        status,
      ]),
    ],
    Prices: [
      ["Contract ID", "Product", "Pricing model", "Meter", "Unit price"],
      ...contracts.map(([id]) => [id!, "API", "per_unit", "API", 1]),
    ],
    Usage: [
      ["Contract ID", "Meter", "Date", "Quantity"],
      ...usage.map(([id, date, quantity]) => [id!, "API", date!, quantity!]),
    ],
    Grants: agreed.units.Grants,
    ...more,
  });

const netsOf = (steps: Awaited<ReturnType<typeof billOver>>) =>
  steps
    .map(({ run }) => run.invoices.map(({ subtotal }) => subtotal.toFixed(2)).join("+") || "none")
    .join(" ");

describe("a grant of units is never overdrawn", () => {
  it("by contracts whose periods end on other days of the run", async () => {
    const anchors = unitsOf(
      [
        ["C1", 10],
        ["C2", 15],
      ],
      [
        ["C1", "2026-01-20", 600],
        ["C2", "2026-01-20", 700],
        ["C1", "2026-02-20", 50],
        ["C2", "2026-02-20", 60],
      ],
    );
    const steps = await billOver(anchors, ["2026-02", "2026-03"], async ({ bytes }, period) => {
      expect(await disagreements(bytes, period)).toEqual([]);
    });
    // 400 of 700 are left for C2, and nothing for March.
    expect(netsOf(steps)).toBe("0.00+300.00 50.00+60.00");
    const swapped = unitsOf(
      [
        ["C1", 15],
        ["C2", 10],
      ],
      [
        ["C1", "2026-01-20", 600],
        ["C2", "2026-01-20", 700],
      ],
    );
    expect(netsOf(await billOver(swapped, ["2026-02"]))).toBe("0.00+300.00");
  });

  it("by the periods of a contract that one run bills together", async () => {
    const months: Rows = [
      ["C1", "2026-01-05", 600],
      ["C1", "2026-02-05", 600],
      ["C1", "2026-03-05", 600],
    ];
    const quarter = await billOver(unitsOf([["C1"]], months), ["2026-Q1", "2026-Q1"]);
    expect(netsOf(quarter)).toBe("800.00 none");
    expect(await disagreements(quarter[1]!.bytes, "2026-Q1")).toEqual([]);
    const each = await billOver(unitsOf([["C1"]], months), ["2026-01", "2026-02", "2026-03", "2026-Q1"]);
    expect(netsOf(each)).toBe("0.00 200.00 600.00 none");
    expect(await disagreements(each[3]!.bytes, "2026-Q1")).toEqual([]);
  });

  it("by late usage beside that of the run", async () => {
    const book = unitsOf(
      [["C1"], ["C2"]],
      [
        ["C1", "2026-01-05", 500],
        ["C2", "2026-01-05", 100],
      ],
    );
    const [january] = await billOver(book, ["2026-01"]);
    const later = [
      ["C1", "API", "2026-01-25", 200],
      ["C1", "API", "2026-02-05", 150],
      ["C2", "API", "2026-01-25", 30],
      ["C2", "API", "2026-02-05", 80],
    ];
    const steps = await billOver(await added(january!.bytes, "Usage", later), ["2026-02", "2026-02"]);
    // C1 takes 200 and 150 of the 400 that are left, C2 30 and 20.
    expect(netsOf([january!, ...steps])).toBe("0.00+0.00 0.00+60.00 none");
    expect(await disagreements(steps[1]!.bytes, "2026-02")).toEqual([]);
  });

  it("by two prices of its product, of rows by conditions", async () => {
    const book = unitsOf([["C1"]], [], {
      Prices: [
        ["Contract ID", "Price ID", "Product", "Pricing model", "Meter", "Unit price", "Condition"],
        ["C1", "P1", "API", "per_unit", "API", 1, "Region = EU"],
        ["C1", "P2", "API", "per_unit", "API", 2, "Region = US"],
      ],
      Usage: [
        ["Contract ID", "Meter", "Date", "Quantity", "Region"],
        ["C1", "API", "2026-01-05", 600, "EU"],
        ["C1", "API", "2026-01-05", 700, "US"],
      ],
    });
    const steps = await billOver(book, ["2026-01"]);
    // 300 × 2.00
    expect(netsOf(steps)).toBe("600.00");
    expect(await disagreements(steps[0]!.bytes, "2026-01")).toEqual([]);
  });

  it("by a suspended contract, which is billed for nothing", async () => {
    const book = unitsOf(
      [["C1", 1, "Suspended"], ["C2"]],
      [
        ["C1", "2026-01-05", 600],
        ["C2", "2026-01-05", 700],
      ],
    );
    expect(netsOf(await billOver(book, ["2026-01"]))).toBe("0.00");
  });
});

it("a grant is open in the runs whose last day lies in its days, whatever their length", async () => {
  const months: Rows = [
    ["C1", "2026-01-05", 10],
    ["C1", "2026-02-05", 20],
    ["C1", "2026-03-05", 30],
  ];
  const until = (from: string, to: string) => ({
    Grants: [
      ["Grant ID", "Customer ID", "Units", "Product", "From", "To"],
      ["G1", "K1", 1000, "API", from, to],
    ],
  });
  const quarter = await billOver(unitsOf([["C1"]], months, until("2026-03-01", "2026-03-31")), ["2026-Q1"]);
  expect([netsOf(quarter), await disagreements(quarter[0]!.bytes, "2026-03")]).toEqual(["0.00", []]);
  const over = await billOver(unitsOf([["C1"]], months, until("2026-01-01", "2026-02-28")), ["2026-Q1"]);
  expect([netsOf(over), await disagreements(over[0]!.bytes, "2026-03")]).toEqual(["60.00", []]);
  const half = await billOver(unitsOf([["C1", 10]], months, until("2026-01-01", "2026-02-20")), [
    "2026-02-01..2026-02-15",
  ]);
  expect(netsOf(half)).toBe("0.00");
});

it("other terms leave a shared grant as it was drawn, whatever the days of the contracts", async () => {
  const [step] = await billOver(
    unitsOf(
      [
        ["C1", 10],
        ["C2", 15],
      ],
      [
        ["C1", "2026-01-20", 600],
        ["C2", "2026-01-20", 700],
      ],
    ),
    ["2026-02"],
  );
  const reading = await readWorkbook(step!.bytes);
  if (!reading.ok) throw new Error(reading.failure.message);
  const session = openWhatIf(reading.snapshot);
  const differences = ["Prices[C1 API].Unit price=2", "Prices[C2 API].Unit price=2"].map((change) => {
    const asked = session.ask({ changes: [parseTermChange(change)!] });
    if (!asked.ok) throw new Error(asked.reason);
    return session.reprice(asked.terms).totals.map(({ difference }) => difference.toFixed(2));
  });
  // All of C1 is free, and 300 of C2 are not.
  expect(differences).toEqual([["0.00"], ["300.00"]]);
});
