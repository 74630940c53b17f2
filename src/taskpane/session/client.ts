import type { Snapshot } from "../../core/api";
import { failureData, SessionFailure, type FailureData } from "./failure";
import { ask, sessionCalls, type Answer, type Arguments, type Response, type SessionCall } from "./messages";
import { copySnapshot } from "./copySnapshot";
import { PlanUnpacker } from "./packedPlan";
import type { Session } from "./session";
import type { RunChoice } from "./views";

type Calls = {
  readonly [Call in SessionCall]: (...given: Arguments<Call>) => Promise<Awaited<Answer<Call>>>;
};

/** A session as promises; what cannot be answered rejects with a SessionFailure. */
export interface SessionClient extends Calls {
  /** Ends what is under way: it rejects with CANCELLED, and the workbook stays open. */
  cancel(): void;
  /** Ends the engine for good. */
  close(): void;
}

/** The part of a Worker that is used. */
export interface WorkerPort {
  postMessage(message: unknown, transfer: Transferable[]): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<Response>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

type Ask = (call: SessionCall, given: readonly unknown[]) => Promise<unknown>;

/** Every call of a session, each handed to one function. */
function callsOf(ask: Ask): Calls {
  return Object.fromEntries(
    sessionCalls.map((call) => [call, (...given: readonly unknown[]) => ask(call, given)]),
  ) as unknown as Calls;
}

const cancelled: FailureData = { code: "CANCELLED", message: "Cancelled. Nothing was written." };
const stopped: FailureData = {
  code: "UNKNOWN",
  message: "The engine stopped, perhaps for want of memory. Nothing was written; try again.",
  details: "worker error",
};

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (failure: SessionFailure) => void;
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
  /** The page's own copy, for the next worker. */
  private snapshot: Snapshot | undefined;
  private preview: RunChoice | undefined;

  constructor(private readonly start: () => WorkerPort) {}

  async ask(call: SessionCall, given: readonly unknown[]): Promise<unknown> {
    const value = await this.send(call, given);
    if (call === "open") {
      this.snapshot = given[0] as Snapshot;
      this.preview = undefined;
    } else if (call === "preview") this.preview = given[0] as RunChoice;
    return value;
  }

  cancel(): void {
    if (this.waiting.size > 0) this.end(cancelled);
  }

  close(): void {
    this.snapshot = undefined;
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

  private send(call: SessionCall, given: readonly unknown[]): Promise<unknown> {
    this.worker ??= this.restart(call);
    return this.post(this.worker, call, given);
  }

  /** A worker that knows what the one before knew, unless it is told something else at once. */
  private restart(call: SessionCall): WorkerPort {
    const worker = this.start();
    this.worker = worker;
    worker.onmessage = ({ data }) => this.receive(data);
    worker.onerror = () => this.end(stopped);
    const ignore = () => undefined;
    if (call !== "open" && this.snapshot) {
      this.post(worker, "open", [this.snapshot]).catch(ignore);
      if (call !== "preview" && this.preview) this.post(worker, "preview", [this.preview]).catch(ignore);
    }
    return worker;
  }

  private post(worker: WorkerPort, call: SessionCall, given: readonly unknown[]): Promise<unknown> {
    const id = ++this.lastId;
    const { sent, buffers } = asSent(call, given);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      worker.postMessage({ id, call, arguments: sent }, buffers);
    });
  }

  private receive(response: Response): void {
    const waiting = this.waiting.get(response.id);
    if (!waiting) return;
    const answered = (settle: () => void) => {
      this.waiting.delete(response.id);
      settle();
    };
    if (response.kind === "failure") {
      answered(() => waiting.reject(new SessionFailure(response.failure)));
    } else if (response.kind === "value") {
      answered(() => waiting.resolve(response.value));
    } else {
      if (response.kind === "plan") waiting.plan = new PlanUnpacker(response.head);
      else waiting.plan!.add(response.part);
      const plan = waiting.plan!.whole();
      if (plan) answered(() => waiting.resolve(plan));
    }
  }
}

function asSent(call: SessionCall, given: readonly unknown[]) {
  if (call !== "open") return { sent: given, buffers: [] };
  const { copy, buffers } = copySnapshot(given[0] as Snapshot);
  return { sent: [copy], buffers };
}

/** A session in a worker; `start` makes the worker, and is called again after one was cancelled. */
export function workerClient(start: () => WorkerPort): SessionClient {
  const client = new WorkerClient(start);
  return {
    ...callsOf((call, given) => client.ask(call, given)),
    cancel: () => client.cancel(),
    close: () => client.close(),
  };
}

/** A session in the page itself: for tests, and where there are no workers. It cannot be cancelled. */
export function inlineClient(load: () => Session | Promise<Session>): SessionClient {
  let session: Session | Promise<Session> | undefined;
  const askHere: Ask = async (call, given) => {
    // The page shows that it is working before it no longer can.
    await new Promise((resolve) => setTimeout(resolve));
    const own = await (session ??= load());
    try {
      return ask(own, call, given);
    } catch (error) {
      throw error instanceof SessionFailure ? error : new SessionFailure(failureData(error, call));
    }
  };
  return { ...callsOf(askHere), cancel: () => undefined, close: () => undefined };
}
