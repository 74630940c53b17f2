import { csvFiles } from "../../../../test/support/bankStyles/csvStyles";
import { otherFiles } from "../../../../test/support/bankStyles/otherStyles";
import type { StyledFile } from "../../../../test/support/bankStyles/styledFile";
import { collectIssues } from "../../../core/issues/collectIssues";
import { formatDay } from "../../../core/calendar/day";
import { paymentsOfBank } from "../../../core/payments/bankPayments";
import { readBankFile } from "./readBankFile";

/** Characters of windows-1252 that the files use are those of Latin-1. */
const ansi = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

const bytesOf = ({ text, isAnsi }: StyledFile): Uint8Array =>
  isAnsi ? ansi(text) : new TextEncoder().encode(text);

function told(file: StyledFile) {
  const read = readBankFile(bytesOf(file), "file");
  if (!read.ok) return { payments: [`refused: ${read.failure.message}`], debits: 0, issues: [] };
  const { report, list } = collectIssues();
  const { payments, statements } = paymentsOfBank(
    read.file,
    { currency: "EUR", hash: (text) => text },
    report,
  );
  return {
    payments: payments.map(
      ({ date, amount, currency, payer, reference }) =>
        `${formatDay(date)} ${amount.toFixed()} ${currency} | ${payer} | ${reference}`,
    ),
    debits: statements.reduce((sum, { debits }) => sum + debits, 0),
    issues: list().map(({ code }) => code),
  };
}

it.each([...csvFiles, ...otherFiles].map((file) => [file.name, file] as const))("%s", (_, file) => {
  const { payments, debits = 0, issues = [] } = file;
  expect(told(file)).toEqual({ payments, debits, issues });
});
