import { Command } from "commander";
import {
  closePeriod,
  formatPeriod,
  headOf,
  judgeChecklist,
  openReview,
  parsePeriod,
  planChecklist,
  planClose,
  type ActOptions,
  type CloseOptions,
  type CloseRun,
  type OpenedReview,
  type Period,
  type WritePlan,
} from "../../core/api";
import type { WorkbookPackage } from "../../workbook/xlsx/package/workbookPackage";
import { CommandFailure, exitStatus } from "../exit";
import { closeJson, shownStep, type ShownStep } from "../json/closeJson";
import { openWorkbookFile } from "../openWorkbookFile";
import { actOptions, chooseBook, writeBook } from "../writeBook";
import { report } from "../report";
import { asOfOption, jsonOption, namedUsageOption, parseRunOptions } from "../runOptions";
import { sha256 } from "../sha256";

interface CloseCommandOptions {
  readonly usage?: readonly string[];
  readonly by?: string;
  readonly reopen?: boolean;
  readonly reason?: string;
  readonly checklist?: boolean;
  readonly asOf?: string;
  readonly out?: string;
  readonly json?: boolean;
}

function periodOf(text: string): Period {
  const period = parsePeriod(text);
  if (period) return period;
  throw new CommandFailure(
    `${text} is no period: write a month like 2026-10, a quarter like 2026-Q4, a year or two days like 2026-10-05..2026-11-04`,
  );
}

function refuseTogether({ reopen, checklist, reason }: CloseCommandOptions): void {
  if (reopen && checklist) throw new CommandFailure("--reopen and --checklist cannot be given together");
  if (!reopen && reason !== undefined)
    throw new CommandFailure("--reason is for --reopen: a period is closed by its checklist");
}

const stepLine = ({ step, state, passed, message }: ShownStep): string =>
  `  ${passed ? "ok  " : "open"}  ${step} (${state}): ${message}`;

const printed = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join("");

/** What is said first: whether the period is closed now. */
function headline({ isDone, options: { period, action } }: CloseRun): string {
  const name = formatPeriod(period);
  if (action === "reopen") return isDone ? `${name} is open again` : `${name} stays closed`;
  return isDone ? `${name} is closed` : `${name} stays open`;
}

/** A workbook that is read for closing, and who closes. */
interface ClosingBook {
  readonly path: string;
  readonly source: WorkbookPackage;
  readonly opened: OpenedReview;
  readonly period: Period;
  readonly surroundings: Pick<CloseOptions, "engineVersion" | "formulas">;
  readonly write: ActOptions;
}

/** Writes the result, where there is one; how the summary calls it. */
async function written(
  { path, source }: ClosingBook,
  plan: WritePlan | undefined,
  out: string | undefined,
): Promise<string> {
  if (!plan) return "";
  const output = await chooseBook(path, source, { suffix: "close", out });
  await writeBook(source, output.path, plan);
  return output.shown;
}

/** Adds the steps of a period to the Checklist, for people to fill in. */
async function addSteps(book: ClosingBook, { out, json }: CloseCommandOptions): Promise<void> {
  const { opened, period, surroundings } = book;
  const { steps: judged, isNew, closed } = judgeChecklist(opened, period, surroundings);
  const output = await written(book, isNew ? planChecklist(opened, period) : undefined, out);
  const steps = judged.map(shownStep);
  const said = isNew ? `Written to ${output}` : "The workbook has these steps already: no file is written";
  report(
    json
      ? closeJson({ period, closed: closed !== undefined, steps, head: opened.logs.head, output })
      : printed([`Checklist of ${formatPeriod(period)}`, ...steps.map(stepLine), said]),
    exitStatus.done,
  );
}

/** Closes a period, or opens it again. */
async function decide(
  book: ClosingBook,
  { reopen, reason = "", out, json }: CloseCommandOptions,
): Promise<void> {
  const { path, opened, period, surroundings, write } = book;
  const result = closePeriod(opened, {
    ...surroundings,
    period,
    action: reopen ? "reopen" : "close",
    by: write.who,
    when: write.when,
    reason,
  });
  if (!result.ok) throw new CommandFailure(`${path}: ${result.reason}`);
  const { run } = result;
  const plan = planClose(run, write);
  const output = await written(book, run.isDone ? plan : undefined, out);
  const steps = run.steps.map(shownStep);
  const closed = run.isDone !== (reopen === true);
  const said = run.isDone ? `Written to ${output}` : "No file is written";
  report(
    json
      ? closeJson({ period, closed, steps, head: headOf(plan, opened), output })
      : printed([headline(run), ...steps.map(stepLine), said]),
    run.isDone ? exitStatus.done : exitStatus.attention,
  );
}

async function close(path: string, text: string, options: CloseCommandOptions): Promise<void> {
  refuseTogether(options);
  const period = periodOf(text);
  const { asOf } = parseRunOptions(options.asOf === undefined ? {} : { asOf: options.asOf });
  const {
    snapshot,
    package: source,
    formulas,
  } = await openWorkbookFile(path, { withFormulas: true, usageFiles: "needed", usage: options.usage });
  const write = actOptions(asOf, options.by?.trim());
  const surroundings = { engineVersion: write.engineVersion, formulas };
  const book = { path, source, opened: openReview(snapshot, sha256), period, surroundings, write };
  await (options.checklist ? addSteps(book, options) : decide(book, options));
}

export function closeCommand(): Command {
  return new Command("close")
    .description(
      "Closes a period once its documents are final and its checklist is done; a closed period is not billed any more.",
    )
    .argument("<book>", "the billed workbook (.xlsx or .xlsm)")
    .argument("<period>", "2026-10, 2026-Q4, 2026 or 2026-10-05..2026-11-04")
    .option("--by <name>", "who closes; default: who runs it")
    .option("--reopen", "opens the period again")
    .option("--reason <text>", "why it is opened again; --reopen needs it")
    .option("--checklist", "only adds the steps of the period to the Checklist, and closes nothing")
    .addOption(asOfOption("now"))
    .addOption(namedUsageOption())
    .option("--out <file>", "the workbook to write; default: out/BOOK-close.xlsx, or .xlsm")
    .addOption(jsonOption())
    .action(close);
}
