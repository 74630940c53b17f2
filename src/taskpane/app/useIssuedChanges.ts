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
  const book = bookOf(useStore(bill.store));
  const snapshot = book?.snapshot;
  const [issued, setIssued] = useState<Issued>();
  const latest = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sheets = useRef<readonly string[]>(undefined);
  const show = useCallback(async (ask: () => Promise<Issued | undefined>) => {
    const asked = ++latest.current;
    const answered = await settle(ask());
    // What cannot be answered here is told by whoever asks for the workbook next.
    if (asked !== latest.current || !answered.ok || answered.value === undefined) return;
    sheets.current = answered.value.sheets;
    setIssued(answered.value);
  }, []);
  const onEdit = useCallback(
    (sheet: string) => {
      // Before the first answer any sheet may be one of them.
      if (sheets.current !== undefined && !sheets.current.includes(sheet)) return;
      clearTimeout(timer.current);
      const look = async () => {
        const read = await settlePort(port.read());
        return read.ok ? session.ask("review", "issuedChanges", read.value) : undefined;
      };
      timer.current = setTimeout(() => void show(look), PAUSE);
    },
    [port, session, show],
  );
  useEffect(() => {
    if (snapshot !== undefined) void show(() => session.ask("review", "issuedChanges"));
  }, [session, snapshot, show]);
  // Excel takes a moment to tell its first listener; Bill has listened from the beginning.
  const edited = book?.edited;
  useEffect(() => {
    if (edited !== undefined) onEdit(edited);
  }, [edited, onEdit]);
  useEffect(() => {
    const end = port.onEdit(onEdit);
    return () => {
      clearTimeout(timer.current);
      end();
    };
  }, [port, onEdit]);
  return issued;
}
