import type { WritePlan } from "../../core/api";
import { failureData } from "./failure";
import { callName, type Call, type OnProgress, type Request, type Response } from "./messages";
import { packPlan } from "./packedPlan";
import { isPackedSnapshot, unpackSnapshot } from "./packedSnapshot";
import type { Session } from "./session";

/** The side of a worker or of a channel that questions come in at. */
export interface ServedPort {
  onmessage: ((event: { readonly data: Request }) => void) | null;
  postMessage(response: Response): void;
}

function isPlan(value: unknown): value is WritePlan {
  return typeof value === "object" && value !== null && "removedSheets" in value;
}

/** The call as it was before its workbooks were packed. */
function unpacked(call: Request["call"]): Call {
  if (call.kind === "open") return { ...call, snapshot: unpackSnapshot(call.snapshot) };
  if (call.kind === "preview") return call;
  return { ...call, given: call.given.map((each) => (isPackedSnapshot(each) ? unpackSnapshot(each) : each)) };
}

/** The messages of one answer; whatever is thrown becomes a value, so that the worker lives on. */
async function* answer(
  session: Session,
  { id, call }: Request,
  onProgress: OnProgress,
): AsyncGenerator<Response> {
  try {
    const value = await session.answer(unpacked(call), onProgress);
    if (!isPlan(value)) {
      yield { id, kind: "value", value };
      return;
    }
    const { head, parts } = packPlan(value);
    yield { id, kind: "plan", head };
    for (const part of parts) yield { id, kind: "part", part };
  } catch (error) {
    yield { id, kind: "failure", failure: failureData(error, callName(call)) };
  }
}

/** Answers questions in the order in which they come. */
export function serve(port: ServedPort, session: Session): void {
  const answerTo = async (request: Request) => {
    const onProgress: OnProgress = (progress) =>
      port.postMessage({ id: request.id, kind: "progress", progress });
    for await (const response of answer(session, request, onProgress)) port.postMessage(response);
  };
  let before = Promise.resolve();
  port.onmessage = ({ data }) => {
    before = before.then(() => answerTo(data));
  };
}
