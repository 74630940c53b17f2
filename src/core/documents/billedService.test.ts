import { sheet, workbook, type Cell } from "../../../test/properties/support/sheets";
import { dayOf } from "../calendar/day";
import type { Period } from "../calendar/period";
import { readInputs } from "../run/prepareBook";
import { billedServiceOf } from "./billedService";

const day = (month: number, date: number) => dayOf(2026, month, date);
const october: Period = { from: day(10, 1), to: day(10, 31) };

/** Number, Price ID, product, kind, first and last day, quantity, amount. */
type Line = readonly [string, string, string, string, number, number, Cell, number];
/** Number, type, status, first day of the run, subtotal, what it corrects, reason. */
type Document = readonly [string, string, string, number, number, string, string];

/** A contract with calls, a surcharge on the same calls and a fee, and what documents bill of it. */
function billed(lines: readonly Line[], documents: readonly Document[], concessions?: string) {
  const snapshot = workbook([
    sheet("Settings", [
      ["Key", "Value"],
      ...(concessions === undefined ? [] : [["Concession reasons", concessions]]),
    ]),
    sheet("Contracts", [
      ["Contract ID", "Customer ID", "Start date"],
      ["C1", "A", { date: day(1, 1) }],
    ]),
    sheet("Prices", [
      ["Contract ID", "Price ID", "Product", "Pricing model", "Meter", "Unit price", "Flat fee"],
      ["C1", "P1", "Calls", "per_unit", "", 10, ""],
      ["C1", "P2", "Surcharge", "per_unit", "Calls", 1, ""],
      ["C1", "P3", "Fee", "flat", "", "", 50],
    ]),
    sheet("Invoices", [
      [
        "Invoice number",
        "Type",
        "Status",
        "Contract ID",
        "Period start",
        "Period end",
        "Subtotal",
        "Corrects",
        "Reason code",
      ],
      ...documents.map(([number, type, status, from, subtotal, corrects, reason]) => [
        number,
        type,
        status,
        "C1",
        { date: from },
        { date: from + 30 },
        subtotal,
        corrects,
        reason,
      ]),
    ]),
    sheet("Invoice lines", [
      [
        "Invoice number",
        "Contract ID",
        "Price ID",
        "Product",
        "Kind",
        "Period start",
        "Period end",
        "Quantity",
        "Amount",
      ],
      ...lines.map(([number, priceId, product, kind, from, to, quantity, amount]) => [
        number,
        "C1",
        priceId,
        product,
        kind,
        { date: from },
        { date: to },
        quantity,
        amount,
      ]),
    ]),
  ]);
  const { register, settings, catalog } = readInputs(snapshot, () => undefined);
  const contract = catalog.contractById.get("C1")!;
  const service = billedServiceOf(register, settings);
  const of = (priceId: string, days = october) => {
    const price = contract.prices.find((candidate) => candidate.priceId === priceId)!;
    const { lines: found, amount, quantity, ...rest } = service.of(contract, price, days);
    return { ...rest, lines: found.length, amount: amount.toString(), quantity: quantity?.toString() };
  };
  return { of, service, contract, register };
}

const calls = (number: string, quantity: number, amount: number, priceId = "P1"): Line => [
  number,
  priceId,
  "Calls",
  "usage",
  october.from,
  october.to,
  quantity,
  amount,
];
const invoice = (number: string, from: number, subtotal: number, status = "Issued"): Document => [
  number,
  "Invoice",
  status,
  from,
  subtotal,
  "",
  "",
];
const credit = (number: string, subtotal: number, corrects: string, reason: string): Document => [
  number,
  "Credit note",
  "Issued",
  day(11, 1),
  subtotal,
  corrects,
  reason,
];

