import type { PlannedImage } from "../../../core/api";
import { pictureName } from "../pictureName";
import { fittedSize } from "./imageSize";
import { xmlDeclaration, type Dialect } from "../../opc/namespaces";

/** English Metric Units in a pixel at 96 dpi. */
const EMU_PER_PIXEL = 9525;

/** A drawing part with one picture, anchored at a cell and of a size of its own. */
export function drawingXml(image: PlannedImage, imageRelationship: string, dialect: Dialect): string {
  const size = fittedSize(image);
  const width = String(Math.round(size.width * EMU_PER_PIXEL));
  const height = String(Math.round(size.height * EMU_PER_PIXEL));
  return [
    `${xmlDeclaration}<xdr:wsDr xmlns:xdr="${dialect.spreadsheetDrawing}" xmlns:a="${dialect.drawing}">`,
    "<xdr:oneCellAnchor>",
    `<xdr:from><xdr:col>${String(image.column)}</xdr:col><xdr:colOff>0</xdr:colOff>`,
    `<xdr:row>${String(image.row)}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>`,
    `<xdr:ext cx="${width}" cy="${height}"/>`,
    `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="${pictureName(image.bytes)}"/>`,
    '<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>',
    `<xdr:blipFill><a:blip xmlns:r="${dialect.relationships}" r:embed="${imageRelationship}"/>`,
    "<a:stretch><a:fillRect/></a:stretch></xdr:blipFill>",
    `<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width}" cy="${height}"/></a:xfrm>`,
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>',
    "<xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>",
  ].join("");
}
