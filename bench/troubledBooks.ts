import { parseIsoDay } from "../src/core/calendar/day";
import { idOf, lineHeader, type Row } from "./bookRows";
import type { Cell } from "./sheetParts";
import type { Sheet } from "./writeSheets";

/** A book with something wrong or unusual in it, and one of the same size without. */
export interface TroubledBook {
  readonly name: string;
  readonly clean: () => readonly Sheet[];
  readonly troubled: () => readonly Sheet[];
}

const OCTOBER = parseIsoDay("2026-10-01")!;
const START = { serial: parseIsoDay("2026-01-01")! };
const DAYS = 31;

const times = (count: number, rowOf: (index: number) => Row) =>
  Array.from({ length: count }, (_, index) => rowOf(index));

function contracts(count: number, customerOf = (index: number) => idOf("A", index)): Sheet {
  const header = ["Contract ID", "Customer ID", "Start date", "Currency"];
  return [
    "Contracts",
    [header, ...times(count, (index) => [idOf("C", index), customerOf(index), START, "EUR"])],
  ];
}

const priceHeader = [
  "Contract ID",
  "Product",
  "Pricing model",
  "Unit price",
  "Effective from",
  "Effective to",
];

/** One price a contract, or as many a contract as there are meters. */
function prices(count: number, meterOf: (index: number) => string = () => "Calls"): Sheet {
  const rowOf = (index: number) => [idOf("C", index), meterOf(index), "per_unit", 0.25, START];
  return ["Prices", [priceHeader, ...times(count, rowOf)]];
}

interface UsageCells {
  readonly contract?: (row: number) => Cell;
  readonly meter?: (row: number) => Cell;
  readonly date?: (row: number) => Cell;
  readonly quantity?: (row: number) => Cell;
  readonly idColumn?: string;
}

const dayOf = (row: number) => OCTOBER + (row % DAYS);

function usage(rows: number, cells: UsageCells = {}): Sheet {
  const {
    contract = (row) => idOf("C", row % 200),
    meter = () => "Calls",
    date = (row) => ({ serial: dayOf(row) }),
    quantity = (row) => 1 + (row % 97),
    idColumn = "Contract ID",
  } = cells;
  const rowOf = (row: number) => [`E${String(row)}`, contract(row), meter(row), date(row), quantity(row)];
  return ["Usage", [["Event ID", idColumn, "Meter", "Date", "Quantity"], ...times(rows, rowOf)]];
}

/** Documents of October 2025 and later, as many a contract as it takes. */
function register(documents: number, count: number): Sheet[] {
  const numberOf = (index: number) => `INV-2025-${String(index + 1).padStart(6, "0")}`;
  const from = { serial: parseIsoDay("2025-10-01")! };
  const to = { serial: parseIsoDay("2025-10-31")! };
  const header = [
    "Invoice number",
    "Status",
    "Type",
    "Customer ID",
    "Contract ID",
    "Period start",
    "Period end",
  ];
  return [
    [
      "Invoices",
      [
        [...header, "Invoice date", "Currency", "Subtotal", "Tax", "Total"],
        ...times(documents, (index) => {
          const contract = index % count;
          return [
            numberOf(index),
            "Issued",
            "Invoice",
            idOf("A", contract),
            idOf("C", contract),
            from,
            to,
            to,
            "EUR",
            10,
            0,
            10,
          ];
        }),
      ],
    ],
    [
      "Invoice lines",
      [
        lineHeader,
        ...times(documents, (index) => [
          numberOf(index),
          1,
          idOf("C", index % count),
          "Calls",
          "usage",
          from,
          to,
          40,
          0.25,
          10,
        ]),
      ],
    ],
  ];
}

const ROWS = 100_000;
const CONTRACTS = 200;
const usageBook = (cells?: UsageCells) => () => [contracts(CONTRACTS), prices(CONTRACTS), usage(ROWS, cells)];

