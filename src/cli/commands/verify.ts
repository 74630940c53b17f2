import { Command } from "commander";
import manifest from "../../../package.json";
import { claimOfVerify, verifyBook, type VerifiedBook, type VerifiedInvoice } from "../../core/api";
import { CommandFailure, exitStatus } from "../exit";
import { verifyJson } from "../json/reviewJson";
import { openWorkbookFile } from "../openWorkbookFile";
import { report } from "../report";
import { findingText } from "../review/findingText";
import { invoiceOption } from "../review/invoiceOption";
import { jsonOption, namedUsageOption } from "../runOptions";
import { sha256 } from "../sha256";

interface VerifyOptions {
  readonly head?: string;
  readonly invoice?: readonly string[];
  readonly usage?: readonly string[];
  readonly json?: boolean;
}

function invoiceLines({ invoice, result, differences, notes }: VerifiedInvoice): string[] {
  return [
    `${invoice} ${result}`,
    ...[...differences, ...notes].map((finding) => `  ${findingText(finding)}`),
  ];
}

/** A paragraph in lines of at most 80 characters. */
function wrapped(text: string): string {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines.at(-1)!;
    if (last === "") lines[lines.length - 1] = word;
    else if (last.length + 1 + word.length <= 80) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join("\n");
}

/** Document after document with what differs, then the workbook's own findings, then the head of its log. */
function text({ invoices, findings, log, passed, failed, notChecked }: VerifiedBook): string {
  const lines = [
    ...invoices.flatMap(invoiceLines),
    ...findings.map(findingText),
    `${String(passed)} passed, ${String(failed)} failed, ${String(notChecked)} not checked`,
    log.head === "" ? "Head: none; the workbook has no Run log" : `Head: ${log.head}`,
  ];
  return lines.map((line) => `${line}\n`).join("");
}

async function verify(path: string, options: VerifyOptions): Promise<void> {
  const { snapshot, formulas } = await openWorkbookFile(path, {
    withFormulas: true,
    usageFiles: "if at hand",
    usage: options.usage,
  });
  const verified = verifyBook(snapshot, {
    sha256,
    engineVersion: manifest.version,
    head: options.head,
    numbers: options.invoice,
    formulas,
  });
  if (typeof verified === "string") throw new CommandFailure(`${path}: there is no document ${verified}`);
  report(
    options.json ? `${JSON.stringify(verifyJson(verified), null, 2)}\n` : text(verified),
    verified.result === "FAIL" ? exitStatus.attention : exitStatus.done,
  );
}

export function verifyCommand(): Command {
  return new Command("verify")
    .description(
      "Checks every document of a billed workbook: its seal, its computation, its inputs, its state and the logs. Prints the head of the log to note elsewhere.",
    )
    .argument("<book>", "the billed workbook (.xlsx or .xlsm)")
    .option("--head <hash>", "the head that was noted: it must be in the log")
    .addOption(invoiceOption("documents to check; default: all"))
    .addOption(namedUsageOption())
    .addOption(jsonOption())
    .addHelpText("after", `\n${claimOfVerify.map((text) => wrapped(text)).join("\n\n")}`)
    .action(verify);
}
