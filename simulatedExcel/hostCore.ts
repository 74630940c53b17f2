import { References, type ApiHost, type ReadFile } from "./api/apiHost";
import { eventsOf } from "./api/eventSource";
import { namesObject } from "./api/namesObject";
import { rangeAreasObject } from "./api/rangeAreasObject";
import { rangeObject } from "./api/rangeObject";
import { tableObject, tablesObject } from "./api/tableObject";
import { workbookObject } from "./api/workbookObject";
import { worksheetObject } from "./api/worksheetObject";
import { newAddInFunctions, type AddInFunctions } from "./functions/addInFunctions";
import { CellCalculation } from "./functions/cellCalculation";
import { describeFunctions, type FunctionsMetadata } from "./functions/metadata";
import { FunctionRuntime } from "./functions/runtime";
import type { ApiObject } from "./office/apiObject";
import { COMMAND_INVOKED, HostEvents, type ApiEvent } from "./office/hostEvents";
import { Interpreter, type Roots } from "./office/interpreter";
import { Missing } from "./office/missing";
import { currentExcel } from "./office/requirementSets";
import { serviceOf, type AddInState } from "./office/services";
import { reflectShape, type ApiShape } from "./office/shape";
import { pause, schedule } from "./office/time";
import { Transport } from "./office/transport";
import { windowExternal } from "./office/windowExternal";
import { byAddIn, byUser } from "./workbook/change";
import type { Sheet } from "./workbook/sheet";
import { american, type Writing } from "./workbook/typedText";
import { Workbook, type Calculation } from "./workbook/workbook";

export interface CoreOptions {
  /** What isSetSupported answers; default a current Excel for Windows. */
  readonly requirementSets?: Readonly<Record<string, string>>;
  readonly displayLanguage?: string;
  readonly contentLanguage?: string;
  /** Colours by the names of Office.OfficeTheme, `#RRGGBB`; null, as good as undefined on the web, by default. */
  readonly theme?: Readonly<Record<string, string>>;
  readonly culture?: ApiHost["culture"];
  readonly latency?: number;
  readonly webLimits?: boolean;
  /** The value of a formula; 0 where it is undefined. */
  readonly calculate?: Calculation;
  /** The functions that the add-in brings: its functions.json. Cells that call one then show its result. */
  readonly functions?: FunctionsMetadata;
  /** How long the library may take to start, and functions to answer. */
  readonly timeoutMillis?: number;
}

export const TIMEOUT_MILLIS = 30_000;

/** The host without a page: the model, the protocol, and what tests steer it by. Runs in Node and in a browser. */
export interface HostCore {
  readonly book: Workbook;
  readonly external: object;
  readonly transport: Transport;
  readonly controls: { latency: number; webLimits: boolean };
  readonly missing: Missing;
  readonly state: AddInState;
  readonly documentSettings: Map<string, string>;
  readonly functions: AddInFunctions;
  /** Calls of functions that are under way fail. */
  close(): void;
  /** Resolves once cells are calculated, and events that are on their way have been handed over. */
  settle(): Promise<void>;
  /** A click on a command of the ribbon. @returns what event.completed() was given */
  invokeCommand(functionName: string, controlId: string): Promise<unknown>;
}

