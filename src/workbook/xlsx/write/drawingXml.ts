import type { PlannedChart, PlannedImage } from "../../../core/api";
import { escapeAttribute } from "../../xml/xmlText";
import { chartName, chartSize } from "../chartLook";
import { pictureName } from "../pictureName";
import { fittedSize } from "./imageSize";
import { chartNamespace } from "./chartXml";
import { xmlDeclaration, type Dialect } from "../../opc/namespaces";

/** English Metric Units in a pixel at 96 dpi. */
const EMU_PER_PIXEL = 9525;

interface Place {
  readonly row: number;
  readonly column: number;
}

const emu = (pixels: number): string => String(Math.round(pixels * EMU_PER_PIXEL));

/** Something on a sheet: its top left cell and a size of its own. */
function anchored({ row, column }: Place, size: typeof chartSize, content: string): string {
  return [
    "<xdr:oneCellAnchor>",
    `<xdr:from><xdr:col>${String(column)}</xdr:col><xdr:colOff>0</xdr:colOff>`,
    `<xdr:row>${String(row)}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>`,
    `<xdr:ext cx="${emu(size.width)}" cy="${emu(size.height)}"/>`,
    content,
    "<xdr:clientData/></xdr:oneCellAnchor>",
  ].join("");
}

/** A picture at a cell. */
export function pictureAnchor(
  image: PlannedImage,
  relationship: string,
  id: number,
  dialect: Dialect,
): string {
  const size = fittedSize(image);
  const content = [
    `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${String(id)}" name="${pictureName(image.bytes)}"/>`,
    '<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>',
    `<xdr:blipFill><a:blip xmlns:r="${dialect.relationships}" r:embed="${relationship}"/>`,
    "<a:stretch><a:fillRect/></a:stretch></xdr:blipFill>",
    `<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${emu(size.width)}" cy="${emu(size.height)}"/></a:xfrm>`,
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>',
  ].join("");
  return anchored(image, size, content);
}

/** A chart at a cell; its title is also what is read aloud for it. */
export function chartAnchor(
  chart: PlannedChart,
  index: number,
  relationship: string,
  id: number,
  dialect: Dialect,
): string {
  const namespace = chartNamespace(dialect);
  const content = [
    '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>',
    `<xdr:cNvPr id="${String(id)}" name="${chartName(index)}" descr="${escapeAttribute(chart.title)}"/>`,
    "<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>",
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>',
    `<a:graphic><a:graphicData uri="${namespace}">`,
    `<c:chart xmlns:c="${namespace}" xmlns:r="${dialect.relationships}" r:id="${relationship}"/>`,
    "</a:graphicData></a:graphic></xdr:graphicFrame>",
  ].join("");
  return anchored(chart, chartSize, content);
}

/** A drawing part with what is anchored on a sheet. */
export function drawingXml(anchors: readonly string[], dialect: Dialect): string {
  return `${xmlDeclaration}<xdr:wsDr xmlns:xdr="${dialect.spreadsheetDrawing}" xmlns:a="${dialect.drawing}">${anchors.join("")}</xdr:wsDr>`;
}
