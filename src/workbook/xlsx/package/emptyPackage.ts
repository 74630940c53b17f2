import { encodeUtf8 } from "../../bytes/text";
import { contentTypesPart, spreadsheetType } from "../../opc/contentTypes";
import { dialectOf, xmlDeclaration } from "../../opc/namespaces";
import { PackageParts } from "../../opc/packageParts";
import { relationshipsPartOf } from "../../opc/partName";
import { emptyStyleSheet } from "../styles/styleSheet";
import { WorkbookPackage } from "./workbookPackage";
import { writeZip } from "../../zip/writeZip";
import { openZip } from "../../zip/zipArchive";

const WORKBOOK_PART = "xl/workbook.xml";
const STYLES_PART = "xl/styles.xml";
const PACKAGE_NAMESPACE = "http://schemas.openxmlformats.org/package/2006";

/** A workbook without sheets: a plan applied to it makes a new file. */
export function emptyPackage(): WorkbookPackage {
  const dialect = dialectOf("");
  const parts: [string, string][] = [
    [contentTypesPart, contentTypes()],
    [relationshipsPartOf(""), relationshipsXml(`${dialect.relationships}/officeDocument`, WORKBOOK_PART)],
    [
      WORKBOOK_PART,
      `${xmlDeclaration}<workbook xmlns="${dialect.main}" xmlns:r="${dialect.relationships}">` +
        "<bookViews><workbookView/></bookViews><sheets/></workbook>",
    ],
    [relationshipsPartOf(WORKBOOK_PART), relationshipsXml(`${dialect.relationships}/styles`, "styles.xml")],
    [STYLES_PART, emptyStyleSheet(dialect.main)],
  ];
  const zip = writeZip(parts.map(([name, content]) => ({ name, bytes: encodeUtf8(content) })));
  return new WorkbookPackage(new PackageParts(openZip(zip), WORKBOOK_PART, dialect), "xlsx");
}

function contentTypes(): string {
  return (
    `${xmlDeclaration}<Types xmlns="${PACKAGE_NAMESPACE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/${WORKBOOK_PART}" ContentType="${spreadsheetType("sheet.main")}"/>` +
    `<Override PartName="/${STYLES_PART}" ContentType="${spreadsheetType("styles")}"/></Types>`
  );
}

function relationshipsXml(type: string, target: string): string {
  return (
    `${xmlDeclaration}<Relationships xmlns="${PACKAGE_NAMESPACE}/relationships">` +
    `<Relationship Id="rId1" Type="${type}" Target="${target}"/></Relationships>`
  );
}
