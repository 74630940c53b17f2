import { MessageChannel, type MessagePort } from "node:worker_threads";
import { applyPlan } from "../../workbook/xlsx/write/applyPlan";
import { SessionFailure } from "../session/failure";
import type { Request, Response } from "../session/messages";
import { packSnapshot } from "../session/packedSnapshot";
import { serve, type ServedPort } from "../session/serve";
import {
  bookOfSheets,
  byDefault,
  newSession,
  previewOf,
  sampleBook,
  sessionOf,
  type TestBook,
} from "../../../test/pane/sessionBooks";
import { inlineClient } from "./inlineClient";
import type { SessionClient } from "./sessionClient";
import { workerClient, type WorkerPort } from "./workerClient";

const details = { at: "2026-11-02T09:30:00", user: "tester" };

/** A session on the other side of a channel, which clones all that passes; counts how often it was started. */
function overChannel() {
  const ports: MessagePort[] = [];
  const workers: WorkerPort[] = [];
  const start = (): WorkerPort => {
    const { port1, port2 } = new MessageChannel();
    ports.push(port1, port2);
    const served: ServedPort = { onmessage: null, postMessage: (response) => port2.postMessage(response) };
    serve(served, newSession());
    port2.on("message", (data: unknown) => served.onmessage!({ data: data as Request }));
    const worker: WorkerPort = {
      onmessage: null,
      onerror: null,
      postMessage: (message, transfer) => port1.postMessage(message, transfer as ArrayBuffer[]),
      terminate: () => port1.close(),
    };
    port1.on("message", (data: unknown) => worker.onmessage!({ data } as never));
    workers.push(worker);
    return worker;
  };
  return { client: workerClient(start), workers, close: () => ports.forEach((port) => port.close()) };
}

async function failureOf(promise: Promise<unknown>): Promise<SessionFailure> {
  const error: unknown = await promise.then(
    () => undefined,
    (failure: unknown) => failure,
  );
  if (!(error instanceof SessionFailure)) throw new Error("no failure");
  return error;
}

describe("a session behind a channel", () => {
  let book: TestBook;
  let channel: ReturnType<typeof overChannel>;
  let client: SessionClient;
  beforeAll(async () => {
    book = await sampleBook();
  });
  beforeEach(() => {
    channel = overChannel();
    ({ client } = channel);
  });
  afterEach(() => channel.close());

  it("answers every question as a session does", async () => {
    const session = sessionOf(book);
    const cell = { sheet: "Invoice lines", row: 3, column: 0 };
    await client.open(book.snapshot);
    expect(await client.ask("sheets", "view")).toEqual(session.ask("sheets", "view"));
    expect(await client.ask("mapping", "view", "Usage")).toEqual(session.ask("mapping", "view", "Usage"));
    expect(await client.view("check", byDefault)).toEqual(session.ask("check", "view", byDefault));
    await client.preview(byDefault);
    expect(await client.view("preview", byDefault)).toEqual(previewOf(session, byDefault));
    expect(await client.ask("review", "view")).toEqual(session.ask("review", "view"));
    expect(await client.ask("review", "invoice", "INV-2026-0001")).toEqual(
      session.ask("review", "invoice", "INV-2026-0001"),
    );
    expect(await client.ask("review", "explain", "INV-2026-0001", 2)).toEqual(
      session.ask("review", "explain", "INV-2026-0001", 2),
    );
    expect(await client.ask("review", "usageCells", "INV-2026-0001", 3)).toEqual(
      session.ask("review", "usageCells", "INV-2026-0001", 3),
    );
    expect(await client.view("reconcile", byDefault)).toEqual(session.ask("reconcile", "view", byDefault));
    expect(await client.ask("settings", "view")).toEqual(session.ask("settings", "view"));
    expect(await client.ask("review", "lineAt", cell)).toEqual(session.ask("review", "lineAt", cell));
  });

  it("hands over plans that write the same bytes", async () => {
    const session = sessionOf(book);
    await client.open(book.snapshot);
    session.preview(byDefault);
    await client.preview(byDefault);
    const plan = await client.ask("preview", "plan", details);
    expect(
      Buffer.compare(
        applyPlan(book.package, plan),
        applyPlan(book.package, session.ask("preview", "plan", details)),
      ),
    ).toBe(0);
    expect(await client.ask("settings", "edit", "Currency", "EUR")).toEqual(
      session.ask("settings", "edit", "Currency", "EUR"),
    );
    expect(await client.ask("settings", "edit", "Next number", "5")).toEqual(
      session.ask("settings", "edit", "Next number", "5"),
    );
    const usage = { quantity: "Event ID" };
    expect(await client.ask("mapping", "edits", "Usage", usage)).toEqual(
      session.ask("mapping", "edits", "Usage", usage),
    );
    const empty = await bookOfSheets({ Sheet1: [[null]] });
    await client.open(empty.snapshot);
    expect(await client.ask("sample", "plan")).toEqual(sessionOf(empty).ask("sample", "plan"));
  });

  it("leaves the page its own snapshot", async () => {
    const before = book.snapshot.grids.map(({ columns }) => columns.map(({ values }) => [...values]));
    await client.open(book.snapshot);
    expect(book.snapshot.grids.map(({ columns }) => columns.map(({ values }) => [...values]))).toEqual(
      before,
    );
  });

  it("rejects with what went wrong, and goes on", async () => {
    expect(await failureOf(client.view("check", byDefault))).toMatchObject({ code: "NOT_READY" });
    await client.open(book.snapshot);
    expect(await failureOf(client.ask("preview", "plan", details))).toMatchObject({ code: "NOT_READY" });
    expect(await failureOf(client.view("check", { ...byDefault, period: "soon" }))).toMatchObject({
      code: "BAD_PERIOD",
    });
    expect(await failureOf(client.view("check", { ...byDefault, asOf: "soon" }))).toMatchObject({
      code: "BAD_DATE",
    });
    expect(await failureOf(client.ask("review", "invoice", "INV-9"))).toMatchObject({ code: "MISSING" });
    const taken = await failureOf(client.ask("sample", "plan"));
    expect(taken).toMatchObject({ code: "NAME_TAKEN", at: { sheet: "Settings", row: 0, column: 0 } });
    expect((await client.ask("settings", "view")).length).toBeGreaterThan(10);
  });

  it("turns a fault of the program into a failure that quotes no cell", async () => {
    await client.open(book.snapshot);
    const { code, details: text } = await failureOf(client.ask("review", "lineAt", undefined as never));
    expect(code).toBe("UNKNOWN");
    expect(text).toMatch(/^review\.lineAt: TypeError\n\s+at /);
    expect(text).not.toMatch(/undefined/);
  });

  it("starts anew when it is cancelled, with the workbook and the preview it had", async () => {
    await client.open(book.snapshot);
    await client.preview(byDefault);
    const pending = failureOf(client.view("reconcile", byDefault));
    client.cancel();
    expect(await pending).toMatchObject({ code: "CANCELLED" });
    expect((await client.ask("preview", "plan", details)).sheets.map(({ name }) => name)).toContain(
      "Invoices",
    );
    expect(channel.workers).toHaveLength(2);
  });

  it("cancels nothing when nothing is under way", async () => {
    await client.open(book.snapshot);
    client.cancel();
    expect((await client.view("check", byDefault)).period).toBe("2026-10");
    expect(channel.workers).toHaveLength(1);
  });

  it("outlives a worker that stops", async () => {
    await client.open(book.snapshot);
    const pending = failureOf(client.view("check", byDefault));
    channel.workers[0]!.onerror!({} as ErrorEvent);
    expect(await pending).toMatchObject({ code: "UNKNOWN" });
    expect((await client.view("check", byDefault)).period).toBe("2026-10");
  });
});

