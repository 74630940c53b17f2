import { cellAddress, type ChartRange } from "../../src/core/api";
import { chartName } from "../../src/workbook/xlsx/chartLook";
import { describeCharts, type ShownChart } from "./chartContract";
import { MemoryPort } from "./memoryPort";
import { readFile } from "./officeBooks";
import { describePort } from "./portContract";

function chartsOf({ charts }: MemoryPort): ShownChart[] {
  return [...charts].flatMap(([sheet, planned]) => {
    const at = ({ firstRow, column }: ChartRange) => `${sheet}!${cellAddress({ row: firstRow, column })}`;
    return planned.map(({ kind, title, categories, series }, index) => ({
      sheet,
      name: chartName(index),
      title,
      kind,
      series: series.map(({ name, values }) => ({ name, values: at(values), categories: at(categories) })),
    }));
  });
}

async function open(file: Uint8Array) {
  const port = new MemoryPort(await readFile(file));
  return { port, charts: () => Promise.resolve(chartsOf(port)), close: () => Promise.resolve() };
}

describePort("memory", open);
describeCharts("memory", open);
