import { useCallback, useEffect, useRef, useState } from "react";
import type { AnswerOf } from "../client/sessionClient";
import type { Pane } from "../hooks/context";
import { useStore } from "../hooks/useStore";
import { bookOf } from "../state/billState";
import { settle, settlePort } from "../state/failure";

type Issued = AnswerOf<"review", "issuedChanges">;

/** Edits come in runs: a row that is filled is looked at once. */
const PAUSE = 400;

/**
 * Issued documents that are not any more what was sealed: looked for when the workbook is read, and again after every edit
 * of a sheet of documents. The run that is on its way in Bill is left alone: the workbook is read beside it.
 */
export function useIssuedChanges({ services, bill }: Pane): Issued | undefined {
  const { port, session } = services;
  const snapshot = bookOf(useStore(bill.store))?.snapshot;
  const [issued, setIssued] = useState<Issued>();
  const latest = useRef(0);
  const show = useCallback(async (ask: () => Promise<Issued | undefined>) => {
    const asked = ++latest.current;
    const answered = await settle(ask());
    // What cannot be answered here is told by whoever asks for the workbook next.
    if (asked === latest.current && answered.ok && answered.value) setIssued(answered.value);
  }, []);
  useEffect(() => {
    if (snapshot !== undefined) void show(() => session.ask("review", "issuedChanges"));
  }, [session, snapshot, show]);
  const sheets = issued?.sheets;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const read = await settlePort(port.read());
      return read.ok ? session.ask("review", "issuedChanges", read.value) : undefined;
    };
    const end = port.onEdit((sheet) => {
      if (sheets?.includes(sheet) !== true) return;
      clearTimeout(timer);
      timer = setTimeout(() => void show(look), PAUSE);
    });
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [port, session, sheets, show]);
  return issued;
}
