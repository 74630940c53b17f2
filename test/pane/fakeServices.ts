import { GridBuilder, type Snapshot, type WritePlan } from "../../src/core/api";
import type { Services } from "../../src/taskpane/services/services";
import type { SessionClient } from "../../src/taskpane/session/client";
import type { WorkbookPort } from "../../src/workbook/port/port";
import { MemoryPort } from "../port/memoryPort";
import {
  checkView,
  explanationView,
  invoiceRows,
  invoiceView,
  mappingView,
  previewView,
  reconcileView,
  settingViews,
  sheetsView,
} from "./fakeViews";

const noPlan: WritePlan = { sheets: [], removedSheets: [], appended: [] };

/** The sheets that the views name, empty but for what a test puts there. */
const sheets = ["Contracts", "Rate card", "Usage", "Invoices", "Invoice lines", "Reconciliation"];
const book: Snapshot = {
  grids: sheets.map((name) => new GridBuilder(name).build()),
  tables: [],
  date1904: false,
  pictures: [],
};

/** What the preview says that it would write. */
const previewedPlan: WritePlan = {
  ...noPlan,
  sheets: previewView.writes.map(({ sheet }) => ({ name: sheet, rows: [[{ value: sheet }]], widths: [] })),
};

/** Services that answer at once: views of fakeViews over a workbook in memory; tests replace what they are about. */
export interface FakeServices {
  readonly services: Services;
  readonly port: MemoryPort;
}

function fakeSession(replaced: Partial<SessionClient>): SessionClient {
  return {
    open: () => Promise.resolve(sheetsView),
    mapping: () => Promise.resolve(mappingView),
    mappingEdits: () => Promise.resolve([]),
    check: () => Promise.resolve(checkView),
    issues: () => Promise.resolve([]),
    preview: () => Promise.resolve(previewView),
    plan: () => Promise.resolve(previewedPlan),
    invoices: () => Promise.resolve(invoiceRows),
    invoice: (number) => Promise.resolve(invoiceView(number)),
    explain: () => Promise.resolve(explanationView),
    usageCells: () =>
      Promise.resolve([
        { sheet: "Usage", row: 1, column: 3 },
        { sheet: "Usage", row: 2, column: 3 },
      ]),
    reconcile: () => Promise.resolve(reconcileView),
    settings: () => Promise.resolve(settingViews),
    settingEdit: () => Promise.resolve([]),
    sampleBook: () => Promise.resolve(noPlan),
    lineAt: () => Promise.resolve({ number: "DRAFT-CT-0007", line: 1 }),
    cancel: () => undefined,
    close: () => undefined,
    ...replaced,
  };
}

export function fakeServices(
  session: Partial<SessionClient> = {},
  port: Partial<WorkbookPort> = {},
): FakeServices {
  return servicesOver(Object.assign(new MemoryPort(book), port), fakeSession(session));
}

/** A workbook in memory and a session, with what the page knows beside them. */
export function servicesOver(port: MemoryPort, session: SessionClient): FakeServices {
  let preparedBy = "";
  return {
    services: {
      port,
      session,
      facts: { host: "Excel", platform: "PC", version: "16.0.1", sets: ["ExcelApi 1.17"] },
      preparedBy: { name: () => preparedBy, remember: (name) => void (preparedBy = name) },
    },
    port,
  };
}
