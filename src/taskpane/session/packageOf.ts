import { openPackage } from "../../workbook/xlsx/package/openPackage";
import type { WorkbookPackage } from "../../workbook/xlsx/package/workbookPackage";
import { SessionFailure } from "./failure";

/** The parts of a workbook's file; one that is none says why. */
export function packageOf(file: Uint8Array): WorkbookPackage {
  const opened = openPackage(file);
  if (opened.ok) return opened.package;
  throw new SessionFailure({ code: "BAD_VALUE", message: opened.failure.message });
}
