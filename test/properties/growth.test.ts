import { Session, type Profiler } from "node:inspector";
import { setFlagsFromString } from "node:v8";
import { billPeriod } from "../../src/core/run/billingRun";
import { planWrites } from "../../src/core/run/planWrites";
import type { Snapshot } from "../../src/core/grid/grid";
import { sheet, workbook, type Cell } from "./support/sheets";

const OCTOBER = 46_296;
const date = (day: number): Cell => ({ date: OCTOBER + day });
const idOf = (letter: string, index: number) => `${letter}-${String(index + 1).padStart(5, "0")}`;
type Row = readonly Cell[];
const times = (count: number, rowOf: (index: number) => Row) =>
  Array.from({ length: count }, (_, index) => rowOf(index));

interface Size {
  readonly contracts: number;
  readonly pricesOfContract?: number;
  readonly rows: number;
  readonly documents?: number;
  /** The contract that a row of usage names; by default each in turn. */
  readonly contractOf?: (row: number) => string;
  readonly meterOf?: (row: number) => string;
  /** All prices of a contract are of one meter, for different products. */
  readonly isOneMeter?: boolean;
  /** All contracts are of one customer, whom the rows name. */
  readonly isOneCustomer?: boolean;
}

/** A book as large as it is told. */
function bookOf(size: Size): Snapshot {
  const { contracts, rows, pricesOfContract = 1, documents = 0 } = size;
  const { isOneMeter = false, isOneCustomer = false } = size;
  const {
    contractOf = (row: number) => idOf("C", row % contracts),
    meterOf = (row: number) =>
      isOneCustomer ? idOf("M", row % contracts) : idOf("M", row % pricesOfContract),
  } = size;
  const customerOf = (index: number) => (isOneCustomer ? "K-1" : idOf("K", index));
  const named = isOneCustomer ? "Customer ID" : "Contract ID";
  return workbook([
    sheet("Contracts", [
      ["Contract ID", "Customer ID", "Start date", "Currency"],
      ...times(contracts, (index) => [idOf("C", index), customerOf(index), date(-100), "EUR"]),
    ]),
    sheet("Prices", [
      ["Contract ID", "Product", "Meter", "Pricing model", "Unit price"],
      ...times(contracts * pricesOfContract, (index) => {
        const contract = Math.floor(index / pricesOfContract);
        const meter = isOneCustomer ? contract : index % pricesOfContract;
        const priced = idOf("M", isOneMeter ? 0 : meter);
        return [idOf("C", contract), idOf("M", meter), priced, "per_unit", 0.25];
      }),
    ]),
    sheet("Usage", [
      [named, "Meter", "Date", "Quantity", "Event ID"],
      ...times(rows, (row) => [
        isOneCustomer ? "K-1" : contractOf(row),
        meterOf(row),
        date(row % 31),
        1 + (row % 7),
        `E${String(row)}`,
      ]),
    ]),
    sheet("Invoices", [
      [
        "Invoice number",
        "Status",
        "Contract ID",
        "Period start",
        "Period end",
        "Invoice date",
        "Currency",
        "Total",
      ],
      ...times(documents, (index) => [
        idOf("INV", index),
        "Issued",
        idOf("C", index % contracts),
        date(-30),
        date(-1),
        date(-1),
        "EUR",
        5,
      ]),
    ]),
    sheet("Invoice lines", [
      ["Invoice number", "Line", "Contract ID", "Product", "Kind", "Period start", "Period end", "Amount"],
      ...times(documents, (index) => [
        idOf("INV", index),
        1,
        idOf("C", index % contracts),
        "M-00001",
        "usage",
        date(-30),
        date(-1),
        5,
      ]),
    ]),
  ]);
}

const options = {
  when: { day: OCTOBER, time: 0 },
  who: "",
  engineVersion: "0",
  sha256: () => "",
  parameters: "",
  sheetLimit: 5,
};

function bill(book: Snapshot): void {
  const result = billPeriod(book, {
    period: { from: OCTOBER, to: OCTOBER + 30 },
    asOf: undefined,
    giveNumbers: false,
  });
  if (!result.ok) throw new Error(result.reason);
  planWrites(result.run, book, options);
}

