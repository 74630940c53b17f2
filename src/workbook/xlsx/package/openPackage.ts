import type { FileBytes } from "../../bytes/fileBytes";
import { ContentTypes, contentTypesPart } from "../../opc/contentTypes";
import { PackageError, type PackageFailure } from "../../readFailure";
import { describeForeignFile, describeForeignZip } from "../../opc/foreignFile";
import { namingPart } from "../../opc/namingPart";
import { dialectOf } from "../../opc/namespaces";
import { relationshipsPartOf } from "../../opc/partName";
import { PackageParts } from "../../opc/packageParts";
import { Relationships } from "../../opc/relationships";
import { WorkbookPackage } from "./workbookPackage";
import { openZip, type ZipArchive } from "../../zip/zipArchive";
import { defaultZipLimits, type ZipLimits } from "../../zip/zipSafety";

export type OpenedPackage =
  | { readonly ok: true; readonly package: WorkbookPackage }
  | { readonly ok: false; readonly failure: PackageFailure };

/** Opens an .xlsx, .xlsm, .xltx or .xltm. What can be wrong with a user's file is a value. */
export function openPackage(file: FileBytes, limits: ZipLimits = defaultZipLimits): OpenedPackage {
  try {
    const foreign = describeForeignFile(file);
    if (foreign !== undefined) return { ok: false, failure: foreign };
    return { ok: true, package: openWorkbook(openZip(file, limits)) };
  } catch (error) {
    if (error instanceof PackageError) return { ok: false, failure: error.failure };
    throw error;
  }
}

/** The content type of a workbook part begins with one of these, and of a binary workbook with the last. */
const WORKBOOK_TYPE =
  /^application\/vnd\.(?:openxmlformats-officedocument\.spreadsheetml|ms-excel)\.(?:sheet|template|addin)\./i;
/** A workbook, or a template for one, that may hold macros. */
const MACRO_TYPE = /^application\/vnd\.ms-excel\.(?:sheet|template|addin)\.macroEnabled\./i;
const BINARY_TYPE = /^application\/vnd\.ms-excel\.sheet\.binary\./i;

function openWorkbook(archive: ZipArchive): WorkbookPackage {
  const packageRelationships = relationshipsPartOf("");
  if (!archive.has(contentTypesPart) || !archive.has(packageRelationships)) throw foreignZip(archive);
  const contentTypes = namingPart(contentTypesPart, () => new ContentTypes(archive.text(contentTypesPart)));
  const [relationship] = namingPart(
    packageRelationships,
    () => new Relationships("", archive.text(packageRelationships)),
  ).ofKind("/officeDocument");
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
  const parts = new PackageParts(archive, part, dialectOf(relationship.type));
  return new WorkbookPackage(parts, MACRO_TYPE.test(type) ? "xlsm" : "xlsx");
}

function foreignZip(archive: ZipArchive): PackageError {
  const mimetype = archive.has("mimetype") ? archive.text("mimetype") : "";
  const { code, message } = describeForeignZip((name) => archive.has(name), mimetype);
  return new PackageError(code, message);
}
