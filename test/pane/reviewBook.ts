import {
  billPeriod,
  openReview,
  performAct,
  planAct,
  parametersText,
  parseIsoDay,
  parsePeriod,
  planWrites,
  type Snapshot,
} from "../../src/core/api";
import { inlineClient } from "../../src/taskpane/client/inlineClient";
import { surroundings } from "../../src/taskpane/session/surroundings";
import { emptyPackage } from "../../src/workbook/xlsx/package/emptyPackage";
import { applyPlan } from "../../src/workbook/xlsx/write/applyPlan";
import { withPlan } from "../port/memoryBook";
import { MemoryPort } from "../port/memoryPort";
import { planOfBook } from "./bookFile";
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
  const book = issuedBook({ Prices: [header!, cheaper, ...others] });
  const bytes = applyPlan(emptyPackage(), planOfBook(book));
  const file = new File([new Uint8Array(bytes)], "cheaper.xlsx");
  // What jsdom has of files cannot be read.
  return Object.assign(file, { arrayBuffer: () => Promise.resolve(bytes.buffer) });
}

/** The pane's services over a workbook, with its engine. */
export const servicesOf = (snapshot: Snapshot): FakeServices =>
  servicesOver(new MemoryPort(snapshot), inlineClient(newSession));
