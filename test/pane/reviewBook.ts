import {
  billPeriod,
  CellKind,
  openReview,
  performAct,
  planAct,
  parametersText,
  parseIsoDay,
  parsePeriod,
  planWrites,
  type CellView,
  type PlannedCell,
  type Snapshot,
} from "../../src/core/api";
import { inlineClient } from "../../src/taskpane/client/inlineClient";
import { surroundings } from "../../src/taskpane/session/surroundings";
import { dateStyle } from "../../src/core/sheets/styles";
import { viewCell } from "../../src/core/schema/viewCell";
import { emptyPackage } from "../../src/workbook/xlsx/package/emptyPackage";
import { applyPlan } from "../../src/workbook/xlsx/write/applyPlan";
import { withPlan } from "../port/memoryBook";
import { MemoryPort } from "../port/memoryPort";
import { servicesOver, type FakeServices } from "./fakeServices";
import { newSession, plannedSheets } from "./sessionBooks";

type Sheets = Parameters<typeof plannedSheets>[0];

/** Two customers with a fee and usage each; Ann bills and submits, Ben approves, Dora issues. */
const inputs: Sheets = {
  Customers: [
    ["Customer ID", "Customer name", "Email"],
    ["C1", "Alder Ltd", "pay@alder.example"],
    ["C2", "Birch GmbH", "rechnung@birch.example"],
  ],
  Contracts: [
    ["Contract ID", "Customer ID", "Start", "Currency"],
    ["K1", "C1", "2026-01-01", "EUR"],
    ["K2", "C2", "2026-01-01", "EUR"],
  ],
  Prices: [
    ["Contract ID", "Price ID", "Product", "Model", "Meter", "Unit price", "Flat fee", "Timing"],
    ["K1", "P1", "Calls", "per_unit", "calls", 0.5, null, null],
    ["K2", "P2", "Base", "flat", null, null, 80, "arrears"],
  ],
  Usage: [
    ["Contract ID", "Meter", "Date", "Quantity", "Event ID"],
    ["K1", "calls", "2026-10-05", 200, "E1"],
    ["K1", "calls", "2026-10-21", 40, "E2"],
  ],
  Policy: [
    ["Person", "Role", "Limit"],
    ["Ann", "Preparer", null],
    ["Ben", "Approver", 100],
    ["Cleo", "All", null],
  ],
};

const empty: Snapshot = { grids: [], tables: [], date1904: false, pictures: [] };
const day = parseIsoDay("2026-10-31")!;

/** The book billed for October by Ann: two drafts, of 120.00 and 80.00 euros. */
export function billedBook(more: Sheets = {}): Snapshot {
  const sheets = plannedSheets({ ...inputs, ...more });
  const snapshot = withPlan(empty, { sheets, removedSheets: [], appended: [] });
  const { sha256, engineVersion } = surroundings;
  const period = parsePeriod("2026-10");
  const result = billPeriod(snapshot, {
    period,
    asOf: day,
    giveNumbers: false,
    review: { by: "Ann", sha256 },
  });
  if (!result.ok) throw new Error(result.reason);
  const { plan } = planWrites(result.run, snapshot, {
    when: { day, time: 0 },
    who: "Ann",
    engineVersion,
    sha256,
    parameters: parametersText(result.run, false),
    sheetLimit: 0,
  });
  return withPlan(snapshot, plan);
}

/** The same book once Ann has submitted, and Cleo approved and issued everything. */
export function issuedBook(more: Sheets = {}): Snapshot {
  const acts = [
    ["submit", "Ann"],
    ["approve", "Cleo"],
    ["issue", "Cleo"],
  ] as const;
  return acts.reduce((snapshot, [act, by]) => {
    const when = { day, time: 0 };
    const { sha256, engineVersion } = surroundings;
    const all = { numbers: undefined, period: undefined, customerId: undefined, comment: "" };
    const result = performAct(openReview(snapshot, sha256), { act, by, when, engineVersion, ...all });
    if (!result.ok) throw new Error(result.reason);
    return withPlan(snapshot, planAct(result.run, { when, who: by, engineVersion, sha256, logo: undefined }));
  }, billedBook(more));
}

/** As a file, with calls at 0.40 where the book has 0.50. */
export async function cheaperFile(): Promise<File> {
  const [header, calls, ...others] = inputs["Prices"]!;
  const cheaper = calls!.map((cell) => (cell === 0.5 ? 0.4 : cell));
  const { grids } = issuedBook({ Prices: [header!, cheaper, ...others] });
  const sheets = grids.map((grid) => ({
    name: grid.sheet,
    rows: Array.from({ length: grid.rowCount }, (_, row) =>
      grid.columns.map((_column, at) => plannedCell(viewCell(grid, row, at))),
    ),
    widths: [],
  }));
  const bytes = applyPlan(emptyPackage(), { sheets, removedSheets: [], appended: [] });
  const file = new File([new Uint8Array(bytes)], "cheaper.xlsx");
  // What jsdom has of files cannot be read.
  return Object.assign(file, { arrayBuffer: () => Promise.resolve(bytes.buffer) });
}

function plannedCell({ kind, number, text }: CellView): PlannedCell | null {
  if (kind === CellKind.blank) return null;
  if (kind === CellKind.date) return { value: number, style: dateStyle };
  return { value: kind === CellKind.text ? text : number };
}

/** The pane's services over a workbook, with its engine. */
export const servicesOf = (snapshot: Snapshot): FakeServices =>
  servicesOver(new MemoryPort(snapshot), inlineClient(newSession));
