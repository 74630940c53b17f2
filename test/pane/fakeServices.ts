import type { CellEdit, CellRef, Snapshot } from "../../src/core/api";
import type { Services } from "../../src/taskpane/app/services";
import type { SessionClient } from "../../src/taskpane/session/client";
import type { PortFailure, PortResult, WorkbookPort } from "../../src/workbook/port";
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

const snapshot = (): Snapshot => ({ grids: [], tables: [], date1904: false, pictures: [] });
const emptyPlan = { sheets: [], removedSheets: [], appended: [] };

/** Services that answer at once with the views of fakeViews; tests replace what they are about. */
export interface FakeServices {
  readonly services: Services;
  readonly revealed: CellRef[][];
  readonly edited: CellEdit[];
  /** As if a person had typed on the sheet. */
  readonly edit: (sheet: string) => void;
  /** The next call of the port fails with this. */
  readonly failNext: (failure: PortFailure) => void;
}

function fakeSession(replaced: Partial<SessionClient>): SessionClient {
  return {
    open: () => Promise.resolve(sheetsView),
    mapping: () => Promise.resolve(mappingView),
    mappingEdits: () => Promise.resolve([]),
    check: () => Promise.resolve(checkView),
    preview: () => Promise.resolve(previewView),
    plan: () => Promise.resolve(emptyPlan),
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
    sampleBook: () => Promise.resolve(emptyPlan),
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
  const revealed: CellRef[][] = [];
  const edited: CellEdit[] = [];
  const listeners = new Set<(sheet: string) => void>();
  let next: PortFailure | undefined;
  const answer = <Value>(value: () => Value): Promise<PortResult<Value>> => {
    const failure = next;
    next = undefined;
    return Promise.resolve(failure === undefined ? { ok: true, value: value() } : { ok: false, failure });
  };
  const fakePort: WorkbookPort = {
    host: "excel",
    name: () => "harbour.xlsx",
    read: () => answer(snapshot),
    apply: () =>
      answer(() => ({
        sheets: [
          { name: "Invoices", action: "changed" as const },
          { name: "DRAFT-CT-0000", action: "created" as const },
        ],
      })),
    undo: () => answer(() => undefined),
    edit: (edits) => answer(() => void edited.push(...edits)),
    reveal: (cells) => answer(() => void revealed.push([...cells])),
    insertFormula: () => answer(() => ({ sheet: "Usage", row: 4, column: 5 })),
    activeCell: () => answer(() => ({ sheet: "Invoice lines", row: 4, column: 5 })),
    onEdit: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    ...port,
  };
  let preparedBy = "";
  const facts = { host: "Excel", platform: "PC", version: "16.0.1", sets: ["ExcelApi 1.17"] };
  return {
    services: {
      port: fakePort,
      session: fakeSession(session),
      facts,
      preparedBy: { name: () => preparedBy, remember: (name) => void (preparedBy = name) },
    },
    revealed,
    edited,
    edit: (sheet) => listeners.forEach((listener) => listener(sheet)),
    failNext: (failure) => {
      next = failure;
    },
  };
}
