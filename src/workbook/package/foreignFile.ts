import type { PackageFailure } from "./failure";

/** Says what a file is that is no zip at all; undefined for a zip. */
export function describeForeignFile(bytes: Uint8Array): PackageFailure | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length === 0) return notAWorkbook("The file is empty");
  if (startsWith(file, "d0cf11e0a1b11ae1")) return describeOleFile(file);
  // Even one byte short of a signature, a beginning of a zip is a zip that was cut off.
  if (startsWith(file, "504b")) return undefined;
  return notAWorkbook(`The file is not an Excel workbook but ${guessKind(file)}`);
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

function startsWith(file: Buffer, hex: string): boolean {
  return file.subarray(0, hex.length / 2).toString("hex") === hex;
}

function guessKind(file: Buffer): string {
  if (startsWith(file, "1f8b")) return "a gzip archive";
  const encoding = startsWith(file, "fffe") ? "utf16le" : "utf8";
  const start = file
    .toString(encoding, 0, 1024)
    .replace(/^\ufeff/, "")
    .trimStart()
    .toLowerCase();
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

function describeOleFile(file: Buffer): PackageFailure {
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
function hasOleStream(file: Buffer, name: string): boolean {
  const written = Buffer.from(`${name}\0`, "utf16le");
  for (let at = file.indexOf(written); at >= 0; at = file.indexOf(written, at + 2)) {
    if (at % DIRECTORY_ENTRY_SIZE !== 0 || at + DIRECTORY_ENTRY_SIZE > file.length) continue;
    if (file.readUInt16LE(at + 64) === written.length && file[at + 66] === STREAM) return true;
  }
  return false;
}
