import { indexOfBytes, startsWith, viewOf } from "../bytes/bytes";
import { decodeMarked } from "../bytes/text";
import type { PackageFailure } from "../readFailure";

const OLE_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Says what a file is that is no zip at all; undefined for a zip. */
export function describeForeignFile(bytes: Uint8Array): PackageFailure | undefined {
  if (bytes.length === 0) return notAWorkbook("The file is empty");
  if (startsWith(bytes, ...OLE_SIGNATURE)) return describeOleFile(bytes);
  // Even one byte short of a signature, a beginning of a zip is a zip that was cut off.
  if (startsWith(bytes, 0x50, 0x4b)) return undefined;
  return notAWorkbook(`The file is not an Excel workbook but ${guessKind(bytes)}`);
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

function notAWorkbook(what: string): PackageFailure {
  return {
    code: "NOT_A_WORKBOOK",
    message: `${what}; give an Excel workbook, or open it in Excel and save it as .xlsx.`,
  };
}

function guessKind(bytes: Uint8Array): string {
  if (startsWith(bytes, 0x1f, 0x8b)) return "a gzip archive";
  const start = decodeMarked(bytes.subarray(0, 1024)).trimStart().toLowerCase();
  if (start.startsWith("%pdf")) return "a PDF document";
  if (/^<(!doctype html|html|head|body|table)/.test(start)) return "an HTML page";
  if (start.startsWith("<?xml") || start.startsWith("<")) return "an XML file";
  if (start.startsWith("{\\rtf")) return "an RTF document";
  if (start.includes("\0")) return "a binary file";
  if (/^[^\n]*[,;\t]/.test(start)) return "text with separators (CSV)";
  return "plain text";
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
