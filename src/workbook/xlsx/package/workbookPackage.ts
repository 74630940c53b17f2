import type { Picture, TableArea } from "../../../core/api";
import { finish, type Steps } from "../../bytes/steps";
import type { PackageParts } from "../../opc/packageParts";
import { readPictures } from "./pictures";
import { readSheetList, type SheetPart } from "./sheetList";
import { readTableParts, type TablePart } from "./tables";
import type { ZipArchive } from "../../zip/zipArchive";

/** A workbook that Excel lets hold macros, or one that it does not: a file must be named as it is. */
export type WorkbookFormat = "xlsx" | "xlsm";

/** An open workbook: its list of sheets is read, all else stays packed until it is asked for. */
export class WorkbookPackage {
  /** In the order of the tabs. */
  readonly sheets: readonly SheetPart[];
  /** Serials count from 1904-01-01. */
  readonly date1904: boolean;
  private knownTableParts: readonly TablePart[] | undefined;

  constructor(
    readonly parts: PackageParts,
    /** What its content type says, whatever the name of its file. */
    readonly format: WorkbookFormat,
  ) {
    const { sheets, date1904 } = readSheetList(parts);
    this.sheets = sheets;
    this.date1904 = date1904;
  }

  get archive(): ZipArchive {
    return this.parts.archive;
  }

  get partNames(): readonly string[] {
    return this.archive.names;
  }

  /** Undefined where there is none; cells that name a format are then refused by whoever reads them. */
  get stylesPart(): string | undefined {
    return this.parts.relatedParts(this.parts.workbookPart, "/styles")[0];
  }

  get sharedStringsPart(): string | undefined {
    return this.parts.relatedParts(this.parts.workbookPart, "/sharedStrings")[0];
  }

  /** It holds macros, in Visual Basic or on a sheet of the old kind. */
  get hasMacros(): boolean {
    const { workbookPart } = this.parts;
    const isOld = this.sheets.some(({ kind }) => kind === "macrosheet");
    return isOld || this.parts.relationships(workbookPart).ofKind("/vbaProject").length > 0;
  }

  /** All tables, also those without a header row. */
  get tableParts(): readonly TablePart[] {
    return this.knownTableParts ?? finish(this.findTables());
  }

  /** Finds what `tableParts` gives, in steps. */
  *findTables(): Steps<readonly TablePart[]> {
    const found: TablePart[] = [];
    for (const sheet of this.sheets) {
      found.push(...readTableParts(this.parts, sheet));
      yield;
    }
    this.knownTableParts = found;
    return found;
  }

  /** The tables that have a header row, without their rows of totals. */
  get tables(): readonly TableArea[] {
    return this.tableParts.filter((table) => table.hasHeader).map((table) => table.area);
  }

  /** The PNG and JPEG pictures on a sheet, in the order of its drawing. */
  pictures(sheet: SheetPart): readonly Picture[] {
    return finish(this.findPictures(sheet));
  }

  /** As `pictures`, in steps. */
  findPictures(sheet: SheetPart): Steps<readonly Picture[]> {
    return readPictures(this.parts, sheet);
  }
}
