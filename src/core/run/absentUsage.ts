import { formatDay } from "../calendar/day";
import type { Snapshot } from "../grid/grid";
import { readRegister } from "../documents/register";
import { makeIssue, unheard, type Report } from "../issues/issue";
import { absentFiles, type AbsentFile } from "../metering/usageFiles";
import { absentFor } from "../review/verify/absentUsage";
import { readSettings } from "../settings/readSettings";

/** Why the rows of a file are not here. */
const whyAbsent = ({ isChanged }: AbsentFile): string =>
  isChanged ? "it has another content now" : "it is not at hand";

/** The files that are not here and hold usage that a document of the workbook bills. */
export function absentForInvoice(snapshot: Snapshot, number: string): AbsentFile[] {
  const { invoices } = readRegister(snapshot, readSettings(snapshot, unheard), unheard);
  const document = invoices.find(({ invoiceNumber }) => invoiceNumber === number);
  return document ? absentFor(document, absentFiles(snapshot)) : [];
}

/** Reports files whose rows were billed and are not here. */
export function reportAbsentFiles(snapshot: Snapshot, report: Report): AbsentFile[] {
  const absent = absentFiles(snapshot);
  for (const file of absent) {
    const { from, to } = file.days;
    const days = Number.isFinite(from)
      ? { from: formatDay(from), to: formatDay(to) }
      : { from: "?", to: "?" };
    report(
      makeIssue("USAGE_FILE_ABSENT", {
        at: file.at,
        value: file.file,
        words: { ...days, why: whyAbsent(file) },
      }),
    );
  }
  return absent;
}
