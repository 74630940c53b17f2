import { october } from "./smallBook";
import { copiers, estudio, laadpalen, lawyers, racks } from "./moreBooks";
import { billOf, reheaded, stops, warnings, type Row, type Sheets } from "./tradeBook";

/** Five more first months, in English, Dutch and Spanish; figures were reckoned by hand before the first run. */

test("copiers with counters before and now, and prices in pence", async () => {
  const first = await billOf(copiers);
  expect(stops(first)).toEqual(["MONEY_IN_PARTS Prices!D2"]);
  expect(first.errors[0]!.message).toContain("write 0.31 for 31 p");
  expect(warnings(first)).toContain("SHEET_NOT_READ Meter readings Oct!A1");
  const pounds = [0.0045, 0.042, 0.004, 0.039];
  const named: Sheets = {
    Contracts: copiers.Contracts!,
    Prices: {
      rows: copiers.Prices!.rows.map((row, index) =>
        index === 0 ? row : [...row.slice(0, 3), pounds[index - 1]!],
      ),
    },
    "Usage Meter readings Oct": copiers["Meter readings Oct"]!,
  };
  const second = await billOf(named);
  expect(stops(second)).toEqual(["MISSING_COLUMN Usage Meter readings Oct!A1"]);
  expect(second.errors[0]!.message).toContain("“Previous” (D), “Current” (E)");
  const readings = reheaded(named["Usage Meter readings Oct"]!, {}, "Quantity", [3000, 150, 12500, 2000]);
  const cured = await billOf({ ...named, "Usage Meter readings Oct": readings });
  // 13.50 + 6.30, at least 25.00; 50.00 + 78.00.
  expect([cured.owed, stops(cured)]).toEqual([{ "C-77": "25.00", "C-78": "128.00" }, []]);
});

test("a law firm with time in hours and minutes", async () => {
  const first = await billOf(lawyers);
  expect(stops(first)).toEqual(["MISSING_TABLE Matters!A1"]);
  const named: Sheets = {
    "Contracts Matters": reheaded(lawyers.Matters!, { "Courtesy discount": "Discount" }),
    Rates: lawyers.Rates!,
    "Usage Time entries October": lawyers["Time entries October"]!,
  };
  const second = await billOf(named);
  expect(stops(second)).toEqual(["MISSING_COLUMN Usage Time entries October!A1"]);
  expect(second.errors[0]!.message).toContain("these columns hold numbers: “Time” (D)");
  const cost: Row = ["2026-014", october(20), 85, "court fee", "OTHER"];
  const cured = await billOf({
    ...named,
    "Usage Time entries October": reheaded(named["Usage Time entries October"]!, { Time: "Quantity" }),
    Adjustments: { rows: [["Matter", "Date", "Amount", "Description", "Reason code"], cost] },
  });
  // (1.5 × 520 + 34 × 310) less 5 %, and 85.00; 2 × 560.
  expect([cured.owed, stops(cured)]).toEqual([{ "2026-014": "10839.00", "2026-031": "1120.00" }, []]);
});

test("charging in Dutch is billed at the first try", async () => {
  const run = await billOf(laadpalen);
  // 53 × 0.39 + 2 × 0.50; 100.5 × 0.42 + 17 of 31 days of 4.95; and 21 %.
  expect([run.owed, stops(run)]).toEqual([{ "L-1": "26.22", "L-2": "54.35" }, []]);
  expect(warnings(run).filter((told) => !/^(?:NUMBER|DATE)_AS_TEXT/.test(told))).toEqual([]);
});

test("a studio in Spanish is billed at the first try", async () => {
  const run = await billOf(estudio);
  // (39.00 + 3 × 9.50) less 10 %; 79.00.
  expect([run.owed, stops(run)]).toEqual([{ "E-1": "60.75", "E-2": "79.00" }, []]);
});

test("a data centre with charges by the month and once", async () => {
  const first = await billOf(racks);
  expect(stops(first)).toEqual(["NOT_A_DATE Usage 2026!C2", "MISSING_COLUMN Usage 2026!A1"]);
  const [header, [agreement, service, , kWh]] = racks["Usage 2026"]!.rows as [Row, Row];
  const cured = await billOf({
    ...racks,
    "Usage 2026": {
      rows: [
        [...header.slice(0, 3), "Quantity"],
        [agreement!, service!, "2026-10-31", kWh!],
      ],
    },
  });
  // 16 of 31 days of 620 and 45, 900 + 150 once, 412.5 × 0.241; and 25 %.
  expect([cured.owed, stops(cured)]).toEqual([{ "DC-9": "1865.80" }, []]);
});
