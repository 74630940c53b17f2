import { GridBuilder, type Snapshot, type WritePlan } from "../../src/core/api";
import type { Services } from "../../src/taskpane/services/services";
import {
  callsBy,
  type AnswerOf,
  type AskedReport,
  type QuestionTo,
  type SessionClient,
} from "../../src/taskpane/client/sessionClient";
import * as views from "../../src/taskpane/reports/reportViews";
import type { Call } from "../../src/taskpane/session/messages";
import { Session } from "../../src/taskpane/session/session";
import { FilePort } from "../../src/workbook/file/filePort";
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

/** Answers by report and question. */
type FakeAnswers = {
  readonly [Report in AskedReport]?: {
    readonly [Question in QuestionTo<Report>]?: (...given: never[]) => Promise<AnswerOf<Report, Question>>;
  };
};
type FakeSession = FakeAnswers & { readonly cancel?: () => void };

const answers = {
  sheets: { view: () => Promise.resolve(sheetsView) },
  mapping: { view: () => Promise.resolve(mappingView), edits: () => Promise.resolve([]) },
  check: { view: () => Promise.resolve(checkView), issues: () => Promise.resolve([]) },
  preview: { view: () => Promise.resolve(previewView), plan: () => Promise.resolve(previewedPlan) },
  review: {
    view: () => Promise.resolve(invoiceRows),
    invoice: (number: string) => Promise.resolve(invoiceView(number)),
    explain: () => Promise.resolve(explanationView),
    usageCells: () =>
      Promise.resolve([
        { sheet: "Usage", row: 1, column: 3 },
        { sheet: "Usage", row: 2, column: 3 },
      ]),
    lineAt: () => Promise.resolve({ number: "DRAFT-CT-0007", line: 1 }),
  },
  reconcile: {
    view: () => Promise.resolve(reconcileView),
    asItIs: () => Promise.resolve({ ...reconcileView, held: [], findings: [] }),
  },
  settings: { view: () => Promise.resolve(settingViews), edit: () => Promise.resolve([]) },
  sample: { plan: () => Promise.resolve(noPlan) },
} satisfies FakeAnswers;

/** A report that has no fake answers is answered by the engine, over the empty sheets. */
function fakeSession({ cancel = () => undefined, ...replaced }: FakeSession): SessionClient {
  const engine = new Session({ engineVersion: "0", sha256: () => "0".repeat(64) }, views);
  engine.open(book);
  type Answers = Readonly<
    Record<string, Readonly<Record<string, (...given: unknown[]) => Promise<unknown>>>>
  >;
  const answer = (call: Call): Promise<unknown> => {
    if (call.kind !== "ask") return Promise.resolve();
    const { report, question, given } = call;
    const [replacement, fake] = [replaced, answers].map(
      (answerSet) => (answerSet as Answers)[report]?.[question],
    );
    // What the engine throws must not be thrown at whoever asks.
    return (replacement ?? fake)?.(...given) ?? Promise.resolve().then(() => engine.answer(call));
  };
  return { ...callsBy(answer), cancel, close: () => undefined };
}

export function fakeServices(session: FakeSession = {}, port: Partial<WorkbookPort> = {}): FakeServices {
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
      readBook: async (file) => {
        const opened = await FilePort.open(file.name, new Uint8Array(await file.arrayBuffer()));
        return opened.ok ? opened.value.read() : opened;
      },
      preparedBy: { name: () => preparedBy, remember: (name) => void (preparedBy = name) },
    },
    port,
  };
}