describe("what was billed for a meter", () => {
  it("is every line of the days, whatever its Price ID and invoice", () => {
    const { of } = billed(
      [calls("I-1", 80, 800), calls("I-2", 15, 150, "GONE")],
      [invoice("I-1", october.from, 800), invoice("I-2", day(11, 1), 150)],
    );
    expect(of("P1")).toEqual({
      lines: 2,
      amount: "950",
      quantity: "95",
      reachesBeyond: false,
      isFreeAgain: false,
    });
  });

  it("counts the units once that two prices bill", () => {
    const surcharge: Line = ["I-1", "P2", "Surcharge", "usage", october.from, october.to, 100, 100];
    const { of } = billed([calls("I-1", 100, 1000), surcharge], [invoice("I-1", october.from, 1100)]);
    expect(of("P2")).toMatchObject({ lines: 2, quantity: "100", amount: "1100" });
  });

  it("adds the units of names that follow each other", () => {
    const first: Line = ["I-1", "P1", "Calls", "usage", october.from, day(10, 15), 60, 600];
    const second: Line = ["I-1", "P2", "Surcharge", "usage", day(10, 16), october.to, 40, 40];
    const { of } = billed([first, second], [invoice("I-1", october.from, 640)]);
    expect(of("P1").quantity).toBe("100");
    expect(of("P1", { from: october.from, to: day(10, 15) }).quantity).toBe("60");
  });

  it("does not say how much where a line reaches beyond the days or states no quantity", () => {
    const long: Line = ["I-1", "P1", "Calls", "usage", day(9, 1), october.to, 100, 1000];
    const { of } = billed(
      [long, ["I-2", "P1", "Calls", "usage", october.from, october.to, "", 5]],
      [invoice("I-1", october.from, 1000), invoice("I-2", october.from, 5)],
    );
    expect(of("P1")).toMatchObject({ reachesBeyond: true, quantity: undefined });
  });
});

describe("a document that is taken back", () => {
  const lines = [calls("I-1", 100, 1000)];
  const one = invoice("I-1", october.from, 1000);

  it("is free again once it is credited in full", () => {
    const { of, service, contract, register } = billed(lines, [one, credit("CN-1", -1000, "I-1", "PRICE")]);
    expect(of("P1")).toMatchObject({ lines: 0, amount: "0", quantity: "0", isFreeAgain: true });
    expect(service.isIssued(contract, october)).toBe(false);
    expect(register.invoices.filter(service.isCancelled).map((cancelled) => cancelled.invoiceNumber)).toEqual(
      ["I-1"],
    );
  });

  it("is free again once it is void", () => {
    const { of } = billed(lines, [invoice("I-1", october.from, 1000, "Void")]);
    expect(of("P1")).toMatchObject({ lines: 0, isFreeAgain: true });
  });

  it("is billed less a correction, shared over its lines", () => {
    const fee: Line = ["I-1", "P3", "Fee", "fixed", october.from, october.to, 1, 500];
    const { of } = billed(
      [...lines, fee],
      [invoice("I-1", october.from, 1500), credit("CN-1", -300, "I-1", "PRICE")],
    );
    expect(of("P1")).toMatchObject({ amount: "800", quantity: "100", isFreeAgain: false });
    expect(of("P3").amount).toBe("400");
  });

  it("stays billed under a concession, also in full", () => {
    const { of } = billed(lines, [one, credit("CN-1", -1000, "I-1", "Goodwill")]);
    expect(of("P1")).toMatchObject({ amount: "1000", isFreeAgain: false });
  });

  it("takes concessions from Settings", () => {
    const { of } = billed(lines, [one, credit("CN-1", -1000, "I-1", "GOODWILL")], "PROMO");
    expect(of("P1").isFreeAgain).toBe(true);
  });

  it("is free again when the rest after a concession is billed anew", () => {
    const notes = [credit("CN-1", -100, "I-1", "SLA"), credit("CN-2", -900, "I-1", "REBILL")];
    expect(billed(lines, [one, ...notes]).of("P1").isFreeAgain).toBe(true);
  });
});

describe("an issued period", () => {
  const fee: Line = ["I-1", "P3", "Fee", "fixed", october.from, october.to, 1, 50];

  it("has a document of the run that holds its last day", () => {
    const { service, contract } = billed([fee], [invoice("I-1", october.from, 50)]);
    expect(service.isIssued(contract, october)).toBe(true);
  });

  it("is not issued by a fee that an earlier run billed ahead", () => {
    const { service, contract } = billed([fee], [invoice("I-1", day(9, 1) - 1, 50)]);
    expect(service.isIssued(contract, october)).toBe(false);
  });
});
