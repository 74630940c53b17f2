import { base, bill, header, october, usageRows, type Rows } from "./smallBook";

/** Rows beside the data that are no data and no totals: averages, balances carried from page to page. */
const whole = { K1: "150.00", K2: "60.00", K3: "50.00" };

describe("rows that say what else their figures are", () => {
  test.each([
    ...[
      "Average",
      "Mean",
      "Avg. per day",
      "Median",
      "Count",
      "Maximum",
      "Carried forward",
      "Brought forward",
    ],
    ...[
      "Balance b/f",
      "c/f",
      "B/fwd",
      "Carried forward to page 2",
      "Opening balance",
      "Durchschnitt",
      "Übertrag",
    ],
    ...["Mittelwert", "Saldovortrag", "Moyenne", "Médiane", "Report", "À reporter", "Media", "Riporto"],
    ...[
      "Saldo precedente",
      "Promedio",
      "Saldo anterior",
      "Suma y sigue",
      "Gemiddelde",
      "Beginsaldo",
      "Transport",
    ],
  ])("%s", async (word) => {
    const { bills, all } = await bill({ Usage: [header, ...usageRows, [word, null, null, 777]] });
    expect([bills, all]).toEqual([whole, ["info TOTAL_ROW Usage!A5"]]);
  });

  test("on every page, and a total below them is still compared", async () => {
    const rows = (total: number): Rows => [
      header,
      ...usageRows.slice(0, 2),
      ["Carried forward", null, null, 1500],
      header,
      [null, null, "Brought forward", 1500],
      ...usageRows.slice(2),
      ["Total", null, null, total],
      ["Average", null, null, 600],
    ];
    expect((await bill({ Usage: rows(1800) })).all).toEqual(["info TOTAL_ROW Usage!A4"]);
    expect((await bill({ Usage: rows(3300) })).all).toEqual([
      "warning TOTAL_DIFFERS Usage!D8",
      "info TOTAL_ROW Usage!A4",
    ]);
  });

  test("a balance from before the table makes the total differ", async () => {
    const rows = [header, ["Brought forward", null, null, 1200], ...usageRows, ["Total", null, null, 3000]];
    const { bills, said } = await bill({ Usage: rows });
    expect([bills, said]).toEqual([whole, ["warning TOTAL_DIFFERS Usage!D6"]]);
  });

  test.each<[string, Rows]>([
    [
      "a meter of that name",
      [
        ["K1", "Media", october(9), 10],
        ["K1", "Media", null, 20],
        [null, "Media", null, 30],
      ],
    ],
    ["a word in a note", [[null, null, null, 30, "average of the week"]]],
    ["a part of an id", [["A-C-D", null, null, 30]]],
  ])("%s is none, and its row is missed", async (_, rows) => {
    const { all } = await bill({ Usage: [header, ...usageRows, ...rows] });
    expect(all.filter((issue) => issue.includes("TOTAL_ROW"))).toEqual([]);
    expect(all.filter((issue) => issue.startsWith("error MISSING_VALUE"))).not.toEqual([]);
  });

  test("of an account, with the word behind the figure", async () => {
    const Adjustments = [
      ["Contract ID", "Date", "Amount", "Description", "Reason code"],
      [null, null, 500, "Balance b/f"],
      ["K1", october(3), -20, "Outage", "SLA"],
      [null, null, 480, "Balance c/f"],
    ];
    const { bills, all } = await bill({ Adjustments });
    expect([bills, all]).toEqual([{ ...whole, K1: "130.00" }, ["info TOTAL_ROW Adjustments!A2"]]);
  });

  test("below prices", async () => {
    const { bills, all } = await bill({ Prices: [...base.Prices!, ["Average", null, null, 0.15]] });
    expect([bills, all]).toEqual([whole, ["info TOTAL_ROW Prices!A5"]]);
  });

  test("a total that differs is compared with the rows that it is most likely of", async () => {
    const rows = [
      header,
      ...usageRows.slice(0, 2),
      ["Total K1", null, null, 1500],
      ...usageRows.slice(2),
      ["Total K2", null, null, 301],
      ["Total", null, null, 1790],
    ];
    const { issues } = await bill({ Usage: rows });
    expect(
      issues.filter(({ code }) => code === "TOTAL_DIFFERS").map(({ message }) => message.slice(0, 60)),
    ).toEqual([
      "the total 301 is not the sum of its rows, 300",
      "the total 1,790 is not the sum of its rows, 1,800",
    ]);
  });
});

describe("rows that are no row of the table", () => {
  test("headings of groups, in prices and contracts", async () => {
    const [contracts, ...ofContracts] = base.Contracts!;
    const [prices, ...ofPrices] = base.Prices!;
    const Contracts = [
      contracts!,
      ["North region"],
      ...ofContracts.slice(0, 2),
      ["SOUTH"],
      ...ofContracts.slice(2),
    ];
    const Prices = [
      prices!,
      ["VOICE"],
      ...ofPrices.slice(0, 2),
      [null, "Fixed services"],
      ...ofPrices.slice(2),
    ];
    const { bills, all } = await bill({ Contracts, Prices });
    expect([bills, all]).toEqual([whole, ["info NOTE_ROW Contracts!A2", "info NOTE_ROW Prices!A2"]]);
  });

  test("labels and a name below the data", async () => {
    const rows = [...usageRows, [], ["Prepared by:", "Dana Fox"], ["Checked by:", "Lee", october(31)]];
    const { bills, all } = await bill({ Usage: [header, ...rows] });
    expect([bills, all]).toEqual([whole, ["info NOTE_ROW Usage!A6"]]);
  });

  test.each<[string, Rows]>([
    ["an id whose row is not filled yet", [["K9"]]],
    ["a name that other rows have", [["Ash", "Calls", october(9), 1], ["Ash"]]],
    ["a word below all rows", [["pending"]]],
    ["a label with a figure", [["K1:", "Calls", null, 30]]],
  ])("%s is missed", async (_, rows) => {
    const { all } = await bill({ Usage: [header, ...usageRows, ...rows] });
    expect(all.filter((issue) => issue.includes("NOTE_ROW"))).toEqual([]);
    expect(all.filter((issue) => issue.startsWith("error MISSING_VALUE"))).not.toEqual([]);
  });
});
