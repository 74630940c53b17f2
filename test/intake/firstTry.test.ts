import type { CaseCell } from "./caseBook";
import { october } from "./smallBook";
import {
  billOf,
  day,
  models,
  onDays,
  pounds,
  reheaded,
  stops,
  warnings,
  type Row,
  type Sheets,
} from "./tradeBook";

/**
 * Five companies that bill for the first time. Their books stop with a cure; cured as the messages say, each bills what was
 * reckoned by hand. Nothing but the named cells and sheets is changed.
 */
const waste: Sheets = {
  Customers: {
    rows: [
      ["Clearway Waste Ltd"],
      ["Trade customers as at 31/10/2026"],
      [],
      ["A/c No", "Business name", "Collection address", "Start of service", "Pmt terms"],
      ["A100", "Old Mill Bakery", "3 Mill Ln", day("2024-04-01"), "30 days"],
      ["A101", "Station Hotel", "1 Station Rd", day("2025-01-06"), "14 days"],
      ["A102", "Elm Primary School", "9 Elm St", day("2026-10-16"), "30 days"],
      [],
      ["3 live accounts"],
    ],
    merge: ["A1:E1", "A2:E2"],
  },
  "Price list": {
    rows: [
      ["Container prices 2026/27"],
      [],
      ["A/c No", "Container", "Rental per month", "Price per lift", "Notes"],
      ["A100", "1100L general", pounds(18), pounds(9.5), "key needed"],
      [null, "240L food", pounds(5), pounds(3.2)],
      ["A101", "1100L general", pounds(54), pounds(28.5), "three bins, one price"],
      ["A102", "1100L general", pounds(18), pounds(9.5)],
    ],
    merge: ["A1:E1", "A4:A5"],
  },
  "Lifts Oct 26": {
    rows: [
      ["Lift log October 2026"],
      [],
      ["Date", "A/c No", "Container", "No. of lifts", "Driver"],
      ...onDays([1, 5, 8, 12, 15, 19, 22, 26, 29], "A100", "1100L general", 1, "Pete"),
      ...onDays([2, 5, 7, 9, 12, 14, 16, 19, 21, 23, 26, 28, 30], "A100", "240L food", 1, "Sue"),
      ...onDays([1, 5, 7, 9, 12, 14, 16, 19, 21, 23, 26, 28, 30], "A101", "1100L general", 1, "Pete"),
      ...onDays([19, 21, 23, 26, 30], "A102", "1100L general", 1, "Pete"),
      [null, null, "Total lifts", { formula: "SUM(D4:D43)", result: 40 }],
    ],
  },
};

const coworking: Sheets = {
  Members: {
    rows: [
      ["LoftWorks Coworking"],
      ["Member list, October 2026"],
      ["Member ID", "Member", "Company", "Membership", "Joined", "Left", "Disc. %", "Key card"],
      ["M1", "Ada Novak", null, "Hot desk", day("2026-03-01"), null, null, "0041"],
      ["M2", "Bo Lind", "Bo GmbH", "Fixed desk", day("2026-01-15"), null, null, "0042"],
      ["M3", "Cy Hart", "Cy Ltd", "Office", day("2025-09-01"), null, 10, "0007"],
      ["M4", "Di Roth", null, "Hot desk", day("2026-10-12"), null, null, "0050"],
    ],
    merge: ["A1:H1", "A2:H2"],
  },
  "Rate card": {
    rows: [
      ["Rates in EUR, net"],
      [],
      ["Membership", "What", "Per month", "Per hour", "Free hours"],
      ["Hot desk", "Desk", 150, null, null],
      ["Hot desk", "Meeting room", null, 12, 0],
      ["Fixed desk", "Desk", 290, null, null],
      ["Fixed desk", "Meeting room", null, 12, 2],
      ["Office", "Desk", 900, null, null],
      ["Office", "Meeting room", null, 12, 10],
    ],
  },
  "Room bookings": {
    rows: [
      ["Booking export"],
      [],
      ["Day", "Member ID", "Item", "From", "To", "Hours"],
      ...(
        [
          [2, "M1", 3],
          [6, "M2", 3],
          [20, "M2", 2.5],
          [8, "M3", 6],
          [22, "M3", 6],
        ] as const
      ).map(([d, m, h]): Row => [
        october(d),
        m,
        "Meeting room",
        { v: 0.375, fmt: "hh:mm" },
        { v: 0.375 + h / 24, fmt: "hh:mm" },
        h,
      ]),
      ["Sum", null, null, null, null, { formula: "SUM(F4:F8)", result: 20.5 }],
    ],
  },
};

