import type { Snapshot } from "../../core/api";
import { SessionFailure, type FailureData } from "../session/failure";
import type { Call, OnProgress, Request, Response } from "../session/messages";
import { PlanUnpacker } from "../session/packedPlan";
import { packSnapshot } from "../session/packedSnapshot";
import type { RunChoice } from "../session/views";
import { callsBy, type SessionClient } from "./sessionClient";

/** The part of a Worker that is used. */
export interface WorkerPort {
  postMessage(message: unknown, transfer: Transferable[]): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<Response>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

const cancelled: FailureData = { code: "CANCELLED", message: "Cancelled." };
const stopped: FailureData = {
  code: "UNKNOWN",
  message: "The engine stopped, perhaps for want of memory; try again.",
  details: "worker error",
};

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (failure: SessionFailure) => void;
  readonly onProgress: OnProgress | undefined;
  /** A plan of which parts are still to come. */
  plan?: PlanUnpacker;
}

/**
 * Asks a session in a worker. The engine is synchronous and hears nothing while it works, so cancelling ends the
 * worker and starts another one, with the workbook and the preview that the page has last seen.
 */
class WorkerClient {
  private worker: WorkerPort | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;
  /** What was opened, the page's own copy: for the next worker. */
  private opened: Extract<Call, { kind: "open" }> | undefined;
  private preview: RunChoice | undefined;

  constructor(private readonly start: () => WorkerPort) {}

  async answer(call: Call, onProgress?: OnProgress): Promise<unknown> {
    this.worker ??= this.restart(call);
    const value = await this.post(this.worker, call, onProgress);
    if (call.kind === "open") {
      this.opened = call;
      this.preview = undefined;
    } else if (call.kind === "preview") this.preview = call.choice;
    return value;
  }

  cancel(): void {
    if (this.waiting.size > 0) this.end(cancelled);
  }

  close(): void {
    this.opened = undefined;
    this.preview = undefined;
    this.end(cancelled);
  }

  private end(failure: FailureData): void {
    this.worker?.terminate();
    this.worker = undefined;
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of waiting) reject(new SessionFailure(failure));
  }

  /** A worker that knows what the one before knew, unless it is told something else at once. */
  private restart({ kind }: Call): WorkerPort {
    const worker = this.start();
    this.worker = worker;
    worker.onmessage = ({ data }) => this.receive(data);
    worker.onerror = () => this.end(stopped);
    // What goes wrong here is told to whoever asks next.
    const ignore = () => undefined;
    const { opened, preview: choice } = this;
    if (kind !== "open" && opened) {
      this.post(worker, opened).catch(ignore);
      if (kind !== "preview" && choice) this.post(worker, { kind: "preview", choice }).catch(ignore);
    }
    return worker;
  }

  private post(worker: WorkerPort, call: Call, onProgress?: OnProgress): Promise<unknown> {
    const id = ++this.lastId;
    const { sent, buffers } = asSent(call);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject, onProgress });
      worker.postMessage({ id, call: sent }, buffers);
    });
  }

  private receive(response: Response): void {
    const waiting = this.waiting.get(response.id);
    if (!waiting) return;
    const answered = (settle: () => void) => {
      this.waiting.delete(response.id);
      settle();
    };
    if (response.kind === "progress") waiting.onProgress?.(response.progress);
    else if (response.kind === "failure") {
      answered(() => waiting.reject(new SessionFailure(response.failure)));
    } else if (response.kind === "value") {
      answered(() => waiting.resolve(response.value));
    } else {
      if (response.kind === "plan") waiting.plan = new PlanUnpacker(response.head);
      else waiting.plan?.add(response.part);
      const plan = waiting.plan?.whole();
      if (plan) answered(() => waiting.resolve(plan));
    }
  }
}

const isSnapshot = (given: unknown): given is Snapshot =>
  typeof given === "object" && given !== null && "grids" in given && "tables" in given;

/** The page keeps its own workbooks: what it sends is a copy. */
function asSent(call: Call): { readonly sent: Request["call"]; readonly buffers: ArrayBuffer[] } {
  if (call.kind === "preview") return { sent: call, buffers: [] };
  if (call.kind === "ask") {
    const buffers: ArrayBuffer[] = [];
    const given = call.given.map((each) => {
      if (!isSnapshot(each)) return each;
      const { packed, buffers: own } = packSnapshot(each);
      buffers.push(...own);
      return packed;
    });
    return { sent: { ...call, given }, buffers };
  }
  const { packed, buffers } = packSnapshot(call.snapshot);
  return { sent: { ...call, snapshot: packed }, buffers };
}

/** A session in a worker; `start` makes the worker, and is called again after one was cancelled. */
export function workerClient(start: () => WorkerPort): SessionClient {
  const client = new WorkerClient(start);
  return {
    ...callsBy((call, onProgress) => client.answer(call, onProgress)),
    cancel: () => client.cancel(),
    close: () => client.close(),
  };
}
