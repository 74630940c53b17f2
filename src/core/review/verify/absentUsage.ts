import { absentFiles, type AbsentFile } from "../../metering/usageFiles";
import { usageFilesTable } from "../../metering/usageFiles.table";
import type { RegisteredInvoice } from "../../documents/register";
import { reviewFinding, type ReviewFinding } from "../finding";
import { scopeOf, touches } from "../seal/scope";
import type { BookCheck } from "./check";

const { title, columns } = usageFilesTable;

/** The files that are not here and hold usage that a document bills. */
export function absentFor(document: RegisteredInvoice, absent: readonly AbsentFile[]): AbsentFile[] {
  if (absent.length === 0) return [];
  const days = scopeOf(document).contracts.flatMap(({ usageDays }) => usageDays);
  return absent.filter((file) => touches(days, file.days));
}

/** That a document cannot be computed again. */
export function noteAbsent({ invoiceNumber }: RegisteredInvoice, { file, at }: AbsentFile): ReviewFinding {
  return reviewFinding("USAGE_FILE_ABSENT", {
    invoice: invoiceNumber,
    table: title,
    key: file,
    column: columns.file.title,
    at,
    message: `its usage is in “${file}”, which is not at hand as it was billed: not computed again`,
  });
}

/** Files of usage that are there with another content than was billed. */
export const changedUsageFiles: BookCheck = ({ snapshot }) =>
  absentFiles(snapshot)
    .filter(({ isChanged }) => isChanged)
    .map(({ file, sha256, at }) =>
      reviewFinding("USAGE_FILE_CHANGED", {
        table: title,
        key: file,
        column: columns.sha256.title,
        at,
        message: `“${file}” has another content than was billed (SHA-256 ${sha256})`,
      }),
    );
