import type { SessionFailure } from "../../session/failure";
import { byDefault, bookOfSheets, sessionOf, written } from "../../../../test/pane/sessionBooks";

/** A workbook whose sheets and headers are in nobody's list of names. */
const foreign = () =>
  bookOfSheets({
    Abschlüsse: [
      ["Stand Oktober 2026"],
      ["Vorgang", "Partner", "Firma", "Beginn", "Kürzel; Währung"],
      ["V-1", "P-1", "Blaureiher GmbH", "2026-01-01", "EUR"],
    ],
    Entgelte: [
      ["Vorgang", "Leistung", "Art", "Satz"],
      ["V-1", "Anrufe", "per_unit", "0,50"],
    ],
    Zahlen: [
      ["Vorgang", "Was", "Wann", "Wieviel", "Rest"],
      ["V-1", "Anrufe", "2026-10-05", 120, 7],
      ["V-1", "Anrufe", "2026-10-06", "viel", 8],
      ["V-1", "Anrufe", "2026-10-07", 80, 9],
    ],
  });

const contracts = {
  contractId: "Vorgang",
  customerId: "Partner",
  customerName: "Firma",
  startDate: "Beginn",
  currency: "Kürzel; Währung",
};
const prices = { contractId: "Vorgang", product: "Leistung", pricingModel: "Art", unitPrice: "Satz" };
const usage = { contractId: "Vorgang", meter: "Was", date: "Wann", quantity: "Wieviel" };