const session = new Session();
const post = <Answer>(method: string, parameters: object = {}): Answer => {
  let answer: Answer | undefined;
  session.post(method, parameters, (error, given) => {
    if (error) throw error;
    answer = given as Answer;
  });
  return answer!;
};

/** How often the blocks of the engine's code ran, all together: the same in every run, however fast the machine is. */
function stepsOf(work: () => void): number {
  post("Profiler.takePreciseCoverage");
  work();
  const { result } = post<Profiler.TakePreciseCoverageReturnType>("Profiler.takePreciseCoverage");
  return result
    .filter(({ url }) => url.includes("/src/core/"))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
    .reduce((steps, { count }) => steps + count, 0);
}

interface Allocations {
  readonly selfSize: number;
  readonly children: readonly Allocations[];
}

const bytesIn = ({ selfSize, children }: Allocations): number =>
  children.reduce((bytes, child) => bytes + bytesIn(child), selfSize);

/** About how many bytes were allocated, garbage too: copies of lists are made by the machine and are no steps. */
function bytesOf(work: () => void): number {
  const collected = { includeObjectsCollectedByMajorGC: true, includeObjectsCollectedByMinorGC: true };
  post("HeapProfiler.startSampling", { samplingInterval: 32_768, ...collected });
  work();
  const { profile } = post<{ readonly profile: { readonly head: Allocations } }>("HeapProfiler.stopSampling");
  return bytesIn(profile.head);
}

const growing: readonly (readonly [name: string, sizeOf: (times: number) => Size])[] = [
  ["rows", (by) => ({ contracts: 20, rows: 300 * by })],
  ["contracts", (by) => ({ contracts: 25 * by, rows: 100 })],
  ["prices of a contract", (by) => ({ contracts: 2, pricesOfContract: 25 * by, rows: 100 })],
  ["prices of a meter", (by) => ({ contracts: 1, pricesOfContract: 200 * by, rows: 100, isOneMeter: true })],
  ["meters", (by) => ({ contracts: 2, pricesOfContract: 25 * by, rows: 50 * by })],
  [
    "contracts and meters alike",
    (by) => ({
      contracts: 25 * by,
      rows: 25 * by,
      meterOf: (row: number) => idOf("M", row),
    }),
  ],
  ["issues, one a row", (by) => ({ contracts: 20, rows: 100 * by, contractOf: (row) => idOf("X", row) })],
  ["contracts of a customer", (by) => ({ contracts: 25 * by, rows: 50 * by, isOneCustomer: true })],
  ["documents in the register", (by) => ({ contracts: 20, rows: 100, documents: 50 * by })],
];

describe("the work of a run grows no faster than", () => {
  beforeAll(() => {
    // Optimized code does not count all of its calls, and code that is thrown away loses its counts.
    for (const flag of ["--no-opt", "--no-flush-bytecode"]) setFlagsFromString(flag);
    session.connect();
    post("Profiler.enable");
    post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
    // What is made once and kept is no part of any size.
    bill(bookOf({ contracts: 3, rows: 20 }));
  });
  afterAll(() => {
    post("Profiler.stopPreciseCoverage");
    post("Profiler.disable");
    session.disconnect();
    for (const flag of ["--opt", "--flush-bytecode"]) setFlagsFromString(flag);
  });

  test.each(growing)("the %s", (_name, sizeOf) => {
    const books = [1, 2, 4].map((by) => bookOf(sizeOf(by)));
    // Texts that are remembered are there for each size.
    bill(books.at(-1)!);
    const [one, two, four] = books.map((book) => stepsOf(() => bill(book)));
    // From two to four times the size comes twice what came from one to two: sorting adds a little, a square doubles it.
    expect((four! - two!) / (two! - one!)).toBeLessThan(2.2);
    expect(two! - one!).toBeGreaterThan(0);
    const [small, , large] = books.map((book) => bytesOf(() => bill(book)));
    expect(large! / small!).toBeLessThan(5.5);
  });
});
