import { HorizontalBarChart, HorizontalBarChartVariant } from "@fluentui/react-charts";
import { tokens } from "@fluentui/react-components";
import type { ReconcileView } from "../../session/views";
import { codeWords } from "../../strings/cellName";
import { useText } from "../../strings/text";

/** How much each cause weighs; under- and over-billing side by side on one scale. */
export default function CauseChart({ causes }: { readonly causes: ReconcileView["causes"] }) {
  const { f } = useText();
  const data = causes.map(({ code, sum }) => ({
    chartTitle: codeWords(code),
    chartData: [
      {
        legend: codeWords(code),
        horizontalBarChartdata: { x: Math.abs(sum.amount), total: largest(causes) },
        color: sum.amount < 0 ? tokens.colorPaletteDarkOrangeForeground1 : tokens.colorBrandBackground,
        xAxisCalloutData: f.money(sum),
      },
    ],
    chartDataText: f.difference(sum),
  }));
  return (
    <HorizontalBarChart
      data={data}
      variant={HorizontalBarChartVariant.AbsoluteScale}
      barHeight={8}
      hideTooltip
    />
  );
}

const largest = (causes: ReconcileView["causes"]) =>
  Math.max(...causes.map(({ sum }) => Math.abs(sum.amount)));