const itService: Sheets = {
  Verträge: {
    rows: [
      ["Nordlicht IT-Service – Wartungsverträge"],
      [],
      ["Vertragsnr.", "Kundennr.", "Kunde", "Vertragsbeginn", "Zahlungsziel"],
      ["V-1", "10010", "Kanzlei Brandt", day("2025-02-01"), "14 Tage netto"],
      ["V-2", "10022", "Möbel Petersen", day("2024-11-01"), "30 Tage netto"],
      ["V-3", "10031", "Praxis Dr. Yilmaz", day("2026-05-01"), "30 Tage netto"],
    ],
    merge: ["A1:E1"],
  },
  Preise: {
    rows: [
      ["Stand Oktober 2026"],
      [],
      ["Vertragsnr.", "Leistung", "Pauschale / Monat", "Stundensatz", "Inklusivstunden"],
      ["V-1", "Support", 900, 110, 10],
      ["V-2", "Support", 1450, 98.5, 15],
      ["V-3", "Support", null, 125, null],
    ],
  },
};
const tickets = [
  "Ticket;Vertragsnr.;Datum;Leistung;Dauer (h);Techniker",
  "T-5001;V-1;01.10.2026;Support;4,5;mk",
  "T-5002;V-1;13.10.2026;Support;7,75;mk",
  "T-5003;V-2;02.10.2026;Support;10;as",
  "T-5004;V-2;29.10.2026;Support;4,5;as",
  "T-5005;V-3;15.10.2026;Support;3,75;mk",
].join("\n");

const blocks = "0-10 @ 1.80; 11-30 @ 2.40; 31+ @ 3.10";
const tenth: CaseCell = { v: 0.1, fmt: "0%" };
const water: Sheets = {
  Accounts: {
    rows: [
      ["Rivermouth Water Utility"],
      ["Household accounts"],
      ["Account No", "Name", "Meter No", "Since", "VAT %"],
      ["W-1", "Farah Idris", "M-88121", day("2020-01-01"), tenth],
      ["W-2", "Gus Olsen", "M-88122", day("2020-01-01"), tenth],
      ["W-3", "Hana Sato", "M-88124", day("2021-06-01"), tenth],
    ],
    merge: ["A1:E1"],
  },
  Tariff: {
    rows: [
      ["Tariff 2026 (EUR per m³)"],
      [],
      ["Account No", "Charge", "Fixed charge per month", "Price per m³", "Blocks"],
      ...["W-1", "W-2", "W-3"].flatMap((a): Row[] => [
        [a, "Water", 6.5, null, blocks],
        [a, "Sewage", null, 1.25, null],
      ]),
    ],
  },
  "Readings October": {
    rows: [
      ["Meter readings"],
      [],
      ["Account No", "Reading date", "Previous", "Current", "Consumption (m³)"],
      ["W-1", october(30), 1204, 1212, 8],
      ["W-2", october(30), 880, 907, 27],
      ["W-3", october(31), 3011, 3055, 44],
      ["Total", null, null, null, 79],
    ],
  },
};

