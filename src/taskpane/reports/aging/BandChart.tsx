import { HorizontalBarChart, HorizontalBarChartVariant, type ChartProps } from "@fluentui/react-charts";
import { tokens } from "@fluentui/react-components";
import { useFormats } from "../../strings/text";

interface BandChartProps {
  readonly labels: readonly string[];
  readonly currency: string;
  readonly bands: readonly number[];
}

/** How much is open in each band, on one scale. */
export default function BandChart({ labels, currency, bands }: BandChartProps) {
  const f = useFormats();
  const total = Math.max(...bands.map(Math.abs), 1);
  const data = labels.map((label, band): ChartProps => {
    const amount = bands[band] ?? 0;
    return {
      chartTitle: `${label}  ${f.amount({ currency, amount })}`,
      chartData: [
        {
          legend: label,
          horizontalBarChartdata: { x: Math.abs(amount), total },
          color: band === 0 ? tokens.colorBrandBackground : tokens.colorPaletteDarkOrangeForeground1,
        },
      ],
    };
  });
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
