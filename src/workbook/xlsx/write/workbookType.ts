import { spreadsheetType } from "../../opc/contentTypes";
import type { PackageDraft } from "../../opc/packageDraft";
import type { WorkbookFormat } from "../package/workbookPackage";

const MACRO_WORKBOOK_TYPE = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";

/** Says that a file is a workbook of its format, also where it was made from a template. */
export function keepAsWorkbook({ workbookPart, contentTypes }: PackageDraft, format: WorkbookFormat): void {
  const type = format === "xlsx" ? spreadsheetType("sheet.main") : MACRO_WORKBOOK_TYPE;
  if (contentTypes.typeOf(workbookPart) !== type) contentTypes.setType(workbookPart, type);
}
