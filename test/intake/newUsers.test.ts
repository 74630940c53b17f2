import { coldStore, eau, forwarder, rental, software } from "./newBooks";
import { billOf, models, reheaded, stops, warnings, type Row, type Sheets } from "./tradeBook";

/**
 * Five more companies that bill for the first time, with habits of their own. What a run says is done, cell by cell, until
 * the bill is what was reckoned by hand; nothing else is changed.
 */
const saying = ({ issues }: Awaited<ReturnType<typeof billOf>>, code: string) =>
  issues.filter((issue) => issue.code === code).map(({ message }) => message);

/** A sheet with cells put before or behind those of every row below its header, the first of them its header. */
const rowsOf = (rows: readonly Row[]) => ({ rows });

test("a forwarder with a line a charge and minimums a shipment", async () => {
  const first = await billOf(forwarder);
  expect(stops(first)).toEqual(["MISSING_TABLE Clients!A1", "MISSING_COLUMN Tariff 2026!A1"]);
  expect(first.errors[0]!.message).toContain("the sheet “Clients” has its columns");
  expect(saying(first, "SHEET_NOT_READ")).toEqual([
    expect.stringContaining("call it “Usage Shipments Oct 2026”"),
  ]);
  const model = models(...forwarder["Tariff 2026"]!.rows.slice(1).map(() => "per_unit"));
  const named: Sheets = {
    "Contracts Clients": forwarder.Clients!,
    "Usage Shipments Oct 2026": forwarder["Shipments Oct 2026"]!,
    "Tariff 2026": reheaded(forwarder["Tariff 2026"]!, {}, "Pricing model", model),
  };
  const second = await billOf(named);
  expect(warnings(second)).toEqual([
    "NUMBER_AS_TEXT Tariff 2026!D6",
    "TOTAL_DIFFERS Usage Shipments Oct 2026!E18",
    "COLUMN_NOT_READ Tariff 2026!E1",
  ]);
  expect(saying(second, "COLUMN_NOT_READ").join()).toContain(
    "Minimum is read on Prices and Reminder levels, of each row with Rate per = Event",
  );
  const minimum = reheaded(named["Tariff 2026"]!, { "Min per shipment": "Minimum" });
  const [titles, ...rows] = minimum.rows;
  const byEvent = rows.map((row) => {
    const whole = Array.from({ length: titles!.length }, (_, index) => row[index] ?? null);
    return [...whole, whole[4] === null ? null : "Event"];
  });
  const cured = await billOf({ ...named, "Tariff 2026": rowsOf([[...titles!, "Rate per"], ...byEvent]) });
  // H01: 252.00 and, for 42.00, 60.00; 49.00 + 50.00 + 45.00. H02: 585 + 120 + 30 + 100. H03: 180 + 26.25 + 25.
  expect(cured.owed).toEqual({ H01: "456.00", H02: "835.00", H03: "231.25" });
  expect(stops(cured)).toEqual([]);
});

test("software by plans, with seats beside the customer", async () => {
  const first = await billOf(software);
  expect(stops(first)).toEqual(["MISSING_COLUMN Subscriptions!A2", "MISSING_COLUMN API usage!A1"]);
  const named: Sheets = {
    ...software,
    Subscriptions: reheaded(software.Subscriptions!, { Company: "Customer" }),
    "API usage": reheaded(software["API usage"]!, { Calls: "Quantity" }),
  };
  const second = await billOf(named);
  expect([second.owed, stops(second)]).toEqual([{}, ["QUANTITIES_NOT_READ Subscriptions!D2"]]);
  expect(second.errors[0]!.holds).toEqual(["S-01", "S-02", "S-03"]);
  expect(saying(second, "PRICE_WITHOUT_USAGE")).toEqual([]);
  const [titles, ...rows] = software["Price list"]!.rows;
  const others = rows.filter(([, , item]) => item !== "Seats");
  const seats = (id: string, price: string, quantity: number): Row => [
    ...[null, id, "Seats", "per seat", price, null, null, null, quantity],
  ];
  const cured = await billOf({
    ...named,
    "Price list": rowsOf([
      [...titles!, "Quantity"],
      ...others,
      seats("S-01", "$18.00", 12),
      seats("S-02", "$12.00", 3),
      seats("S-03", "$15.00", 40),
    ]),
  });
  // S-01: (99 + 216 + 13) less 10 %. S-02: 11 of 31 days of 29 and 36. S-03: (99 + 600 + 104) less 15 %.
  expect(cured.owed).toEqual({ "S-01": "295.20", "S-02": "23.06", "S-03": "682.55" });
  expect(stops(cured)).toEqual([]);
});