/** @param library the classes of Office.js, once it has run */
export function newHostCore(
  options: CoreOptions,
  library: () => Readonly<Record<string, unknown>> | undefined,
  files: { readonly read: ReadFile; readonly write: (book: Workbook) => Promise<Uint8Array> },
): HostCore {
  const book = new Workbook();
  const { name, decimal, group } = options.culture ?? cultureOf(options.contentLanguage ?? "en-US");
  book.writing = {
    decimal,
    group,
    ...dateWritingOf(name),
    booleans: [...american.booleans, ...(localBooleans[name.slice(0, 2)] ?? [])],
  };
  book.addSheet("Sheet1");
  const controls = { latency: options.latency ?? 0, webLimits: options.webLimits ?? false };
  const missing = new Missing(lazyShape(library));
  const events = new HostEvents();
  const references = new References();
  const cells = { read: 0, written: 0 };
  const state: AddInState = { paneVisible: false, startupBehavior: "none", ribbonUpdates: [] };
  const worksheets = new WeakMap<Sheet, ApiObject>();
  const host: ApiHost = {
    book,
    references,
    cells,
    events,
    missing,
    culture: { name, decimal, group },
    readFile: files.read,
    make: {
      range: (sheet, area) => rangeObject(host, sheet, area),
      areas: (sheet, areas) => rangeAreasObject(host, sheet, areas),
      worksheet: (sheet) => {
        const made = worksheets.get(sheet) ?? worksheetObject(host, sheet);
        worksheets.set(sheet, made);
        return made;
      },
      table: (table) => tableObject(host, table),
      tables: (sheet) => tablesObject(host, sheet),
      names: (sheet) => namesObject(host, sheet),
    },
  };
  const runtime = new FunctionRuntime(events, options.timeoutMillis ?? TIMEOUT_MILLIS);
  const roots: Roots = {
    workbook: workbookObject(host),
    service: (name) => serviceOf(name, state, runtime.service),
    kept: (id) => references.find(id),
  };
  const functions = newAddInFunctions(runtime, describeFunctions(options.functions));
  const interpreter = new Interpreter(roots, missing);
  const transport = new Transport(
    interpreter,
    controls,
    cells,
    () => {
      book.origin = byAddIn;
    },
    () => {
      book.origin = byUser;
      references.endRequest();
    },
  );
  const calculation = new CellCalculation(book, functions, (fault) => void transport.report(fault));
  if (options.functions) book.calculate = calculation.start;
  if (options.calculate) book.calculate = options.calculate;
  const outbox = newOutbox(book, events);
  const commands = new Map<string, (answer: unknown) => void>();
  return {
    book,
    transport,
    controls,
    missing,
    state,
    documentSettings: book.documentSettings,
    functions,
    close: () => runtime.close(),
    settle: async () => {
      await calculation.settle();
      await outbox.settle();
    },
    invokeCommand: async (functionName, controlId) =>
      await new Promise((resolve, reject) => {
        const commandId = `command-${String(commands.size + 1)}`;
        commands.set(commandId, resolve);
        const source = JSON.stringify({ source: { id: controlId } });
        const isHeard = events.deliver(COMMAND_INVOKED, [commandId, functionName, source]);
        if (!isHeard) reject(new Error("The library has not asked for commands of the ribbon."));
      }),
    external: windowExternal(
      {
        requirementSets: options.requirementSets ?? currentExcel,
        displayLanguage: options.displayLanguage ?? "en-US",
        contentLanguage: options.contentLanguage ?? "en-US",
        theme: options.theme,
        documentUrl: `https://documents.example/${book.name}`,
      },
      {
        events,
        documentSettings: book.documentSettings,
        file: async () => files.write(book),
        execute: async (body, flags) => transport.execute(body, flags),
        commandCompleted: (commandId, status, data) => {
          commands.get(commandId)?.({ status, data });
        },
        notSimulated: (feature) => {
          missing.notSimulated(feature);
        },
      },
    ),
  };
}

const localBooleans: Readonly<Record<string, readonly string[]>> = {
  de: ["WAHR", "FALSCH"],
  fr: ["VRAI", "FAUX"],
};

/** Separators of a language's country, as Windows sets them. */
function cultureOf(language: string): ApiHost["culture"] {
  const parts = new Intl.NumberFormat(language).formatToParts(-12_345.6);
  const part = (type: string): string => parts.find((candidate) => candidate.type === type)?.value ?? "";
  return { name: language, decimal: part("decimal"), group: part("group") };
}

/** In which order a country writes the parts of a date, and with what between. */
function dateWritingOf(language: string): Pick<Writing, "dayFirst" | "dateMark"> {
  const parts = new Intl.DateTimeFormat(language, { timeZone: "UTC" }).formatToParts(0);
  return {
    dayFirst: parts.findIndex(({ type }) => type === "day") < parts.findIndex(({ type }) => type === "month"),
    dateMark: parts.find(({ type }) => type === "literal")?.value ?? "/",
  };
}

function lazyShape(library: () => Readonly<Record<string, unknown>> | undefined): () => ApiShape | undefined {
  let shape: ApiShape | undefined;
  return () => {
    const classes = shape ? undefined : library();
    if (classes) shape = reflectShape(classes);
    return shape;
  };
}

/** Events leave after the answer to the request that caused them, as in Excel. */
function newOutbox(book: Workbook, events: HostEvents): { settle: () => Promise<void> } {
  const waiting: ApiEvent[] = [];
  book.listen((change, origin) => {
    const isFirst = waiting.length === 0;
    waiting.push(...eventsOf(book, change, origin));
    if (isFirst && waiting.length > 0) schedule(() => events.send(waiting.splice(0)), 0);
  });
  const settle = async (): Promise<void> => {
    do {
      await pause(2);
    } while (waiting.length > 0);
  };
  return { settle };
}