describe("a mapping chosen by hand", () => {
  it("finds sheets and headers of any name once it is written into the workbook", async () => {
    let book = await foreign();
    expect(sessionOf(book).ask("sheets", "view")).toMatchObject({ isEmpty: true, period: undefined });
    const chosen = [
      ["Contracts", contracts, "Abschlüsse"],
      ["Prices", prices, "Entgelte"],
      ["Usage", usage, "Zahlen"],
    ] as const;
    for (const [role, choice, sheet] of chosen)
      book = await written(book, sessionOf(book).ask("mapping", "edits", role, choice, sheet));
    const session = sessionOf(book);
    const sheets = session.ask("sheets", "view");
    expect(sheets).toMatchObject({ isEmpty: false, obstacle: undefined, period: "2026-10" });
    expect(sheets.tables.slice(0, 3).map(({ sheet, rows, missing }) => [sheet, rows, missing])).toEqual([
      ["Abschlüsse", 1, []],
      ["Entgelte", 1, []],
      ["Zahlen", 3, []],
    ]);
    expect(sheets.tables[0]!.header).toEqual({ sheet: "Abschlüsse", row: 1, column: 0 });
    const { held, groups } = session.ask("check", "view", byDefault);
    expect(groups.map(({ code }) => code)).toContain("NOT_A_NUMBER");
    expect(held).toMatchObject([
      { contractId: "V-1", customer: "Blaureiher GmbH", amount: { amount: 100, currency: "EUR" } },
    ]);
  });

  it("is shown before it is saved: what each column reads as, and where it cannot be read", async () => {
    const session = sessionOf(await foreign());
    const before = session.ask("mapping", "view", "Usage", {}, "Zahlen");
    expect(before.headers).toEqual(["Vorgang", "Was", "Wann", "Wieviel", "Rest"]);
    expect(before.fields.every(({ header }) => header === undefined)).toBe(true);
    const after = session.ask("mapping", "view", "Usage", usage, "Zahlen");
    const field = (name: string) => after.fields.find(({ field: id }) => id === name);
    expect(field("quantity")).toMatchObject({
      header: "Wieviel",
      sample: { shown: "120", readAs: "120", at: { sheet: "Zahlen", row: 1, column: 3 } },
      good: 2,
      bad: 1,
      firstBad: { sheet: "Zahlen", row: 2, column: 3 },
    });
    expect(field("date")).toMatchObject({ sample: { shown: "2026-10-05", readAs: "2026-10-05" }, good: 3 });
    expect(field("eventId")).toMatchObject({ header: undefined, sample: undefined, good: 0, bad: 0 });
  });

  it("begins with the first sheet that holds no other table", async () => {
    let book = await foreign();
    expect(sessionOf(book).ask("mapping", "view", "Contracts").sheet).toBe("Abschlüsse");
    book = await written(book, sessionOf(book).ask("mapping", "edits", "Contracts", contracts, "Abschlüsse"));
    expect(sessionOf(book).ask("mapping", "view", "Usage").sheet).toBe("Entgelte");
  });

  it("is not proposed on a sheet that reads better as another table", async () => {
    const rows = [
      ["Customer ID", "Contract ID", "Meter", "Date", "Quantity"],
      ["P-1", "C1", "Calls", "2026-10-05", 5],
    ];
    const usageOnly = sessionOf(await bookOfSheets({ September: rows }));
    expect(usageOnly.ask("mapping", "view", "Contracts").sheet).toBeUndefined();
    expect(usageOnly.ask("mapping", "view", "Usage").sheet).toBe("September");
    const session = sessionOf(await bookOfSheets({ September: rows, Liste: [["Wer"], ["P-1"]] }));
    expect(session.ask("mapping", "view", "Contracts").sheet).toBe("Liste");
  });

  it("takes one header for customer and contract, and bills by it", async () => {
    let book = await bookOfSheets({
      Contracts: [
        ["Kunde", "Firma", "Start date", "Currency"],
        ["P-1", "Blaureiher GmbH", "2026-01-01", "EUR"],
      ],
    });
    const choice = {
      contractId: "Kunde",
      customerId: "Kunde",
      customerName: "Firma",
      startDate: "Start date",
      currency: "Currency",
    };
    book = await written(book, sessionOf(book).ask("mapping", "edits", "Contracts", choice));
    const { fields } = sessionOf(book).ask("mapping", "view", "Contracts");
    const headerOf = (name: string) => fields.find(({ field }) => field === name)?.header;
    expect([headerOf("contractId"), headerOf("customerId")]).toEqual(["Kunde", "Kunde"]);
  });

  it("takes the row with the most headers for the header where none is known", async () => {
    const { headers } = sessionOf(await foreign()).ask("mapping", "view", "Contracts", {}, "Abschlüsse");
    expect(headers).toEqual(["Vorgang", "Partner", "Firma", "Beginn", "Kürzel; Währung"]);
  });

  it("keeps only what is not found anyway, and clears what is no longer needed", async () => {
    const rows = [
      ["Contract ID", "Meter", "Date", "Quantity", "Billable"],
      ["C1", "Calls", "2026-10-05", 5, 4],
    ];
    let book = await bookOfSheets({ Usage: rows });
    const found = { contractId: "Contract ID", meter: "Meter", date: "Date", quantity: "Quantity" };
    expect(sessionOf(book).ask("mapping", "edits", "Usage", found)).toEqual([]);
    book = await written(
      book,
      sessionOf(book).ask("mapping", "edits", "Usage", { ...found, quantity: "Billable" }),
    );
    const settings = book.snapshot.grids.find(({ sheet }) => sheet === "Settings")!;
    expect(settings.columns.map(({ texts }) => [...texts])).toEqual([
      ["Key", "Mapping: Usage"],
      ["Value", "Quantity = Billable"],
    ]);
    const { fields } = sessionOf(book).ask("mapping", "view", "Usage");
    expect(fields.find(({ field }) => field === "quantity")?.header).toBe("Billable");
    expect(sessionOf(book).ask("mapping", "edits", "Usage", found)).toEqual([
      { at: { sheet: "Settings", row: 1, column: 1 }, value: "" },
    ]);
  });

  it("leaves a column unread that would be found", async () => {
    const rows = [
      ["Contract ID", "Meter", "Date", "Quantity", "Event ID"],
      ["C1", "Calls", "2026-10-05", 5, "same"],
      ["C1", "Calls", "2026-10-06", 5, "same"],
    ];
    const book = await bookOfSheets({ Usage: rows });
    const choice = {
      contractId: "Contract ID",
      meter: "Meter",
      date: "Date",
      quantity: "Quantity",
      eventId: "",
    };
    const before = sessionOf(book).ask("mapping", "view", "Usage", choice);
    expect(before.fields.find(({ field }) => field === "eventId")?.header).toBeUndefined();
    expect(before.headers).toContain("Event ID");
    const after = await written(book, sessionOf(book).ask("mapping", "edits", "Usage", choice));
    const settings = after.snapshot.grids.find(({ sheet }) => sheet === "Settings")!;
    expect([...settings.columns[1]!.texts]).toEqual(["Value", "Event ID ="]);
    const { fields } = sessionOf(after).ask("mapping", "view", "Usage");
    expect(fields.find(({ field }) => field === "eventId")).toMatchObject({ header: undefined, good: 0 });
  });

  it("adds a row to Settings that are there", async () => {
    const book = await bookOfSheets({
      Settings: [
        ["Key", "Value"],
        ["Currency", "EUR"],
      ],
      Usage: [
        ["Wer", "Was", "Wann"],
        ["C1", "Calls", "2026-10-05"],
      ],
    });
    const edits = sessionOf(book).ask("mapping", "edits", "Usage", {
      contractId: "Wer",
      meter: "Was",
      date: "Wann",
    });
    expect(edits).toMatchObject({
      sheets: [],
      appended: [
        {
          sheet: "Settings",
          firstRow: 2,
          rows: [[{ value: "Mapping: Usage" }, { value: "Contract ID = Wer; Meter = Was; Date = Wann" }]],
        },
      ],
    });
    const again = sessionOf(await written(book, edits));
    expect(again.ask("mapping", "view", "Usage").fields.find(({ field }) => field === "date")?.header).toBe(
      "Wann",
    );
    expect(again.ask("settings", "view").find(({ name }) => name === "Currency")?.value).toBe("EUR");
  });

  it("refuses one header for two columns, an unknown table, and a Settings sheet of somebody else", async () => {
    const session = sessionOf(
      await bookOfSheets({
        Settings: [["Notes"]],
        Usage: [
          ["Wer", "Was"],
          ["C1", "x"],
        ],
      }),
    );
    const codeOf = (act: () => unknown) => {
      try {
        act();
      } catch (error) {
        return (error as SessionFailure).code;
      }
      return undefined;
    };
    expect(codeOf(() => session.ask("mapping", "edits", "Usage", { contractId: "Wer", meter: "Wer" }))).toBe(
      "BAD_VALUE",
    );
    expect(codeOf(() => session.ask("mapping", "edits", "Usage", { contractId: "Wer" }))).toBe("NAME_TAKEN");
    expect(codeOf(() => session.ask("mapping", "view", "Settings"))).toBe("MISSING");
    const nothing = sessionOf(await bookOfSheets({ Empty: [] }));
    expect(nothing.ask("mapping", "view", "Tiers")).toMatchObject({ sheet: undefined, headers: [] });
    expect(codeOf(() => nothing.ask("mapping", "view", "Tiers", {}, "Elsewhere"))).toBe("MISSING");
  });
});
