import type { SessionWorkbook } from "./sessionWorkbook";

/** What can be asked about the workbook that is open; what comes back is plain data or a plan. */
export type Question = (workbook: SessionWorkbook, ...given: never[]) => unknown;

/** The questions of each report by its name; `view` is what it shows. */
export type QuestionsByReport = Readonly<Record<string, Readonly<Record<string, Question>>>>;

/** What goes along with a question beside the workbook. */
export type Given<Asked> = Asked extends (workbook: SessionWorkbook, ...given: infer All) => unknown
  ? All
  : never;

export type Answer<Asked> = Asked extends (...given: never[]) => infer Value ? Value : never;
