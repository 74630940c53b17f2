import { sheet, workbook, type Cell } from "../../../test/properties/support/sheets";
import { dayOf } from "../calendar/day";
import { parsePeriod } from "../calendar/period";
import { billPeriod } from "../run/billingRun";

type Row = readonly Cell[];

const on = (month: number, date: number): Cell => ({ date: dayOf(2026, month, date) });

interface Book {
  readonly settings?: readonly Row[];
  /** Columns of Contracts beyond id, customer and start, and their cells. */
  readonly contract?: readonly [header: Row, cells: Row];
  readonly start?: Cell;
  /** Price ID, product, model, unit price, flat fee, effective from and to; more columns by their headers. */
  readonly prices: readonly [header: Row, ...rows: Row[]];
  /** Day and quantity of the meter API, and the day of receipt. */
  readonly usage?: readonly Row[];
  readonly meters?: readonly Row[];
  /** Document, first and last day of its run. */
  readonly documents?: readonly Row[];
  /** Document, Price ID, kind, first and last day of service, quantity, unit price, amount. */
  readonly lines?: readonly Row[];
}

function bill(period: string, book: Book): string[] {
  const [contractHeader = [], contractCells = []] = book.contract ?? [];
  const [priceHeader, ...prices] = book.prices;
  const snapshot = workbook([
    sheet("Settings", [["Key", "Value"], ...(book.settings ?? [])]),
    sheet("Contracts", [
      ["Contract ID", "Customer ID", "Start date", ...contractHeader],
      ["C1", "A", book.start ?? on(1, 1), ...contractCells],
    ]),
    sheet("Prices", [["Contract ID", ...priceHeader], ...prices.map((row) => ["C1", ...row])]),
    sheet("Usage", [
      ["Contract ID", "Meter", "Date", "Quantity", "Received"],
      ...(book.usage ?? []).map((row) => ["C1", "API", ...row]),
    ]),
    sheet("Meters", [["Meter", "Aggregation"], ...(book.meters ?? [])]),
    sheet("Invoices", [
      ["Invoice number", "Status", "Contract ID", "Period start", "Period end", "Invoice date"],
      ...(book.documents ?? []).map(([number = "", from = "", to = ""]) => [
        number,
        "Issued",
        "C1",
        from,
        to,
        to,
      ]),
    ]),
    sheet("Invoice lines", [
      [
        "Invoice number",
        "Contract ID",
        "Price ID",
        "Kind",
        "Period start",
        "Period end",
        "Quantity",
        "Unit price",
        "Amount",
      ],
      ...(book.lines ?? []).map(([number = "", ...rest]) => [number, "C1", ...rest]),
    ]),
  ]);
  const result = billPeriod(snapshot, { period: parsePeriod(period), asOf: undefined, giveNumbers: false });
  if (!result.ok) throw new Error("no period");
  const day = (serial: number) => String(serial - dayOf(2026, 10, 1) + 1);
  return result.run.invoices.flatMap(({ lines }) =>
    lines.map(
      ({ kind, priceId, period: { from, to }, quantity, amount }) =>
        `${priceId || "commitment"} ${kind} ${day(from)}..${day(to)} ${quantity.toString()} = ${amount.toString()}`,
    ),
  );
}

const october: Row = ["I-1", on(10, 1), on(10, 31)];
const columns: Row = ["Price ID", "Product", "Pricing model", "Unit price", "Effective from", "Effective to"];
const old: Row = ["V1", "API", "per_unit", 2, "", on(10, 15)];
const changed: Row = ["V2", "API", "per_unit", 3, on(10, 16), ""];

/** November, in which nothing is used. */
const november = "V2 usage 32..61 0 = 0";

describe("late usage of a period with two prices", () => {
  const billed: readonly Row[] = [["I-1", "V1", "usage", on(10, 1), on(10, 31), 100, 2, 200]];

  it("is priced on the days of the rows that came late, although one line billed all days", () => {
    const usage: Row[] = [
      [on(10, 5), 60, ""],
      [on(10, 20), 40, ""],
      [on(10, 6), 10, on(11, 2)],
    ];
    const book = { prices: [columns, old, changed], usage, documents: [october], lines: billed } as const;
    expect(bill("2026-11", book)).toEqual([november, "V1 usage 1..15 10 = 20"]);
  });

  it("is priced in the order of the days where its rows cannot be told", () => {
    const usage: Row[] = [
      [on(10, 20), 45, ""],
      [on(10, 5), 65, ""],
    ];
    const book = { prices: [columns, old, changed], usage, documents: [october], lines: billed } as const;
    expect(bill("2026-11", book)).toEqual([november, "V2 usage 16..31 10 = 30"]);
  });

  it("uses up the included quantity of the later part", () => {
    const header = [...columns, "Included quantity"];
    const lines: Row[] = [
      ["I-1", "V1", "included", on(10, 1), on(10, 15), 60, 0, 0],
      ["I-1", "V2", "included", on(10, 16), on(10, 31), 40, 0, 0],
      ["I-1", "V2", "usage", on(10, 16), on(10, 31), 60, 3, 180],
    ];
    const usage: Row[] = [
      [on(10, 5), 60, ""],
      [on(10, 20), 100, ""],
      [on(10, 6), 10, ""],
    ];
    const book = {
      prices: [header, [...old, 100], [...changed, 100]],
      usage,
      documents: [october],
      lines,
    } as const;
    expect(bill("2026-11", book)).toEqual([
      november,
      "V1 included 1..15 10 = 0",
      "V2 included 16..31 -10 = 0",
      "V2 usage 16..31 10 = 30",
    ]);
  });

  it("moves a peak to the part that holds it now", () => {
    const lines: Row[] = [
      ["I-1", "V1", "usage", on(10, 1), on(10, 15), 50, 2, 100],
      ["I-1", "V2", "usage", on(10, 16), on(10, 31), 0, 3, 0],
    ];
    const usage: Row[] = [
      [on(10, 5), 50, ""],
      [on(10, 20), 60, on(11, 2)],
    ];
    const meters: Row[] = [["API", "Max"]];
    const book = { prices: [columns, old, changed], usage, meters, documents: [october], lines } as const;
    expect(bill("2026-11", book)).toEqual([
      november,
      "V1 usage 1..15 -50 = -100",
      "V2 usage 16..31 60 = 180",
    ]);
  });
});

