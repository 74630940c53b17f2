/** The namespaces of one of the two kinds of OOXML; what is added to a workbook is of the workbook's kind. */
export interface Dialect {
  readonly main: string;
  /** Also the beginning of every relationship type. */
  readonly relationships: string;
  readonly spreadsheetDrawing: string;
  readonly drawing: string;
}

const transitional: Dialect = {
  main: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  relationships: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  spreadsheetDrawing: "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
  drawing: "http://schemas.openxmlformats.org/drawingml/2006/main",
};

const strict: Dialect = {
  main: "http://purl.oclc.org/ooxml/spreadsheetml/main",
  relationships: "http://purl.oclc.org/ooxml/officeDocument/relationships",
  spreadsheetDrawing: "http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing",
  drawing: "http://purl.oclc.org/ooxml/drawingml/main",
};

/** The dialect by the type of the relationship that leads to the workbook. */
export function dialectOf(workbookRelationshipType: string): Dialect {
  return workbookRelationshipType.startsWith(strict.relationships) ? strict : transitional;
}

/** What every part begins with. */
export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
