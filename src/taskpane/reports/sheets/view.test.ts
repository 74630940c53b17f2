import { bookOfSheets, byDefault, sessionOf, written } from "../../../../test/pane/sessionBooks";

const contracts = [
  ["Contract ID", "Customer ID", "Customer name", "Start date", "Currency"],
  ["C-1", "K-1", "Blue Heron Ltd", "2026-01-01", "EUR"],
];
const prices = [
  ["Contract ID", "Product", "Meter", "Pricing model", "Unit price"],
  ["C-1", "Calls", "calls", "per_unit", 0.5],
];
const bookWith = (usage: readonly (readonly (string | number)[])[], name = "Usage") =>
  bookOfSheets({ Contracts: contracts, Prices: prices, [name]: usage });

describe("what the sheets say of what is not read", () => {
  const withLevy = () =>
    bookWith([
      ["Contract ID", "Meter", "Date", "Quantity", "Levy", "Duty"],
      ["C-1", "calls", "2026-10-05", 10, 7, 1],
    ]);

  it("names a column until it is known, and keeps what was known before", async () => {
    let book = await withLevy();
    const listed = () => sessionOf(book).ask("sheets", "view").notRead;
    expect(
      listed().map(({ header, table, at, canBeKnown }) => [header, table, at.column, canBeKnown]),
    ).toEqual([
      ["Levy", "Usage", 4, true],
      ["Duty", "Usage", 5, true],
    ]);
    for (const header of ["Levy", "Duty"])
      book = await written(book, sessionOf(book).ask("sheets", "know", { table: "Usage", header }));
    expect(listed().map(({ header, isWarning, canBeKnown }) => [header, isWarning, canBeKnown])).toEqual([
      ["Levy", false, false],
      ["Duty", false, false],
    ]);
    const setting = sessionOf(book)
      .ask("settings", "view")
      .find(({ name }) => name === "Not read");
    expect(setting?.value).toBe("Usage: Levy; Usage: Duty");
  });

  it("repeats it in the preview only while nobody knows of it", async () => {
    const book = await withLevy();
    const session = sessionOf(book);
    session.preview(byDefault);
    const preview = session.ask("preview", "view");
    expect(preview.warnings.map(({ code }) => code)).toEqual(["COLUMN_NOT_READ", "COLUMN_NOT_READ"]);
    expect(preview.notRead.map(({ header }) => header)).toEqual(["Levy", "Duty"]);
  });

  it("has no button for a header that the setting cannot hold", async () => {
    const book = await bookWith([
      ["Contract ID", "Meter", "Date", "Quantity", "Levy; net"],
      ["C-1", "calls", "2026-10-05", 10, 7],
    ]);
    expect(sessionOf(book).ask("sheets", "view").notRead).toMatchObject([
      { header: "Levy; net", isWarning: true, canBeKnown: false },
    ]);
  });
});

describe("why no usage names a period", () => {
  it("is the cell of a date that cannot be read, and a period that is typed is billed all the same", async () => {
    const book = await bookWith([
      ["Contract ID", "Meter", "Date", "Quantity"],
      ["C-1", "calls", "soon", 10],
    ]);
    const session = sessionOf(book);
    const sheets = session.ask("sheets", "view");
    expect(sheets.period).toBeUndefined();
    expect(sheets.whyNoPeriod).toMatch(/^Usage!C2: .*“soon”/);
    const check = session.ask("check", "view", { ...byDefault, period: "2026-10" });
    expect(check.period).toBe("2026-10");
    expect(check.groups.map(({ code }) => code)).toContain("NOT_A_DATE");
  });

  it("is the sheet that is not read, or that there is none", async () => {
    const rows = [
      ["Contract ID", "Meter", "Date", "Quantity"],
      ["C-1", "calls", "2026-10-05", 10],
    ];
    const elsewhere = sessionOf(await bookWith(rows, "Readings")).ask("sheets", "view");
    expect(elsewhere.whyNoPeriod).toMatch(/Readings/);
    const none = sessionOf(await bookOfSheets({ Contracts: contracts, Prices: prices })).ask(
      "sheets",
      "view",
    );
    expect(none.whyNoPeriod).toMatch(/no Usage table/);
  });

  it("is nothing where some usage names one", async () => {
    const book = await bookWith([
      ["Contract ID", "Meter", "Date", "Quantity"],
      ["C-1", "calls", "2026-10-05", 10],
    ]);
    expect(sessionOf(book).ask("sheets", "view").whyNoPeriod).toBeUndefined();
  });
});

describe("an invoice on hold", () => {
  it("names the table that cannot be read where it is that which holds all of them", async () => {
    const book = await bookOfSheets({
      Contracts: contracts,
      Prices: prices,
      Usage: [
        ["Contract ID", "Meter", "Date", "Quantity"],
        ["C-1", "calls", "2026-10-05", 10],
      ],
      Meters: [
        ["Zähler", "Unit", "Aggregation"],
        ["calls", "call", "sum"],
      ],
    });
    const { held } = sessionOf(book).ask("check", "view", byDefault);
    expect(held).toMatchObject([{ contractId: "C-1", codes: ["MISSING_COLUMN"] }]);
    expect(held[0]!.cause).toMatch(/Meters has no column “Meter”/);
    expect(held[0]!.at?.sheet).toBe("Meters");
  });
});