test("machines for hire in one German sheet, with deposits", async () => {
  const first = await billOf(rental);
  expect(stops(first)).toEqual(["MISSING_TABLE Mietverträge!A1"]);
  const named: Sheets = {
    "Contracts Mietverträge": rental.Mietverträge!,
    "Usage Einsatztage Oktober": rental["Einsatztage Oktober"]!,
  };
  const second = await billOf(named);
  expect(stops(second)).toContain("MISSING_COLUMN Usage Einsatztage Oktober!A1");
  expect(saying(second, "MISSING_COLUMN").join()).toContain("“Tage” (D)");
  const cured = await billOf({
    ...named,
    "Usage Einsatztage Oktober": reheaded(rental["Einsatztage Oktober"]!, { Tage: "Menge" }),
    Settings: rowsOf([
      ["Key", "Value"],
      ["Currency", "EUR"],
    ]),
  });
  // 6.5 × 145.00, 5 × 38.50 and 31 × 9.90, with 19 %; the deposit is named and not billed.
  expect(cured.owed).toEqual({ "M-501": "1121.58", "M-502": "229.08", "M-503": "365.21" });
  expect(stops(cured)).toEqual([]);
  expect(warnings(cured)).toContain("COLUMN_NOT_READ Contracts Mietverträge!F3");
});

test("water in French, with readings and bands", async () => {
  const first = await billOf(eau);
  expect(first.errors[0]!.message).toContain("the sheet “Abonnés” has its columns");
  const cured = await billOf({
    Contrats: eau.Abonnés!,
    Tarifs: eau.Tarifs!,
    "Usage Relevés octobre 2026": eau["Relevés octobre 2026"]!,
  });
  // 21 × 1.20 + 4.50; 30 × 1.20 + 32.5 × 1.85 + 4.50; 6 × 1.20 + 12 of 31 days of 4.50; and 5.5 %.
  expect(cured.owed).toEqual({ "A-101": "31.33", "A-102": "106.16", "A-103": "9.43" });
  expect(warnings(cured)).toEqual([
    "COLUMN_NOT_READ Usage Relevés octobre 2026!D1",
    "COLUMN_NOT_READ Usage Relevés octobre 2026!E1",
    "DATE_AS_TEXT Usage Relevés octobre 2026!C2",
  ]);
});

test("a cold store with merged accounts and subtotals", async () => {
  const first = await billOf(coldStore);
  expect(first.errors[0]!.message).toContain("the sheet “Customers” has its columns");
  const named: Sheets = {
    Contracts: coldStore.Customers!,
    Rates: coldStore.Rates!,
    "October usage": reheaded(coldStore["October usage"]!, { "Week ending": "Date" }),
  };
  expect(stops(await billOf(named))).toContain("AMBIGUOUS_COLUMN Contracts!B1");
  const cured = await billOf({ ...named, Contracts: reheaded(named.Contracts!, { Account: "Customer ID" }) });
  // 1,320 × 0.62 + 12 × 4.50; 270 × 0.70 + 8 × 5.00, at least 400.00.
  expect(cured.owed).toEqual({ CS1: "872.40", CS2: "400.00" });
  expect(stops(cured)).toEqual([]);
});