const dollars = (v: number): CaseCell => ({ v, fmt: "$#,##0.00" });
const agency: Sheets = {
  Clients: {
    rows: [
      ["Pixel & Pine – Clients"],
      [],
      ["Client code", "Client", "Start", "Terms", "Currency"],
      ["BRK", "Brook Outdoor", day("2026-01-01"), "Net 30", "USD"],
      ["LUM", "Lumen Lighting", day("2025-07-01"), "Net 15", "USD"],
    ],
  },
  Fees: {
    rows: [
      ["Fee schedule"],
      [],
      ["Client code", "Service", "Fee type", "Monthly retainer", "Rate"],
      ...["BRK", "LUM"].flatMap((client): Row[] => [
        [client, "Retainer", "flat", dollars(client === "BRK" ? 2500 : 4000), null],
        [client, "Design hours", "hourly", null, dollars(95)],
        [client, "Ad spend", "percentage", null, { v: 0.15, fmt: "0%" }],
      ]),
    ],
  },
  "Usage 2026": {
    rows: [
      ["Hours and spend by month"],
      [],
      ["Client code", "Item", "Aug", "Sep", "Oct", "Nov", "Total"],
      ["BRK", "Design hours", 10, 14, 12, null, 36],
      ["BRK", "Ad spend", 7000, 7500, 8000, null, 22500],
      ["LUM", "Design hours", 2, 3, 0, null, 5],
      ["LUM", "Ad spend", 11000, 12000, 12500.5, null, 35500.5],
    ],
  },
};

test("waste collection with containers and pick-ups", async () => {
  expect(stops(await billOf(waste))).toEqual(["MISSING_TABLE Customers!A1", "MISSING_COLUMN Price list!A3"]);
  const named = {
    Contracts: waste.Customers!,
    "Usage Lifts Oct 26": reheaded(waste["Lifts Oct 26"]!, {
      Container: "Meter",
      "No. of lifts": "Quantity",
    }),
    Settings: {
      rows: [
        ["Key", "Value"],
        ["Currency", "GBP"],
      ],
    },
  };
  const one = models("Per unit", "Per unit", "Per unit", "Per unit");
  const Prices = reheaded(waste["Price list"]!, { Container: "Product" }, "Pricing model", one);
  const second = await billOf({ ...named, Prices });
  expect(stops(second)).toEqual([4, 5, 6, 7].map((row) => `MODEL_CONFLICT Prices!C${String(row)}`));
  expect(second.errors[0]!.message).toContain(
    "give the fee a row and a product of its own, with the model Flat",
  );
  const [titles, ...rows] = Prices.rows.slice(2);
  const split = rows.flatMap(([account, product, rental, lift]): Row[] => [
    [account ?? "A100", product!, null, lift!, null, "Per unit"],
    [account ?? "A100", `${String(product)} rental`, rental!, null, null, "Flat"],
  ]);
  const cured = await billOf({ ...named, Prices: { rows: [titles!, ...split] } });
  expect([cured.owed, stops(cured)]).toEqual([{ A100: "150.10", A101: "424.50", A102: "56.79" }, []]);
});

test("a coworking space", async () => {
  const first = await billOf(coworking);
  expect(stops(first)).toEqual([
    "MISSING_TABLE Members!A1",
    "MISSING_COLUMN Rate card!A3",
    "AMBIGUOUS_COLUMN Members!C3",
  ]);
  expect(first.errors[0]!.message).toContain("the sheet “Members” has its columns");
  const cured = await billOf({
    Contracts: reheaded(coworking.Members!, { Member: "Customer name" }),
    "Rate card": reheaded(
      coworking["Rate card"]!,
      { What: "Product" },
      "Pricing model",
      models("Flat", "Per unit", "Flat", "Per unit", "Flat", "Per unit"),
    ),
    "Usage Room bookings": coworking["Room bookings"]!,
  });
  expect(cured.owed).toEqual({ M1: "186.00", M2: "332.00", M3: "831.60", M4: "96.77" });
});

