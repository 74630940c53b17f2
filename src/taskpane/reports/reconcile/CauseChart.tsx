import { HorizontalBarChart, HorizontalBarChartVariant, type ChartProps } from "@fluentui/react-charts";
import { tokens } from "@fluentui/react-components";
import type { ReconcileView } from "./view";
import { codeWords } from "../../strings/cellName";
import { useFormats } from "../../strings/text";

type Causes = ReconcileView["causes"];

const largest = (causes: Causes) => Math.max(...causes.map(({ sum }) => Math.abs(sum.amount)));

/** How much each cause weighs, on one scale; the sign stands with the figure, and the colour follows it. */
export default function CauseChart({ causes }: { readonly causes: Causes }) {
  const f = useFormats();
  const total = largest(causes);
  const data = causes.map(({ code, sum }): ChartProps => ({
    chartTitle: `${codeWords(code)}  ${f.difference(sum)}`,
    chartData: [
      {
        legend: codeWords(code),
        horizontalBarChartdata: { x: Math.abs(sum.amount), total },
        color: sum.amount < 0 ? tokens.colorPaletteDarkOrangeForeground1 : tokens.colorBrandBackground,
      },
    ],
  }));
  return (
    <HorizontalBarChart
      data={data}
      variant={HorizontalBarChartVariant.PartToWhole}
      barHeight={8}
      chartDataMode="hidden"
      hideTooltip
    />
  );
}
