import { windows1252Bytes, type FileContent } from "../../core/api";
import { encodeUtf8 } from "../bytes/text";
import type { WorkbookPackage } from "../xlsx/package/workbookPackage";
import { applyPlan } from "../xlsx/write/applyPlan";
import { writeZip } from "../zip/writeZip";

/** The bytes of a file that an export makes; `template` is the user's blank file, where there is one. */
export function bytesOfExport(content: FileContent, template?: WorkbookPackage): Uint8Array {
  switch (content.kind) {
    case "text":
      return content.encoding === "utf-8" ? encodeUtf8(content.text) : windows1252Bytes(content.text);
    case "zip":
      return writeZip(content.members.map(({ name, text }) => ({ name, bytes: encodeUtf8(text) })));
    case "template":
      if (!template) throw new Error("a template that was read is filled, and there is none");
      return applyPlan(template, content.plan);
  }
}
