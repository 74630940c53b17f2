import type { ApiFault } from "../workbook/fault";
import type { Injected, Interpreter } from "./interpreter";
import type { ApiReply, ApiRequest } from "./protocol";
import { LeftOut } from "./leftOut";
import { pause } from "./time";
import { bytesOf, isSuspended, kindOf, type RequestRecord } from "./traffic";

/** Numbers by which Excel refuses a whole request; the library makes codes of them. */
const refusals: Readonly<Record<string, number>> = {
  InvalidOperationInCellEditMode: 5004,
  ActivityLimitReached: 5102,
  RequestPayloadSizeLimitExceeded: 5103,
  ResponsePayloadSizeLimitExceeded: 5104,
};

/** The limits of Excel on the web. */
const MAX_BYTES = 5 * 1024 * 1024;
const MAX_CELLS = 5_000_000;
/** The request may wait until the user has left the cell. */
const DELAY_FOR_CELL_EDIT = 64;

export interface TransportControls {
  /** Milliseconds by which every answer is late. */
  latency: number;
  /** Limits of Excel on the web: 5 MB each way, 5 million cells. */
  webLimits: boolean;
}

/** Cells that the request read and wrote so far; the workbook's side counts. */
export interface CellCount {
  read: number;
  written: number;
}

export type Answer =
  | { readonly refused: number }
  | { readonly body: string; readonly code: string | undefined };

interface Planned extends Injected {
  countdown: number;
}

/** Takes requests one after another, counts them and lets tests interfere. */
export class Transport {
  readonly requests: RequestRecord[] = [];
  readonly faults: string[] = [];
  /** Members that answers lack. */
  readonly leftOut = new LeftOut();
  private readonly planned: Planned[] = [];
  private underWay = 0;
  private isEditing = false;
  private readonly waiting: (() => void)[] = [];
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly interpreter: Interpreter,
    private readonly controls: TransportControls,
    private readonly cells: CellCount,
    private readonly beforeRequest: () => void,
    private readonly afterRequest: () => void,
  ) {}

  /** The n-th counted request from now fails. */
  failAt(countdown: number, injected: Injected): void {
    this.planned.push({ countdown, ...injected });
  }

  enterCell(): void {
    this.isEditing = true;
  }

  leaveCell(): void {
    this.isEditing = false;
    for (const resume of this.waiting.splice(0)) resume();
  }

  async execute(body: string, flags: number): Promise<Answer> {
    this.underWay++;
    await pause(this.controls.latency);
    const turn = this.queue.then(async () => this.process(body, flags));
    this.queue = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      this.underWay--;
    }
  }

  /** Requests wait until the workbook is there. */
  waitFor(ready: Promise<unknown>): void {
    this.queue = ready;
  }

  /** Resolves when every request has its answer, those that follow from the answers included. */
  async finish(): Promise<void> {
    this.leaveCell();
    do {
      await pause(2);
    } while (this.underWay > 0);
  }

  /** A fault of the host or of the page, not one of Excel's: the test must see it. */
  report(fault: unknown): string {
    const text = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
    this.faults.push(text);
    return text;
  }

  private async process(body: string, flags: number): Promise<Answer> {
    const from = performance.now();
    const request = JSON.parse(body) as ApiRequest;
    const kind = kindOf(request);
    const isCounted = kind === "workbook" || kind === "service";
    const injected = isCounted ? this.nextInjected() : undefined;
    Object.assign(this.cells, { read: 0, written: 0 });
    const answer = await this.answer(request, body, flags, injected, isCounted);
    this.afterRequest();
    this.requests.push({
      kind,
      actions: request.Actions.length,
      bytesOut: bytesOf(body),
      bytesIn: "body" in answer ? bytesOf(answer.body) : 0,
      cellsWritten: this.cells.written,
      cellsRead: this.cells.read,
      suspended: isSuspended(request),
      error: "body" in answer ? answer.code : refusalName(answer.refused),
      from,
      to: performance.now(),
    });
    return answer;
  }

  private async answer(
    request: ApiRequest,
    body: string,
    flags: number,
    injected: Injected | undefined,
    isCounted: boolean,
  ): Promise<Answer> {
    if (this.isEditing && isCounted) {
      if ((flags & DELAY_FOR_CELL_EDIT) === 0) return { refused: 5004 };
      await new Promise<void>((resume) => this.waiting.push(resume));
    }
    const refused = injected && refusals[injected.code];
    const isLost = injected?.code === "ResponsePayloadSizeLimitExceeded";
    if (refused !== undefined && !isLost) return { refused };
    if (this.controls.webLimits && bytesOf(body) > MAX_BYTES) return { refused: 5103 };
    this.beforeRequest();
    const reply = await this.interpret(request, isLost ? undefined : injected);
    const text = JSON.stringify(reply);
    const isTooLarge = this.controls.webLimits && (bytesOf(text) > MAX_BYTES || this.cells.read > MAX_CELLS);
    return isTooLarge || isLost ? { refused: 5104 } : { body: text, code: reply.Error?.Code };
  }

  private async interpret(request: ApiRequest, injected: Injected | undefined): Promise<ApiReply> {
    try {
      return this.leftOut.takenFrom(await this.interpreter.answer(request, injected));
    } catch (error) {
      const Message = this.report(error);
      const failed: ApiFault["code"] = "GeneralException";
      return { Results: [], TraceIds: [], Error: { Code: failed, Message, Location: "", ActionIndex: 0 } };
    }
  }

  private nextInjected(): Injected | undefined {
    for (const plan of this.planned) plan.countdown--;
    const index = this.planned.findIndex(({ countdown }) => countdown <= 0);
    return index < 0 ? undefined : this.planned.splice(index, 1)[0];
  }
}

function refusalName(refused: number): string {
  return Object.entries(refusals).find(([, number]) => number === refused)?.[0] ?? String(refused);
}
