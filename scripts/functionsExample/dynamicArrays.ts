import { openZip } from "../../src/workbook/zip/zipArchive";
import { writeZip } from "../../src/workbook/zip/writeZip";

/** Says of cells marked with cm="1" that their array formula spills, as Excel writes it. */
const METADATA =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<metadata xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"' +
  ' xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray">' +
  '<metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1"' +
  ' pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1"' +
  ' coerce="1" cellMeta="1"/></metadataTypes>' +
  '<futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}">' +
  '<xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata>' +
  '<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>';

const METADATA_PART = "xl/metadata.xml";
const RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sheetMetadata";
const CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml";

/**
 * The engine that the workbook claims to be calculated by. A lower number makes Excel calculate everything on opening,
 * and without the add-in that would put #NAME? in the place of the stored results.
 */
const CALCULATED_BY = "191029";

function marked(name: string, text: string): string {
  if (name.startsWith("xl/worksheets/sheet"))
    return text.replace(/<c (r="[A-Z]+\d+"[^>]*)>(?=<f t="array")/g, '<c $1 cm="1">');
  if (name === "[Content_Types].xml")
    return text.replace(
      "</Types>",
      `<Override PartName="/${METADATA_PART}" ContentType="${CONTENT_TYPE}"/></Types>`,
    );
  if (name === "xl/_rels/workbook.xml.rels")
    return text.replace(
      "</Relationships>",
      `<Relationship Id="rIdMetadata" Type="${RELATIONSHIP}" Target="metadata.xml"/></Relationships>`,
    );
  if (name === "xl/workbook.xml") return text.replace(/calcId="\d+"/, `calcId="${CALCULATED_BY}"`);
  return text;
}

/**
 * The workbook with its array formulas as ones that spill: Excel then shows them without braces and without an @, and
 * an Excel that knows no spills takes them for array formulas. Parts are in the order of their names, without times.
 */
export function withDynamicArrays(workbook: Uint8Array): Uint8Array {
  const archive = openZip(workbook);
  const parts = new Map(archive.names.map((name) => [name, marked(name, archive.text(name))]));
  parts.set(METADATA_PART, METADATA);
  const sorted = [...parts].sort(([a], [b]) => (a < b ? -1 : 1));
  return writeZip(sorted.map(([name, text]) => ({ name, bytes: Buffer.from(text, "utf8") })));
}
