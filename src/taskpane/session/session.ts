import type { Snapshot } from "../../core/api";
import { SessionFailure } from "./failure";
import type { Call, OnProgress } from "./messages";
import type { Answer, Given, QuestionsByReport } from "./question";
import { withUsageFiles } from "./usageFiles";
import { SessionWorkbook, type Surroundings } from "./sessionWorkbook";
import type { RunChoice } from "./views";

/**
 * The engine as the screens ask it: the workbook that was opened last, and the questions of the reports about it.
 * Synchronous and pure; it runs in a worker or, where there are none, in the page. What cannot be answered is thrown
 * as a SessionFailure.
 */
export class Session<Questions extends QuestionsByReport = QuestionsByReport> {
  private opened: SessionWorkbook | undefined;

  constructor(
    private readonly surroundings: Surroundings,
    private readonly questions: Questions,
  ) {}

  /** Takes the workbook as it was read; what was worked out from the one before is gone. */
  open(snapshot: Snapshot): void {
    this.opened = new SessionWorkbook(snapshot, this.surroundings);
  }

  /** From here on, invoices and explanations show what this run would write. */
  preview(choice: RunChoice): void {
    this.workbook.preview(choice);
  }

  ask<Report extends string & keyof Questions, Name extends string & keyof Questions[Report]>(
    report: Report,
    question: Name,
    ...given: Given<Questions[Report][Name]>
  ): Answer<Questions[Report][Name]> {
    return this.answer({ kind: "ask", report, question, given }) as Answer<Questions[Report][Name]>;
  }

  /** As `open`, with the usage of files beside the workbook; answers the places of those that the next write copies. */
  async openWith(
    read: Snapshot,
    files: readonly File[],
    onProgress?: OnProgress,
  ): Promise<readonly number[]> {
    const { snapshot, copied } =
      files.length === 0 ? { snapshot: read, copied: [] } : await withUsageFiles(read, files, onProgress);
    this.open(snapshot);
    return copied;
  }

  /** A call as it comes from the other side of a channel, where names are texts; opening may take its time. */
  answer(call: Call, onProgress?: OnProgress): unknown {
    if (call.kind === "open") return this.openWith(call.snapshot, call.files, onProgress);
    if (call.kind === "preview") return this.preview(call.choice);
    const { report, question, given } = call;
    const asked = this.questions[report]?.[question];
    if (!asked) throw new Error(`No report answers ${report}.${question}.`);
    return asked(this.workbook, ...(given as never[]));
  }

  private get workbook(): SessionWorkbook {
    if (!this.opened) throw new SessionFailure({ code: "NOT_READY", message: "Open a workbook first." });
    return this.opened;
  }
}
