import { Command } from "commander";
import {
  acts,
  formatMoment,
  headOf,
  openReview,
  performAct,
  planAct,
  type Act,
  type ActId,
  type ActRun,
} from "../../core/api";
import { CommandFailure, exitStatus } from "../exit";
import { actJson } from "../json/reviewJson";
import { logoFor } from "../logo";
import { openWorkbookFile } from "../openWorkbookFile";
import { actOptions, chooseBook, writeBook } from "../writeBook";
import { report } from "../report";
import { findingText } from "../review/findingText";
import { invoiceOption } from "../review/invoiceOption";
import { refuseOvertaken } from "../review/refuseOvertaken";
import { asOfOption, jsonOption, namedUsageOption, parseRunOptions, periodOption } from "../runOptions";
import { sha256 } from "../sha256";
import { userName } from "../userName";

interface ActCommandOptions {
  readonly usage?: readonly string[];
  readonly by?: string;
  readonly invoice?: readonly string[];
  readonly all?: boolean;
  readonly period?: string;
  readonly customer?: string;
  readonly comment?: string;
  readonly reason?: string;
  readonly asOf?: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** Which documents: some by number, or all in a state that the act takes. */
function chosenNumbers({ invoice, all, period, customer }: ActCommandOptions): readonly string[] | undefined {
  if (invoice && all) throw new CommandFailure("--invoice and --all cannot be given together");
  if (!invoice && !all && period === undefined && customer === undefined)
    throw new CommandFailure("name documents with --invoice NUMBER, or take --all");
  return invoice;
}

function text({ act, done, refused }: ActRun, output: string): string {
  const lines = [
    ...done.map(({ approval: { invoiceNumber, was, from, to } }) => {
      const before = was === undefined ? "" : ` (was ${was})`;
      return `${invoiceNumber}${before}  ${from === to ? (to ?? "") : `${from ?? ""} → ${to ?? ""}`}`;
    }),
    ...refused.flatMap(({ invoice, code, message, findings }) => [
      `${invoice}  ${code}  ${message}`,
      ...findings.map((finding) => `  ${findingText(finding)}`),
    ]),
    ...(done.length === 0 ? [`Nothing to ${act.id}: no file is written`] : [`Written to ${output}`]),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

async function perform(
  act: Act & { readonly id: ActId },
  path: string,
  options: ActCommandOptions,
): Promise<void> {
  const numbers = chosenNumbers(options);
  const { period, asOf } = parseRunOptions({
    ...(options.period === undefined ? {} : { period: options.period }),
    ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
  });
  const by = options.by?.trim() ?? userName();
  const book = await openWorkbookFile(path, { usageFiles: "needed", usage: options.usage });
  const { snapshot, package: source } = book;
  const write = actOptions(asOf, by);
  const opened = openReview(snapshot, sha256);
  const result = performAct(opened, {
    act: act.id,
    numbers,
    period,
    customerId: options.customer,
    by,
    when: write.when,
    comment: (act.needsReason ? options.reason : (options.comment ?? options.reason)) ?? "",
    engineVersion: write.engineVersion,
  });
  if (!result.ok) throw new CommandFailure(`${path}: ${result.reason}`);
  const { run } = result;
  const logo = await logoFor(opened.settings.logo, path, snapshot.pictures.length > 0);
  const plan = planAct(run, { ...write, logo });
  const output =
    run.done.length === 0 ? undefined : await chooseBook(path, source, { suffix: act.id, out: options.out });
  if (output && act.writes.number === "given") await refuseOvertaken(path, book);
  if (output) await writeBook(source, output.path, plan);
  const shown = output?.shown ?? "";
  const when = formatMoment(write.when);
  report(
    options.json
      ? `${JSON.stringify(actJson(run, when, headOf(plan, opened), shown), null, 2)}\n`
      : text(run, shown),
    run.refused.length > 0 ? exitStatus.attention : exitStatus.done,
  );
}

/** The command of an act; what differs from act to act stands in its declaration. */
const actCommand = (act: Act & { readonly id: ActId }) => (): Command =>
  new Command(act.id)
    .description(act.help)
    .argument("<book>", "the workbook (.xlsx or .xlsm)")
    .option("--by <name>", "who does it; default: who runs it")
    .addOption(invoiceOption("the documents, by number or DRAFT- key"))
    .option(
      "--all",
      `all documents that are ${act.from.map((status) => status.replace("_", " ")).join(", ")}`,
    )
    .addOption(periodOption("every period"))
    .option("--customer <id>", "only documents of a customer")
    .option("--comment <text>", "kept in Approvals")
    .option("--reason <text>", act.needsReason ? "why; it is needed" : "the same as --comment")
    .addOption(asOfOption("now"))
    .addOption(namedUsageOption())
    .option("--out <file>", `the workbook to write; default: out/BOOK-${act.id}.xlsx, or .xlsm`)
    .addOption(jsonOption())
    .action((path: string, options: ActCommandOptions) => perform(act, path, options));

/** A command an act, in the order in which documents meet them. */
export const actCommands = acts.map(actCommand);
