import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Decimal, type PlannedSheet } from "../../src/core/api";
import { dayCell, numberCell, settingsSheet, sheetOf, textCell, type RealBook } from "./book";
import { readCsvFile } from "./csvFile";

const fileColumns = ["provider", "model", "alternative", "meter", "tier_start_tokens", "usd_price"] as const;
type PriceRow = Readonly<Record<(typeof fileColumns)[number], string>>;

interface Request {
  readonly provider: string;
  readonly model: string;
  readonly alternative: number;
  readonly input_tokens: number;
  readonly output_tokens: number;
}

/** Prices are per million tokens, and so is the usage: a token is 0.000001. */
const TOKENS_PER_UNIT = 1_000_000;
const DAY = "2026-08-01";

/** What one meter of a model costs; without a tier the long price is undefined. */
interface MeterPrice {
  readonly base: string;
  readonly long: string | undefined;
  /** More input tokens than this make the request a long one. */
  readonly limit: number;
}

interface RatedRequest {
  /** R01 to R70, in the order of the file. */
  readonly id: string;
  readonly request: Request;
  readonly input: MeterPrice;
  readonly output: MeterPrice;
}

function priceOf(rows: readonly PriceRow[], request: Request, meter: string): MeterPrice {
  const rowsOfModel = rows.filter(
    (row) =>
      row.provider === request.provider &&
      row.model === request.model &&
      row.alternative === String(request.alternative) &&
      row.meter === meter,
  );
  const base = rowsOfModel.find((row) => row.tier_start_tokens === "0");
  const [long, ...more] = rowsOfModel.filter((row) => row !== base);
  if (!base || more.length > 0) throw new Error(`${request.model} has no such price list for ${meter}`);
  const limit = long ? Number(long.tier_start_tokens) : Infinity;
  return { base: base.usd_price, long: long?.usd_price, limit };
}

function readRequests(folder: string): RatedRequest[] {
  const rows = readCsvFile(join(folder, "prices.csv"), fileColumns);
  const answers = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as {
    readonly rating: readonly Request[];
  };
  return answers.rating.map((request, index) => ({
    id: `R${String(index + 1).padStart(2, "0")}`,
    request,
    input: priceOf(rows, request, "input_mtok"),
    output: priceOf(rows, request, "output_mtok"),
  }));
}

const units = (tokens: number) => new Decimal(tokens).dividedBy(TOKENS_PER_UNIT);
const isLong = ({ request, input }: RatedRequest) => request.input_tokens > input.limit;

interface PriceSheetRow {
  readonly id: string;
  readonly product: string;
  readonly model: "per_unit" | "volume" | "graduated";
  readonly unitPrice: string;
  readonly tiers: string;
}

/** A bound is inclusive, as the price lists mean it: 200,000 tokens still pay the base price. */
function tiersOf({ base, long, limit }: MeterPrice): string {
  return long === undefined ? `*: ${base}` : `${units(limit).toString()}: ${base}; *: ${long}`;
}

/** The tier holds the whole request: input by its own quantity, output by a filter, as input decides for it too. */
function cliffPrices({ id, input, output }: RatedRequest): PriceSheetRow[] {
  const perUnit = { id, model: "per_unit", tiers: "" } as const;
  return [
    { id, product: "Input tokens", model: "volume", unitPrice: "", tiers: tiersOf(input) },
    { ...perUnit, product: "Output tokens", unitPrice: output.base },
    { ...perUnit, product: "Output tokens, long context", unitPrice: output.long ?? output.base },
  ];
}

/** The mistake the data set warns of: each tier's share at its own price, output by its own quantity. */
function graduatedPrices({ id, input, output }: RatedRequest): PriceSheetRow[] {
  const graduated = { id, model: "graduated", unitPrice: "" } as const;
  return [
    { ...graduated, product: "Input tokens", tiers: tiersOf(input) },
    { ...graduated, product: "Output tokens", tiers: tiersOf(output) },
  ];
}

const outputMeters = [
  { meter: "Output tokens", filter: "Long context = no" },
  { meter: "Output tokens, long context", filter: "Long context = yes" },
];

function metersSheet(): PlannedSheet {
  return sheetOf("Meters", outputMeters, {
    Meter: ({ meter }) => textCell(meter),
    "Source meter": () => textCell("Output tokens"),
    Filter: ({ filter }) => textCell(filter),
  });
}

/** Every request is a contract of its own, so that each is rated alone. */
function sheetsOf(requests: readonly RatedRequest[], prices: readonly PriceSheetRow[]): PlannedSheet[] {
  const usage = requests.flatMap((rated) => [
    { rated, meter: "Input tokens", tokens: rated.request.input_tokens },
    { rated, meter: "Output tokens", tokens: rated.request.output_tokens },
  ]);
  return [
    settingsSheet({ Currency: "USD", "Line rounding": "invoice" }),
    sheetOf("Contracts", requests, {
      "Contract ID": ({ id }) => textCell(id),
      "Customer ID": ({ request }) => textCell(`${request.provider} ${request.model}`),
      "Start date": () => dayCell(DAY),
    }),
    sheetOf("Prices", prices, {
      "Contract ID": ({ id }) => textCell(id),
      Product: ({ product }) => textCell(product),
      "Pricing model": ({ model }) => textCell(model),
      Unit: () => textCell("million tokens"),
      "Unit price": ({ unitPrice }) => (unitPrice === "" ? null : numberCell(unitPrice)),
      Tiers: ({ tiers }) => textCell(tiers),
    }),
    sheetOf("Usage", usage, {
      "Contract ID": ({ rated }) => textCell(rated.id),
      Meter: ({ meter }) => textCell(meter),
      Date: () => dayCell(DAY),
      Quantity: ({ tokens }) => numberCell(units(tokens)),
      "Long context": ({ rated }) => textCell(isLong(rated) ? "yes" : "no"),
    }),
  ];
}

/** Requests to language models at published prices, whose tiers are decided by the input of the request. */
export function llmPricesBooks(folder: string): RealBook[] {
  const requests = readRequests(folder);
  return [
    {
      name: "llm-published-prices",
      shows: "every request at the tier that its input falls in",
      sheets: [...sheetsOf(requests, requests.flatMap(cliffPrices)), metersSheet()],
    },
    {
      name: "llm-prices-graduated",
      shows: "the same requests if the tiers were graduated, which they are not",
      sheets: sheetsOf(requests, requests.flatMap(graduatedPrices)),
    },
  ];
}