test("an IT service provider with retainers and tickets", async () => {
  const first = await billOf(itService, { "tickets.csv": tickets });
  expect(stops(first)).toEqual(["MISSING_COLUMN Preise!A3", "MISSING_COLUMN tickets.csv!line 1"]);
  expect(first.errors[0]!.message).toContain("its cells say one of flat, per_unit");
  expect(first.errors[1]!.message).toContain("these columns hold numbers: “Dauer (h)” (E)");
  const csv = { "tickets.csv": tickets.replace("Dauer (h)", "Menge (h)") };
  const model = models("Per unit", "Per unit", "Per unit");
  const Preise = reheaded(itService.Preise!, {}, "Pricing model", model);
  expect(stops(await billOf({ ...itService, Preise }, csv))).toEqual([
    "MODEL_CONFLICT Preise!C4",
    "MODEL_CONFLICT Preise!C5",
  ]);
  const rows = [
    ...Preise.rows.slice(0, 3),
    ["V-1", "Support", null, 110, 10, "Per unit"],
    ["V-1", "Pauschale", 900, null, null, "Flat"],
    ["V-2", "Support", null, 98.5, 15, "Per unit"],
    ["V-2", "Pauschale", 1450, null, null, "Flat"],
    ["V-3", "Support", null, 125, null, "Per unit"],
  ];
  const cured = await billOf({ ...itService, Preise: { rows } }, csv);
  expect(cured.owed).toEqual({ "V-1": "1147.50", "V-2": "1450.00", "V-3": "468.75" });
});

test("a water utility", async () => {
  expect(stops(await billOf(water))).toEqual(["MISSING_TABLE Accounts!A1", "MISSING_COLUMN Tariff!A3"]);
  const readings = reheaded(water["Readings October"]!, {}, "Meter", models("Water", "Water", "Water"));
  const named = { Contracts: water.Accounts!, "Usage Readings October": readings };
  const model = models(...["W-1", "W-2", "W-3"].flatMap(() => ["Graduated", "Per unit"]));
  const second = await billOf({ ...named, Tariff: reheaded(water.Tariff!, {}, "Pricing model", model) });
  expect(stops(second)).toEqual([4, 6, 8].map((row) => `MODEL_CONFLICT Tariff!C${String(row)}`));
  const titles = [
    "Account No",
    "Charge",
    "Fixed charge per month",
    "Price per m³",
    "Blocks",
    "Pricing model",
    "Meter",
  ];
  const rowsOf = (meter: string | null) =>
    ["W-1", "W-2", "W-3"].flatMap((account): Row[] => [
      [account, "Water", null, null, blocks, "Graduated", null],
      [account, "Standing charge", 6.5, null, null, "Flat", null],
      [account, "Sewage", null, 1.25, null, "Per unit", meter],
    ]);
  const third = await billOf({ ...named, Tariff: { rows: [titles, ...rowsOf(null)] } });
  expect(warnings(third).filter((told) => told.startsWith("PRICE_WITHOUT_USAGE"))).toHaveLength(3);
  const cured = await billOf({ ...named, Tariff: { rows: [titles, ...rowsOf("Water")] } });
  // 30.90, 99.05 and 170.90 and a tenth of each.
  expect(cured.owed).toEqual({ "W-1": "33.99", "W-2": "108.96", "W-3": "187.99" });
  expect(stops(cured)).toEqual([]);
});

test("an advertising agency", async () => {
  const first = await billOf(agency);
  expect(stops(first)).toEqual(["MISSING_TABLE Clients!A1"]);
  expect(first.issues.find(({ at }) => at.sheet === "Usage 2026")?.message).toContain(
    "where each month has a column, write one row for each, with the month under Date",
  );
  const Usage = {
    rows: [
      ["Client code", "Item", "Month", "Quantity"],
      ["BRK", "Design hours", "Oct 2026", 12],
      ["BRK", "Ad spend", "Oct 2026", 8000],
      ["LUM", "Design hours", "Oct 2026", 0],
      ["LUM", "Ad spend", "Oct 2026", 12500.5],
    ],
  };
  const cured = await billOf({ Contracts: agency.Clients!, "Prices Fees": agency.Fees!, Usage });
  expect([cured.owed, stops(cured)]).toEqual([{ BRK: "4840.00", LUM: "5875.08" }, []]);
});
