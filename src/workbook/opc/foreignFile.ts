import { indexOfBytes, viewOf } from "../bytes/bytes";
import type { FileBytes } from "../bytes/fileBytes";
import { kindOfFile, LOOKED_AT } from "../bytes/fileKind";
import type { PackageFailure } from "../readFailure";

/** Says what a file is that is no zip at all; undefined for a zip. */
export function describeForeignFile(file: FileBytes): PackageFailure | undefined {
  const { id, title } = kindOfFile(file.subarray(0, LOOKED_AT));
  if (id === "empty") return notAWorkbook("The file is empty");
  if (id === "ole") return describeOleFile(file.subarray(0));
  return id === "zip" ? undefined : notAWorkbook(`The file is not an Excel workbook but ${title}`);
}

/** Says what a zip is that holds no workbook part. */
export function describeForeignZip(has: (name: string) => boolean, mimetype: string): PackageFailure {
  if (mimetype.startsWith("application/vnd.oasis.opendocument")) {
    return notAWorkbook("The file is an OpenDocument file (.ods)");
  }
  if (has("Index/Document.iwa") || has("Index.zip")) return notAWorkbook("The file is an Apple Numbers file");
  if (has("word/document.xml")) return notAWorkbook("The file is a Word document");
  if (has("ppt/presentation.xml")) return notAWorkbook("The file is a PowerPoint presentation");
  return notAWorkbook("The file is a zip archive without a workbook in it");
}

function notAWorkbook(subject: string): PackageFailure {
  return {
    code: "NOT_A_WORKBOOK",
    message: `${subject}; give an Excel workbook, or open it in Excel and save it as .xlsx.`,
  };
}

const DIRECTORY_ENTRY_SIZE = 128;
const STREAM = 2;

function describeOleFile(file: Uint8Array): PackageFailure {
  if (hasOleStream(file, "EncryptedPackage")) {
    return {
      code: "ENCRYPTED",
      message:
        "The workbook is protected with a password; open it in Excel, remove the password (File > Info > Protect Workbook) and save it.",
    };
  }
  if (hasOleStream(file, "Workbook") || hasOleStream(file, "Book")) {
    return {
      code: "OLD_XLS",
      message: "The workbook has the format of Excel 97-2003 (.xls); open it in Excel and save it as .xlsx.",
    };
  }
  return {
    code: "OLD_XLS",
    message: "The file has an old Office format (97-2003); open it in Excel and save it as .xlsx.",
  };
}

/** Looks for a directory entry wherever entries can lie, so that the sector chain need not be whole. */
function hasOleStream(file: Uint8Array, name: string): boolean {
  const written = Uint8Array.from(`${name}\0`.split("").flatMap((letter) => [letter.charCodeAt(0), 0]));
  for (let at = indexOfBytes(file, written); at >= 0; at = indexOfBytes(file, written, at + 2)) {
    if (at % DIRECTORY_ENTRY_SIZE !== 0 || at + DIRECTORY_ENTRY_SIZE > file.length) continue;
    if (viewOf(file).getUint16(at + 64, true) === written.length && file[at + 66] === STREAM) return true;
  }
  return false;
}
