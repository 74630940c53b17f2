import { Command, Option } from "commander";
import {
  applyPayments,
  cashTotals,
  formatDay,
  formatMoney,
  nextAct,
  planPayments,
  withoutMended,
  type PaymentOptions,
  type PaymentsRun,
} from "../../core/api";
import { CommandFailure } from "../exit";
import { paymentsJson } from "../json/paymentsJson";
import { bankJson } from "../json/bankJson";
import { openWorkbookFile } from "../openWorkbookFile";
import {
  columnsOption,
  datesOption,
  receiptsOption,
  receiptsText,
  withReceiptFiles,
  type ReceiptOptions,
} from "../receiptFiles";
import { issueLines, issuesJson, statusOfIssues } from "../issueLines";
import { ledgerOf } from "../receivables/ledgerFile";
import { actOptions, chooseBook, writeBook } from "../writeBook";
import { report } from "../report";
import { asOfOption, jsonOption, parseRunOptions } from "../runOptions";
import { textTable } from "../textTable";
import { userName } from "../userName";

interface PaymentsOptions extends ReceiptOptions {
  readonly asOf?: string;
  readonly accept?: "high" | "medium";
  readonly rule?: "oldest";
  readonly reverse?: readonly string[];
  readonly by?: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** What a person does with rows that wait, where some do. */
function nextSteps(proposed: number, reviews: number): string {
  const lines = [
    ...(proposed > 0
      ? [
          "Proposed: set Status to Posted in Applications, or run again with --accept medium once they are right.",
        ]
      : []),
    ...(reviews > 0
      ? ["To review: write the invoices into Invoice number of the payment in Payments, and run again."]
      : []),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function paymentsText(run: PaymentsRun): string {
  const { ledger, applications, proposals } = run;
  const reviews = proposals.filter(({ status }) => status === "review").length;
  const columns = ["Currency", "Received", "Applied", "Unapplied", "Discount", "Written off"].map(
    (title, index) => ({
      title,
      isFigure: index > 0,
    }),
  );
  const rows = cashTotals(ledger).map(({ currency, received, applied, unapplied, discount, writtenOff }) => [
    currency,
    ...[received, applied, unapplied, discount, writtenOff].map((amount) => formatMoney(amount, currency)),
  ]);
  const next = nextSteps(proposals.length - reviews, reviews);
  return [
    `Payments as of ${formatDay(ledger.asOf)}: ${String(applications.length)} rows posted, `,
    `${String(proposals.length - reviews)} proposed, ${String(reviews)} to review\n`,
    textTable(columns, rows),
    next,
  ].join("");
}

async function payments(path: string, options: PaymentsOptions): Promise<void> {
  const { asOf } = parseRunOptions(options.asOf === undefined ? {} : { asOf: options.asOf });
  const file = await openWorkbookFile(path);
  const source = file.package;
  const imported = await withReceiptFiles(file.snapshot, options);
  const { issues: ofBook, ledger } = ledgerOf(imported.snapshot, path, options.asOf);
  const paymentOptions: PaymentOptions = {
    asOf,
    accept: options.accept,
    usesOldest: options.rule === "oldest",
    reverse: options.reverse ?? [],
    by: options.by ?? userName(),
    runId: nextAct(ledger.book.snapshot),
  };
  const result = applyPayments({ ledger }, paymentOptions);
  if (!result.ok) throw new CommandFailure(`--reverse ${result.id}: ${result.reason}`);
  const { run } = result;
  const issues = [...imported.issues, ...withoutMended(ofBook, run.ledger)];
  const plan = planPayments(run, paymentOptions, actOptions(asOf, options.by), imported);
  const output = await chooseBook(path, source, {
    suffix: "payments",
    out: options.out,
    ...(options.receipts && { reads: options.receipts }),
  });
  await writeBook(source, output.path, plan);
  const answer = {
    asOf: formatDay(ledger.asOf),
    ...bankJson(imported),
    ...paymentsJson(run),
    issues: issuesJson(issues),
    output: output.shown,
  };
  report(
    options.json
      ? `${JSON.stringify(answer, null, 2)}\n`
      : `${receiptsText(imported)}${paymentsText(run)}${issueLines(issues)}Written to ${output.shown}\n`,
    statusOfIssues(issues),
  );
}

export function paymentsCommand(): Command {
  return new Command("payments")
    .description(
      "Reads bank files and proposes which payment pays which invoice; posts what is accepted, takes back what was wrong.",
    )
    .argument("<book>", "the workbook (.xlsx or .xlsm)")
    .addOption(receiptsOption())
    .addOption(columnsOption())
    .addOption(datesOption())
    .addOption(
      new Option("--accept <confidence>", "post proposals: high, or medium for both").choices([
        "high",
        "medium",
      ]),
    )
    .addOption(new Option("--rule <rule>", "what no other rule matches goes by due date").choices(["oldest"]))
    .option("--reverse <id...>", "applications or payments to take back")
    .option("--by <name>", "who accepts; default: who runs it")
    .addOption(asOfOption("the last day of Invoices, Payments and Applications"))
    .option("--out <file>", "the workbook to write; default: out/BOOK-payments.xlsx, or .xlsm")
    .addOption(jsonOption())
    .action(payments);
}