describe("a session in the page", () => {
  it("has the same calls", async () => {
    const client = inlineClient(newSession);
    const book = await sampleBook();
    await client.open(book.snapshot);
    expect(await client.ask("sheets", "view")).toMatchObject({ period: "2026-10" });
    expect(await failureOf(client.ask("preview", "plan", details))).toMatchObject({ code: "NOT_READY" });
    await client.preview(byDefault);
    expect((await client.ask("preview", "plan", details)).sheets.length).toBeGreaterThan(6);
    expect(await failureOf(client.ask("review", "lineAt", undefined as never))).toMatchObject({
      code: "UNKNOWN",
    });
    expect(await client.view("check", byDefault)).toMatchObject({ period: "2026-10" });
  });
});

describe("usage files beside a workbook", () => {
  const files = [
    new File(["Event ID,Contract ID,Meter,Date,Quantity\nE-1,A,Calls,2026-04-05,2\n"], "april.csv"),
  ];
  const reading = { activity: { kind: "reading", name: "april.csv" }, share: 1 } as const;

  it("are told of while a session reads them, before its answer", async () => {
    const book = await sampleBook();
    const responses: Response[] = [];
    const served: ServedPort = { onmessage: null, postMessage: (response) => responses.push(response) };
    serve(served, newSession());
    const { packed } = packSnapshot(book.snapshot);
    served.onmessage!({ data: { id: 7, call: { kind: "open", snapshot: packed, files } } });
    while (responses.at(-1)?.kind === "progress" || responses.length === 0)
      await new Promise((resolve) => setTimeout(resolve));
    expect(responses[0]).toEqual({ id: 7, kind: "progress", progress: reading });
    expect(responses.at(-1)?.kind).toBe("value");
  });

  it("are told of to whoever opened them, from a worker and in the page", async () => {
    const { snapshot } = await sampleBook();
    const told: unknown[] = [];
    const worker: WorkerPort = {
      onmessage: null,
      onerror: null,
      postMessage: (message) => {
        const { id } = message as Request;
        worker.onmessage!({ data: { id, kind: "progress", progress: reading } } as never);
        worker.onmessage!({ data: { id, kind: "value", value: [0] } } as never);
      },
      terminate: () => undefined,
    };
    const client = workerClient(() => worker);
    expect(await client.open(snapshot, files, (progress) => told.push(progress))).toEqual([0]);
    expect(told).toEqual([reading]);
    await inlineClient(newSession).open(snapshot, files, (progress) => told.push(progress));
    expect(told).toContainEqual(reading);
    expect(told.length).toBeGreaterThan(1);
  });
});
