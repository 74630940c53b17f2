import { ContentTypes, contentTypesPart } from "../../opc/contentTypes";
import { PackageError, type PackageFailure } from "../../readFailure";
import { describeForeignFile, describeForeignZip } from "../../opc/foreignFile";
import { dialectOf } from "../../opc/namespaces";
import { relationshipsPartOf } from "../../opc/partName";
import { PackageParts } from "../../opc/packageParts";
import { Relationships } from "../../opc/relationships";
import { WorkbookPackage } from "./workbookPackage";
import { XmlError } from "../../xml/xml";
import { openZip, type ZipArchive } from "../../zip/zipArchive";
import { defaultZipLimits, type ZipLimits } from "../../zip/zipSafety";

export type OpenedPackage =
  | { readonly ok: true; readonly package: WorkbookPackage }
  | { readonly ok: false; readonly failure: PackageFailure };

/** Opens an .xlsx, .xlsm, .xltx or .xltm from memory. What can be wrong with a user's file is a value. */
export function openPackage(bytes: Uint8Array, limits: ZipLimits = defaultZipLimits): OpenedPackage {
  const foreign = describeForeignFile(bytes);
  if (foreign !== undefined) return { ok: false, failure: foreign };
  try {
    return { ok: true, package: openWorkbook(openZip(bytes, limits)) };
  } catch (error) {
    if (error instanceof PackageError) return { ok: false, failure: error.failure };
    if (error instanceof XmlError) return { ok: false, failure: damagedXml(error) };
    throw error;
  }
}

function damagedXml(error: XmlError): PackageFailure {
  return {
    code: "DAMAGED",
    message: `The workbook's list of parts or sheets is damaged (${error.message}); open it in Excel, let Excel repair it and save it again.`,
  };
}

/** The content type of a workbook part begins with one of these, and of a binary workbook with the last. */
const WORKBOOK_TYPE =
  /^application\/vnd\.(?:openxmlformats-officedocument\.spreadsheetml|ms-excel)\.(?:sheet|template|addin)\./i;
const BINARY_TYPE = /^application\/vnd\.ms-excel\.sheet\.binary\./i;

function openWorkbook(archive: ZipArchive): WorkbookPackage {
  const packageRelationships = relationshipsPartOf("");
  if (!archive.has(contentTypesPart) || !archive.has(packageRelationships)) throw foreignZip(archive);
  const contentTypes = new ContentTypes(archive.text(contentTypesPart));
  const [relationship] = new Relationships("", archive.text(packageRelationships)).ofKind("/officeDocument");
  if (relationship?.part === undefined || !archive.has(relationship.part)) throw foreignZip(archive);
  const part = archive.nameOf(relationship.part);
  const type = contentTypes.typeOf(part) ?? "";
  if (BINARY_TYPE.test(type)) {
    throw new PackageError(
      "UNSUPPORTED",
      "The workbook has the binary format (.xlsb); open it in Excel and save it as .xlsx.",
    );
  }
  if (!WORKBOOK_TYPE.test(type)) throw foreignZip(archive);
  return new WorkbookPackage(new PackageParts(archive, part, dialectOf(relationship.type)));
}

function foreignZip(archive: ZipArchive): PackageError {
  const mimetype = archive.has("mimetype") ? archive.text("mimetype") : "";
  const { code, message } = describeForeignZip((name) => archive.has(name), mimetype);
  return new PackageError(code, message);
}
