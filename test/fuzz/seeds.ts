import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Snapshot } from "../../src/core/api";
import { sheet, workbook, type Cell } from "../properties/support/sheets";
import { Random } from "./random";

const ROOT = process.cwd();
const FILES = join(ROOT, "test/hardening/files");
/** Books that are billed as they are; the others of the folder are broken already. */
const WHOLE = [
  "e-withpart",
  "inline_color",
  "latin1_part",
  "note_below1",
  "table_totals",
  "printed_invoice_sheet",
];

let packages: readonly Buffer[] | undefined;

/** Small workbooks that people and programs made. */
export function packageSeeds(): readonly Buffer[] {
  packages ??= readdirSync(FILES)
    .filter((name) => WHOLE.includes(name.replace(/\.xlsx$/, "")))
    .sort()
    .map((name) => readFileSync(join(FILES, name)));
  return packages;
}

const CONTRACTS = ["C-1", "C-2", "C-3"];
const MODELS: readonly Cell[][] = [
  ["calls", "graduated", undefined, "100: 0.10; *: 0.05 + 1"],
  ["calls", "per_unit", 1.005, undefined, "Event"],
  ["rows", "per_unit", 0.07],
];

/** The workbook that the files of usage are billed with. */
export function csvBook(): Snapshot {
  return workbook([
    sheet("Contracts", [
      ["Contract ID", "Customer ID", "Start date", "Currency"],
      ...CONTRACTS.map((id, at): Cell[] => [id, `K-${String(at)}`, { date: 46_000 }, "EUR"]),
    ]),
    sheet("Prices", [
      ["Contract ID", "Product", "Meter", "Pricing model", "Unit price", "Tiers", "Rate per"],
      ...CONTRACTS.map((id, at): Cell[] => [id, "Product", ...MODELS[at]!]),
    ]),
    sheet("Meters", [
      ["Meter", "Source meter", "Aggregation", "Filter"],
      ["rows", "calls", "Count", "Region = East"],
    ]),
    sheet("Usage", [
      ["Contract ID", "Meter", "Date", "Quantity", "Event ID"],
      ["C-1", "calls", { date: 46_300 }, 5, "E-7"],
      ["C-2", "calls", { date: 46_301 }, 2.5, undefined],
    ]),
  ]);
}

const HEADERS = [
  "Contract ID,Meter,Date,Quantity,Region,Event ID",
  "Contract ID,Meter,Date,Quantity,Region",
] as const;

function csvText(random: Random, header: string): string {
  const hasIds = header.endsWith("Event ID");
  const rows = Array.from({ length: 5 + random.below(60) }, () => {
    const day = `2026-10-${String(1 + random.below(5)).padStart(2, "0")}`;
    const time = random.pick(["", "", "T10:15", " 23:59:59"]);
    const quantity = (random.below(4000) / 100).toFixed(random.pick([2, 2, 0]));
    const event = hasIds ? [`E-${String(random.below(90))}`] : [];
    return [random.pick(CONTRACTS), "calls", day + time, quantity, random.pick(["East", "West"]), ...event];
  });
  return [header, ...rows.map((row) => row.join(","))].map((line) => `${line}\n`).join("");
}

let texts: readonly string[] | undefined;

/** Files of usage as programs write them. */
export function csvSeeds(): readonly string[] {
  const random = new Random(5);
  texts ??= Array.from({ length: 8 }, (_, index) => csvText(random, HEADERS[index % 2]!));
  return texts;
}
