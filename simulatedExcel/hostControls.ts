import type { AddInFunctions } from "./functions/addInFunctions";
import type { HostCore } from "./hostCore";
import type { Injected } from "./office/interpreter";
import type { Lack } from "./office/leftOut";
import type { RibbonUpdate } from "./office/services";
import type { RequestRecord } from "./office/traffic";
import { areaText } from "./workbook/address";
import { loadInto } from "./workbook/loadInto";
import { snapshotOf, type Snapshot } from "./workbook/snapshot";
import type { Workbook } from "./workbook/workbook";
import { handOf, type UserHand } from "./userHand";

export interface Totals {
  readonly bytesOut: number;
  readonly bytesIn: number;
  readonly cellsRead: number;
  readonly cellsWritten: number;
}

export interface Files {
  read(bytes: Uint8Array): Promise<Workbook>;
  write(book: Workbook): Promise<Uint8Array>;
}

/** By which tests steer and watch the host. */
export interface HostControls {
  /** Requests that the add-in waited for: neither the library's own nor its clean-up of references. */
  readonly roundTrips: number;
  /** Those requests in their order. */
  readonly requests: readonly RequestRecord[];
  readonly totals: Totals;
  resetCounters(): void;
  /** Members that were used and are not simulated; empty if all is well. */
  readonly unimplemented: readonly string[];
  /** Faults of the host itself; empty if all is well. */
  readonly faults: readonly string[];
  /** Milliseconds by which every answer is late. */
  latency: number;
  /** Limits of Excel on the web: 5 MB each way, 5 million cells. */
  webLimits: boolean;
  /**
   * The n-th round trip from now (1 is the next) fails with a code: before any of it is applied, or behind so many of
   * its actions, or of its writes. More than it has: all is applied and the answer is lost.
   */
  failAt(n: number, code: string, where?: Omit<Injected, "code">): void;
  /**
   * From now on answers lack a member, named as in `load` or by the end of its path: `tabColor`, `borders/left`. It is
   * not there at all unless it is to be null.
   */
  leaveOut(member: string, lack?: Lack): void;
  /** Answers have all their members again. */
  answerAll(): void;
  /** The user starts typing into a cell: requests are refused, or wait where they asked for that. */
  enterCell(): void;
  leaveCell(): void;
  readonly user: UserHand;
  readonly colleague: UserHand;
  /** Clicks a command of the ribbon and resolves when it called event.completed(). */
  runCommand(functionName: string, controlId?: string): Promise<unknown>;
  readonly taskPane: { readonly visible: boolean; readonly startupBehavior: "none" | "load" };
  readonly ribbonUpdates: readonly RibbonUpdate[];
  /** The functions of the add-in, called as formulas call them. */
  readonly functions: AddInFunctions;
  /** All content as plain data, for toEqual. */
  snapshot(): Snapshot;
  /** Resolves once cells are calculated, and events that are on their way have been handed over. */
  settle(): Promise<void>;
  /** Replaces the workbook by a file. */
  load(xlsx: Uint8Array): Promise<void>;
  save(): Promise<Uint8Array>;
  readonly activeSheet: string;
  /** What is selected on the active sheet, as `Usage!D4:D9`; several areas with a comma between them. */
  readonly selection: string;
  /** The workbook itself, for what has no control of its own. */
  readonly book: Workbook;
}

export function newControls(core: HostCore, files: Files): HostControls {
  const { book, transport, controls, missing, state } = core;
  let forgotten = 0;
  const counted = (): readonly RequestRecord[] =>
    transport.requests.slice(forgotten).filter(({ kind }) => kind === "workbook" || kind === "service");
  return {
    get roundTrips() {
      return counted().length;
    },
    get requests() {
      return counted();
    },
    get totals() {
      const sum = (key: keyof Totals): number => counted().reduce((total, record) => total + record[key], 0);
      return {
        bytesOut: sum("bytesOut"),
        bytesIn: sum("bytesIn"),
        cellsRead: sum("cellsRead"),
        cellsWritten: sum("cellsWritten"),
      };
    },
    resetCounters: () => {
      forgotten = transport.requests.length;
    },
    unimplemented: missing.unimplemented,
    faults: transport.faults,
    get latency() {
      return controls.latency;
    },
    set latency(millis) {
      controls.latency = millis;
    },
    get webLimits() {
      return controls.webLimits;
    },
    set webLimits(isOn) {
      controls.webLimits = isOn;
    },
    failAt: (n, code, where = {}) => {
      transport.failAt(n, { ...where, code });
    },
    leaveOut: (member, lack = "absent") => {
      transport.leftOut.add(member, lack);
    },
    answerAll: () => {
      transport.leftOut.clear();
    },
    enterCell: () => {
      transport.enterCell();
    },
    leaveCell: () => {
      transport.leaveCell();
    },
    user: handOf(book, "user"),
    colleague: handOf(book, "colleague"),
    runCommand: async (functionName, controlId = functionName) =>
      await core.invokeCommand(functionName, controlId),
    taskPane: {
      get visible() {
        return state.paneVisible;
      },
      get startupBehavior() {
        return state.startupBehavior;
      },
    },
    ribbonUpdates: state.ribbonUpdates,
    functions: core.functions,
    snapshot: () => snapshotOf(book),
    settle: async () => {
      await core.settle();
    },
    load: async (xlsx) => {
      loadInto(book, await files.read(xlsx));
    },
    save: async () => await files.write(book),
    get activeSheet() {
      return book.activeSheet.name;
    },
    get selection() {
      const { activeSheet } = book;
      return `${activeSheet.name}!${book
        .selectionOf(activeSheet)
        .map((area) => areaText(area))
        .join(",")}`;
    },
    book,
  };
}
