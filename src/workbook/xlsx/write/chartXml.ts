import {
  cellAddress,
  type ChartRange,
  type PlannedCell,
  type PlannedChart,
  type PlannedSheet,
} from "../../../core/api";
import { xmlDeclaration, type Dialect } from "../../opc/namespaces";
import { escapeText } from "../../xml/xmlText";
import { quoteSheetName } from "../areaReference";
import { chartColors } from "../chartLook";

/** The namespace of charts stands beside that of drawings. */
export function chartNamespace({ drawing }: Dialect): string {
  return drawing.replace(/main$/, "chart");
}

const AXES = '<c:axId val="1"/><c:axId val="2"/>';

const cellsOf = ({ rows }: PlannedSheet, { firstRow, lastRow, column }: ChartRange) =>
  Array.from({ length: lastRow - firstRow + 1 }, (_, index) => rows[firstRow + index]?.[column]);

function reference(sheet: PlannedSheet, { firstRow, lastRow, column }: ChartRange): string {
  const at = (row: number) => cellAddress({ row, column }).replace(/^([A-Z]+)(\d+)$/, "$$$1$$$2");
  const area = firstRow === lastRow ? at(firstRow) : `${at(firstRow)}:${at(lastRow)}`;
  return `<c:f>${escapeText(`${quoteSheetName(sheet.name)}!${area}`)}</c:f>`;
}

function points(cells: readonly (PlannedCell | null | undefined)[], isNumber: boolean): string {
  const values = cells.map((cell, index) => {
    const value = cell?.value;
    if (value === undefined || (isNumber && typeof value === "string")) return "";
    return `<c:pt idx="${String(index)}"><c:v>${escapeText(String(value))}</c:v></c:pt>`;
  });
  return `<c:ptCount val="${String(cells.length)}"/>${values.join("")}`;
}

function seriesXml(chart: PlannedChart, index: number, sheet: PlannedSheet): string {
  const { name, values } = chart.series[index]!;
  const color = `<a:solidFill><a:srgbClr val="${chartColors[index % chartColors.length]!}"/></a:solidFill>`;
  const isLine = chart.kind === "lines";
  return [
    `<c:ser><c:idx val="${String(index)}"/><c:order val="${String(index)}"/>`,
    `<c:tx><c:v>${escapeText(name)}</c:v></c:tx>`,
    `<c:spPr>${isLine ? `<a:ln w="28575">${color}</a:ln>` : color}</c:spPr>`,
    isLine ? '<c:marker><c:symbol val="none"/></c:marker>' : '<c:invertIfNegative val="0"/>',
    `<c:cat><c:strRef>${reference(sheet, chart.categories)}`,
    `<c:strCache>${points(cellsOf(sheet, chart.categories), false)}</c:strCache></c:strRef></c:cat>`,
    `<c:val><c:numRef>${reference(sheet, values)}`,
    `<c:numCache><c:formatCode>#,##0</c:formatCode>${points(cellsOf(sheet, values), true)}</c:numCache></c:numRef></c:val>`,
    isLine ? '<c:smooth val="0"/>' : "",
    "</c:ser>",
  ].join("");
}

function plotXml(chart: PlannedChart, sheet: PlannedSheet): string {
  const series = chart.series.map((_, index) => seriesXml(chart, index, sheet)).join("");
  if (chart.kind === "lines")
    return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${AXES}</c:lineChart>`;
  const isStacked = chart.kind === "stackedBars";
  return [
    `<c:barChart><c:barDir val="col"/><c:grouping val="${isStacked ? "stacked" : "clustered"}"/><c:varyColors val="0"/>`,
    `${series}<c:gapWidth val="80"/>${isStacked ? '<c:overlap val="100"/>' : ""}${AXES}</c:barChart>`,
  ].join("");
}

function titleXml(title: string): string {
  return [
    '<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr>',
    `<a:r><a:rPr lang="en-US" sz="1200" b="1"/><a:t>${escapeText(title)}</a:t></a:r></a:p></c:rich></c:tx>`,
    '<c:overlay val="0"/></c:title>',
  ].join("");
}

const scaling = '<c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>';

/** A chart part: what it shows is told by references to the sheet, with the values as they are written. */
export function chartXml(chart: PlannedChart, sheet: PlannedSheet, dialect: Dialect): string {
  return [
    `${xmlDeclaration}<c:chartSpace xmlns:c="${chartNamespace(dialect)}" xmlns:a="${dialect.drawing}" xmlns:r="${dialect.relationships}">`,
    '<c:roundedCorners val="0"/><c:chart>',
    titleXml(chart.title),
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>',
    plotXml(chart, sheet),
    `<c:catAx><c:axId val="1"/>${scaling}<c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/>`,
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="2"/></c:catAx>',
    `<c:valAx><c:axId val="2"/>${scaling}<c:axPos val="l"/>`,
    '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>',
    '<c:numFmt formatCode="#,##0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>',
    '<c:tickLblPos val="nextTo"/><c:crossAx val="1"/></c:valAx></c:plotArea>',
    '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/>',
    "</c:chart></c:chartSpace>",
  ].join("");
}