const errors: readonly (readonly [name: string, cells: UsageCells])[] = [
  ["100,000 rows, each of another unknown contract", { contract: (row) => idOf("X", row) }],
  ["100,000 rows, each of one unknown contract", { contract: () => "X1" }],
  ["100,000 quantities that are no numbers", { quantity: (row) => `about ${String(row)}` }],
  ["100,000 quantities that are numbers as text", { quantity: (row) => `1,${String(100 + (row % 900))}.50` }],
  ["100,000 dates that cannot be read", { date: (row) => `day ${String(row)}` }],
  ["100,000 dates outside the contract", { date: (row) => ({ serial: dayOf(row) - 1000 }) }],
  ["100,000 meters without a price", { meter: (row) => `Meter ${String(row)}` }],
  ["100,000 blank meters", { meter: () => "" }],
  [
    "100,000 rows of equal content",
    { contract: () => idOf("C", 0), date: () => ({ serial: OCTOBER }), quantity: () => 5 },
  ],
];

/** 50,000 rows of usage, and so many documents of earlier months, of 200 contracts. */
export const registerBook = (documents: number): readonly Sheet[] => [
  contracts(CONTRACTS),
  prices(CONTRACTS),
  usage(50_000),
  ...register(documents, CONTRACTS),
];

export const troubledBooks: readonly TroubledBook[] = [
  ...errors.map(([name, cells]) => ({ name, clean: usageBook(), troubled: usageBook(cells) })),
  {
    name: "one customer with 3,000 contracts, usage by customer",
    clean: () => [
      contracts(3000),
      prices(3000),
      usage(ROWS, { idColumn: "Customer ID", contract: (row) => idOf("A", row % 3000) }),
    ],
    troubled: () => [
      contracts(3000, () => "A1"),
      prices(3000, (index) => idOf("M", index)),
      usage(ROWS, { idColumn: "Customer ID", contract: () => "A1", meter: (row) => idOf("M", row % 3000) }),
    ],
  },
  {
    name: "4,000 rows of an unknown id among 5,000 customers",
    clean: () => [contracts(5000), prices(5000), usage(4000, { contract: (row) => idOf("C", row) })],
    troubled: () => [contracts(5000), prices(5000), usage(4000, { contract: () => "C00000X" })],
  },
  {
    name: "2 contracts with 4,000 prices each",
    clean: () => [contracts(8000), prices(8000), usage(8000, { contract: (row) => idOf("C", row) })],
    troubled: () => [
      contracts(2),
      [
        "Prices",
        [
          priceHeader,
          ...times(8000, (index) => [idOf("C", index % 2), idOf("M", index), "per_unit", 0.25, START]),
        ],
      ],
      usage(8000, { contract: (row) => idOf("C", row % 2), meter: (row) => idOf("M", row) }),
    ],
  },
  {
    name: "8,000 prices of one product that overlap",
    clean: () => [contracts(8000), prices(8000), usage(8000, { contract: (row) => idOf("C", row) })],
    troubled: () => [
      contracts(2),
      [
        "Prices",
        [priceHeader, ...times(8000, (index) => [idOf("C", index % 2), "Calls", "per_unit", 0.25, START])],
      ],
      usage(8000, { contract: (row) => idOf("C", row % 2) }),
    ],
  },
  {
    name: "10,000 contracts with 10,000 meters",
    clean: () => [contracts(10_000), prices(10_000), usage(10_000, { contract: (row) => idOf("C", row) })],
    troubled: () => [
      contracts(10_000),
      prices(10_000, (index) => idOf("M", index)),
      usage(10_000, { contract: (row) => idOf("C", row), meter: (row) => idOf("M", row) }),
    ],
  },
  {
    name: "50,000 documents in the register of 200 contracts",
    clean: () => [
      contracts(50_000),
      prices(50_000),
      usage(50_000, { contract: (row) => idOf("C", row) }),
      ...register(200, 200),
    ],
    troubled: () => registerBook(50_000),
  },
];
