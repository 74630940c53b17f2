import type { Snapshot } from "../../core/api";
import type * as reportViews from "../reports/reportViews";
import type { Call, OnProgress } from "../session/messages";
import type { Answer, Given } from "../session/question";
import type { SessionWorkbook } from "../session/sessionWorkbook";
import type { RunChoice } from "../session/views";

type ReportViews = typeof reportViews;

/** A report with questions of its own to the engine. */
export type AskedReport = keyof ReportViews;

export type QuestionTo<Report extends AskedReport> = string & keyof ReportViews[Report];

/** What the engine answers to a question of a report. */
export type AnswerOf<Report extends AskedReport, Question extends QuestionTo<Report>> = Answer<
  ReportViews[Report][Question]
>;

type WithView = { readonly view: (...given: never[]) => unknown };

/** What a report shows. */
export type ViewOf<Report extends AskedReport> = ReportViews[Report] extends WithView
  ? Answer<ReportViews[Report]["view"]>
  : never;

/** A report whose view depends on the workbook and the choice of a run alone. */
export type ViewedReport = {
  [Report in AskedReport]: ReportViews[Report] extends {
    readonly view: (workbook: SessionWorkbook, choice: RunChoice) => unknown;
  }
    ? Report
    : never;
}[AskedReport];

/** A session as promises; what cannot be answered rejects with a SessionFailure. */
export interface SessionClient {
  /** From here on, this is the workbook, with the usage of files beside it; the places of those that the next write copies. */
  open(snapshot: Snapshot, files?: readonly File[], onProgress?: OnProgress): Promise<readonly number[]>;
  /** From here on, documents are shown as this run would leave them. */
  preview(choice: RunChoice): Promise<void>;
  /** What a report shows of the workbook. */
  view<Report extends ViewedReport>(report: Report, choice: RunChoice): Promise<ViewOf<Report>>;
  /** Any other question of a report. */
  ask<Report extends AskedReport, Question extends QuestionTo<Report>>(
    report: Report,
    question: Question,
    ...given: Given<ReportViews[Report][Question]>
  ): Promise<AnswerOf<Report, Question>>;
  /** Ends what is under way: it rejects with CANCELLED, and the workbook stays open. */
  cancel(): void;
  /** Ends the engine for good. */
  close(): void;
}

type Send<Value> = (call: Call, onProgress?: OnProgress) => Promise<Value>;

/** The calls of a session, each handed to one function. */
export function callsBy(send: Send<unknown>): Omit<SessionClient, "cancel" | "close"> {
  // What comes back has the type of the function that was asked; the list of reports is the same on both sides.
  const answer = send as Send<never>;
  return {
    open: (snapshot, files = [], onProgress) => answer({ kind: "open", snapshot, files }, onProgress),
    preview: (choice) => answer({ kind: "preview", choice }),
    view: (report, choice) => answer({ kind: "ask", report, question: "view", given: [choice] }),
    ask: (report, question, ...given) => answer({ kind: "ask", report, question, given }),
  };
}
