import { windows1252Bytes, type FileContent, type Snapshot } from "../../core/api";
import { encodeUtf8 } from "../bytes/text";
import type { WorkbookPackage } from "../xlsx/package/workbookPackage";
import { plainWorkbook } from "../xlsx/texts/plainWorkbook";
import { applyPlan } from "../xlsx/write/applyPlan";
import { writeZip } from "../zip/writeZip";

/** Files that some exports are made from. */
export interface ReadFiles {
  /** The user's blank file of the other system. */
  readonly template?: WorkbookPackage | undefined;
  /** The workbook as a file. */
  readonly book?: { readonly package: WorkbookPackage; readonly snapshot: Snapshot } | undefined;
}

/** The bytes of a file that an export makes. */
export function bytesOfExport(content: FileContent, { template, book }: ReadFiles = {}): Uint8Array {
  switch (content.kind) {
    case "text":
      return content.encoding === "utf-8" ? encodeUtf8(content.text) : windows1252Bytes(content.text);
    case "zip":
      return writeZip(content.members.map(({ name, text }) => ({ name, bytes: encodeUtf8(text) })));
    case "template":
      if (!template) throw new Error("a template that was read is filled, and there is none");
      return applyPlan(template, content.plan);
    case "plain workbook":
      if (!book) throw new Error("a workbook's file is made plain, and there is none");
      return plainWorkbook(book.package, book.snapshot);
  }
}
