import { failureData, SessionFailure } from "../session/failure";
import { callName, type Call, type OnProgress } from "../session/messages";
import type { Session } from "../session/session";
import { callsBy, type SessionClient } from "./sessionClient";

type AnsweringSession = Pick<Session, "answer">;

/** A session in the page itself: for tests, and where there are no workers. It cannot be cancelled. */
export function inlineClient(load: () => AnsweringSession | Promise<AnsweringSession>): SessionClient {
  let session: AnsweringSession | Promise<AnsweringSession> | undefined;
  const answerHere = async (call: Call, onProgress?: OnProgress) => {
    // The page shows that it is working before it no longer can.
    await new Promise((resolve) => setTimeout(resolve));
    const loaded = await (session ??= load());
    try {
      return await loaded.answer(call, onProgress);
    } catch (error) {
      throw error instanceof SessionFailure ? error : new SessionFailure(failureData(error, callName(call)));
    }
  };
  return { ...callsBy(answerHere), cancel: () => undefined, close: () => undefined };
}
