import { shuffled } from "../../../scripts/example/random";
import { ofSheet, pick, type Mutation } from "../mutation";
import { columnOf, dataRows, insertColumn, type Cell, type Sheet } from "../sheet";

const otherNames: Readonly<Record<string, readonly string[]>> = {
  Contracts: ["Agreements", "Subscriptions", "Contracts 2026", "contract", "Verträge", "Deals"],
  Prices: ["Rate card", "Price list", "Prices 2026", "price", "Preise", "Fees"],
  Usage: [
    "Consumption",
    "Usage Oct",
    "Usage (Oct)",
    "Verbrauch 2026-10",
    "Oct usage",
    "Sheet1",
    "Meter readings",
  ],
};

function addSheet(sheets: Sheet[], name: string, rows: Cell[][], random: () => number): boolean {
  if (sheets.some((sheet) => sheet.name === name)) return false;
  const at = Math.floor(random() * (sheets.length + 1));
  sheets.splice(at, 0, {
    name,
    table: undefined,
    rows,
    headerRow: 0,
    titles: [],
    merges: [],
    hidden: [],
    struck: [],
  });
  return true;
}

const copyOf = (sheet: Sheet, change: (cell: Cell) => Cell): Cell[][] => [
  ...sheet.rows.slice(0, sheet.headerRow + 1).map((row) => [...row]),
  ...dataRows(sheet).map((row) => row.map((cell) => change(cell ?? null))),
];

const isDay = (cell: Cell): boolean => cell !== null && typeof cell === "object" && "day" in cell;

/** The same, in another month. */
const inMonth =
  (month: string) =>
  (cell: Cell): Cell =>
    cell !== null && typeof cell === "object" && "day" in cell
      ? { day: cell.day.replace("2026-10", month).replace("-31", "-30") }
      : cell;

const idOf = (cell: Cell | undefined): string => String(cell).trim();

/** A sum as somebody writes it who copies what is no number. */
const added = (sum: Cell, quantity: Cell): Cell =>
  typeof sum === "number" && typeof quantity === "number" ? sum + quantity : quantity;

/** The quantities of a product, out of Usage and into a column of Contracts that is headed like it. */
const quantitiesBesideContracts: Mutation = {
  kind: "sheets: quantities beside the contracts",
  effect: "same meaning",
  apply: (sheets, random) => {
    const prices = sheets.find(({ table }) => table === "Prices");
    const contracts = sheets.find(({ table }) => table === "Contracts");
    if (!prices || !contracts || columnOf(contracts, "Contract ID") < 0) return false;
    const model = columnOf(prices, "Pricing model");
    const metered = dataRows(prices).filter((row) => row[model] === "per_unit");
    const product = pick(random, metered)?.[columnOf(prices, "Product")];
    if (typeof product !== "string") return false;
    const sums = new Map<string, Cell>();
    const ofUsage = sheets.filter(({ table }) => table === "Usage");
    const isOf = (usage: Sheet, row: Cell[]) => row[columnOf(usage, "Meter")] === product;
    for (const usage of ofUsage) {
      const [id, quantity] = [columnOf(usage, "Contract ID"), columnOf(usage, "Quantity")];
      for (const row of dataRows(usage).filter((each) => isOf(usage, each)))
        sums.set(idOf(row[id]), added(sums.get(idOf(row[id])) ?? 0, row[quantity] ?? 0));
    }
    const id = columnOf(contracts, "Contract ID");
    const contractIds = dataRows(contracts).map((row) => idOf(row[id]));
    // Where Usage writes an id otherwise, its quantities would be lost on the way.
    if (sums.size === 0 || [...sums.keys()].some((key) => !contractIds.includes(key))) return false;
    for (const usage of ofUsage) {
      const head = usage.rows.slice(0, usage.headerRow + 1);
      usage.rows = [...head, ...dataRows(usage).filter((row) => !isOf(usage, row))];
    }
    insertColumn(
      contracts,
      contracts.titles.length,
      product,
      contractIds.map((contractId) => sums.get(contractId) ?? null),
    );
    return true;
  },
};

export const sheetMutations: readonly Mutation[] = [
  quantitiesBesideContracts,
  ofSheet("sheets: another name", "same meaning", (sheet, random, sheets) => {
    const name = pick(random, otherNames[sheet.table!] ?? []);
    if (name === undefined || sheets.some((other) => other.name === name)) return false;
    sheet.name = name;
    return true;
  }),
  {
    kind: "sheets: other order",
    effect: "harmless",
    apply: (sheets, random) => {
      sheets.splice(0, sheets.length, ...shuffled(random, sheets));
      return true;
    },
  },
  {
    kind: "sheets: notes",
    effect: "harmless",
    apply: (sheets, random) =>
      addSheet(sheets, "Notes", [["To do"], ["call Alder"], [], ["check prices", "J."]], random),
  },
  ofSheet(
    "sheets: an old month of usage",
    "same meaning",
    (sheet, random, sheets) => addSheet(sheets, "Usage Sep", copyOf(sheet, inMonth("2026-09")), random),
    ["Usage"],
  ),
  ofSheet("sheets: a copy", "same meaning", (sheet, random, sheets) => {
    const name = pick(random, [`${sheet.name} (2)`, `${sheet.name} old`, `Copy of ${sheet.name}`, "Sheet9"])!;
    return addSheet(
      sheets,
      name,
      copyOf(sheet, (cell) => cell),
      random,
    );
  }),
  ofSheet("sheets: another year beside it", "same meaning", (sheet, random, sheets) => {
    // Days that are texts by now would stay in the month that is billed, and be usage of it.
    if (sheet.table === "Usage" && !dataRows(sheet).some((row) => row.some(isDay))) return false;
    const lastYear = inMonth("2025-10");
    const other = copyOf(sheet, (cell) => (typeof cell === "number" ? cell * 2 : lastYear(cell)));
    return addSheet(sheets, `${sheet.name} 2025`, other, random);
  }),
  ofSheet(
    "sheets: a pivot",
    "same meaning",
    (sheet, random, sheets) =>
      addSheet(
        sheets,
        pick(random, ["Pivot", "Summary", "Usage summary"])!,
        [
          ["Row Labels", "Sum of Quantity"],
          ...dataRows(sheet).map((row) => [row[0] ?? null, 12]),
          ["Grand Total", 99],
        ],
        random,
      ),
    ["Usage"],
  ),
];
