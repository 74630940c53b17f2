import type { PlannedChart, PlannedImage, PlannedSheet } from "../../../core/api";
import { equalBytes } from "../../bytes/bytes";
import type { Steps } from "../../bytes/steps";
import { Utf8Sink } from "../../bytes/textSink";
import { spreadsheetType } from "../../opc/contentTypes";
import { chartXml } from "./chartXml";
import { chartAnchor, drawingXml, pictureAnchor } from "./drawingXml";
import type { PackageDraft } from "../../opc/packageDraft";
import { folderOf } from "../../opc/partName";
import { packSheet, type SheetRelations } from "./sheetXml";
import type { StyleSheet } from "../styles/styleSheet";
import type { TableNames } from "./tableNames";
import { tableXml, uniqueColumnNames, withHeaderTexts, type NamedTable } from "./tableXml";

const DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml";

const CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";

const hasDrawing = ({ image, charts = [] }: PlannedSheet): boolean =>
  image !== undefined || charts.length > 0;

/** Writes the sheets of a plan with the parts they need: drawing, picture, table. */
export class SheetPartWriter {
  private readonly folder: string;
  private readonly rows = new Utf8Sink();
  private readonly pictures: { readonly bytes: Uint8Array; readonly part: string }[] = [];

  constructor(
    private readonly draft: PackageDraft,
    private readonly styles: StyleSheet,
    private readonly tableNames: TableNames,
  ) {
    this.folder = folderOf(draft.workbookPart);
  }

  /** Returns the name of the sheet's part; `kept` is what it has of the sheet in whose place it is written. */
  *write(sheet: PlannedSheet, kept: Pick<SheetRelations, "codeName" | "rules">): Steps<string> {
    const { draft } = this;
    const part = draft.freeName(`${this.folder}worksheets/sheet`, ".xml");
    const table = this.nameTable(sheet);
    const rows = table === undefined ? sheet.rows : withHeaderTexts(sheet, table);
    const relations = {
      drawing: hasDrawing(sheet) ? this.relate(part, "drawing", this.writeDrawing(sheet)) : undefined,
      table: table && this.relate(part, "table", this.writeTable(table)),
      ...kept,
    };
    const content = yield* packSheet({ ...sheet, rows }, this.styles, draft.dialect, relations, this.rows);
    draft.add(part, spreadsheetType("worksheet"), content);
    return part;
  }

  private relate(owner: string, kind: string, part: string): string {
    return this.draft.relationships(owner).add(`${this.draft.dialect.relationships}/${kind}`, part);
  }

  private nameTable({ table, rows }: PlannedSheet): NamedTable | undefined {
    if (table === undefined || table.columns.length === 0) return undefined;
    const { headerRow } = table;
    return {
      id: this.tableNames.nextId(),
      name: this.tableNames.claim(table.name),
      headerRow,
      lastRow: Math.max(rows.length - 1, headerRow + 1),
      columns: uniqueColumnNames(table.columns),
    };
  }

  private writeTable(table: NamedTable): string {
    const part = this.draft.freeName(`${this.folder}tables/table`, ".xml");
    this.draft.add(part, spreadsheetType("table"), tableXml(table, this.draft.dialect));
    return part;
  }

  private writeDrawing(sheet: PlannedSheet): string {
    const { dialect } = this.draft;
    const part = this.draft.freeName(`${this.folder}drawings/drawing`, ".xml");
    const { image, charts = [] } = sheet;
    const anchors = [
      ...(image
        ? [pictureAnchor(image, this.relate(part, "image", this.writePicture(image)), 2, dialect)]
        : []),
      ...charts.map((chart, index) =>
        chartAnchor(
          chart,
          index,
          this.relate(part, "chart", this.writeChart(chart, sheet)),
          3 + index,
          dialect,
        ),
      ),
    ];
    this.draft.add(part, DRAWING_TYPE, drawingXml(anchors, dialect));
    return part;
  }

  private writeChart(chart: PlannedChart, sheet: PlannedSheet): string {
    const part = this.draft.freeName(`${this.folder}charts/chart`, ".xml");
    this.draft.add(part, CHART_TYPE, chartXml(chart, sheet, this.draft.dialect));
    return part;
  }

  /** One part for a picture, however many sheets show it. */
  private writePicture({ bytes, type }: PlannedImage): string {
    const known = this.pictures.find((picture) => equalBytes(picture.bytes, bytes));
    if (known !== undefined) return known.part;
    const part = this.draft.freeName(`${this.folder}media/image`, `.${type}`);
    this.draft.addMedia(part, `image/${type}`, bytes);
    this.pictures.push({ bytes, part });
    return part;
  }
}