describe("what is billed already", () => {
  const fee: Row = ["V1", "Fee", "flat", "", 30];
  const header: Row = ["Price ID", "Product", "Pricing model", "Unit price", "Flat fee"];

  it("keeps a fee from being billed a second time, whatever invoice bills its days", () => {
    const year: Row = ["I-1", "V1", "fixed", on(1, 1), on(12, 31), 1, 360, 360];
    const documents: Row[] = [["I-1", on(1, 1), on(1, 31)]];
    expect(bill("2026-10", { prices: [header, fee], documents, lines: [year] })).toEqual([]);
    expect(bill("2026-10", { prices: [header, fee] })).toEqual(["V1 fixed 1..31 1 = 30"]);
  });

  it("is taken off the run's own period too", () => {
    const late: Row = ["I-1", "V1", "usage", on(10, 1), on(10, 31), 15, 2, 30];
    const documents: Row[] = [["I-1", on(11, 1), on(11, 30)]];
    const api: Row = ["V1", "API", "per_unit", 2, ""];
    const usage: Row[] = [[on(10, 5), 95, ""]];
    const book = { prices: [header, api], usage, documents, lines: [late] } as const;
    expect(bill("2026-10", book)).toEqual(["V1 usage 1..31 80 = 160"]);
  });

  it("is not late when an earlier run carried only a fee of its days", () => {
    const ahead: Row = ["I-1", "V1", "fixed", on(10, 1), on(10, 31), 1, 30, 30];
    const documents: Row[] = [["I-1", on(9, 1), on(9, 30)]];
    const api: Row = ["V2", "API", "per_unit", 2, ""];
    const usage: Row[] = [[on(10, 5), 95, ""]];
    const settings: Row[] = [["Advance billing", "Ahead"]];
    const book = { settings, prices: [header, fee, api], usage, documents, lines: [ahead] } as const;
    expect(bill("2026-11", book)).toEqual(["V1 fixed 62..92 1 = 30", november]);
  });
});

describe("a fee that changes within a period", () => {
  const header: Row = [
    "Price ID",
    "Product",
    "Pricing model",
    "Flat fee",
    "Effective from",
    "Effective to",
    "Proration",
    "Billing timing",
  ];
  const fees = (proration: string, timing: string): readonly [Row, ...Row[]] => [
    header,
    ["V1", "Fee", "flat", 310, "", on(10, 15), proration, timing],
    ["V2", "Fee", "flat", 620, on(10, 16), "", proration, timing],
  ];

  it("is charged by days, all parts by the run of the period", () => {
    const contract = [["Anchor day"], [10]] as const;
    expect(bill("2026-10", { prices: fees("", ""), contract, start: on(10, 10) })).toEqual([
      "V1 fixed 10..15 1 = 60",
      "V2 fixed 16..40 1 = 500",
    ]);
    expect(bill("2026-11", { prices: fees("", ""), contract, start: on(10, 10) })).toEqual([
      "V2 fixed 41..70 1 = 620",
    ]);
  });

  it.each([
    ["Advance", "V1 fixed 1..31 1 = 310"],
    ["Arrears", "V2 fixed 1..31 1 = 620"],
  ])("is charged once without proration, in %s", (timing, line) => {
    expect(bill("2026-10", { prices: fees("None", timing) })).toEqual([line]);
  });
});

describe("a commitment and usage of both its sides", () => {
  it("counts usage by its date, the price of what came before taken off", () => {
    // Year to 14 October: 40 of 60 units at 2.00 count; the month is billed with its last day.
    const contract = [
      ["Minimum commitment", "Commitment period"],
      [1000, "Contract year"],
    ] as const;
    const usage: Row[] = [
      [on(10, 5), 40, ""],
      [on(10, 20), 20, ""],
    ];
    const start = { date: dayOf(2025, 10, 15) };
    const prices = [columns, ["V1", "API", "per_unit", 2, "", ""]] as const;
    expect(bill("2026-10", { contract, start, prices, usage })).toEqual([
      "V1 usage 1..31 60 = 120",
      `commitment commitment ${String(dayOf(2025, 10, 15) - dayOf(2026, 10, 1) + 1)}..14 1 = 920`,
    ]);
  });
});
