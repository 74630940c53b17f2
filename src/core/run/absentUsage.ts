import { formatDay } from "../calendar/day";
import { overlaps, type Period } from "../calendar/period";
import type { Snapshot } from "../grid/grid";
import { readRegister } from "../documents/register";
import { makeIssue, unheard, type Report } from "../issues/issue";
import { absentFiles, type AbsentFile } from "../metering/usageFiles";
import { absentFor } from "../review/verify/absentUsage";
import { readSettings } from "../settings/readSettings";

/** Why the rows of a file are not here. */
const whyAbsent = ({ isChanged }: AbsentFile): string =>
  isChanged ? "has another content now" : "is not at hand";

/** "its usage from 2026-06-01 to 2026-06-30 is in june.csv, which is not at hand": what to do follows. */
export function absentUsageText(absent: AbsentFile): string {
  const { from, to } = absent.days;
  const span = Number.isFinite(from) ? ` from ${formatDay(from)} to ${formatDay(to)}` : "";
  return `its usage${span} is in ${absent.file}, which ${whyAbsent(absent)}`;
}

const anyTime: Period = { from: -Infinity, to: Infinity };

/** The first file that is not here and holds usage of these days, of any where none are given. */
export function absentIn(snapshot: Snapshot, asked = anyTime): AbsentFile | undefined {
  return absentFiles(snapshot).find(({ days }) => overlaps(days, asked));
}

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
        words: { ...days, why: `it ${whyAbsent(file)}` },
      }),
    );
  }
  return absent;
}
