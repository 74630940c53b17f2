import { billStep, type Step } from "../../scripts/workedExamples/billStep";

/** The net of each document of a run: "50.00+7.00", or "none". */
const netOf = ({ run }: Step): string =>
  run.invoices.map(({ subtotal }) => subtotal.toFixed(2)).join("+") || "none";

/** Bills periods one after the other, each from what the one before wrote, with numbers; `check` looks at each. */
export async function billOver(
  book: Uint8Array,
  periods: readonly string[],
  check?: (step: Step, period: string) => unknown,
): Promise<Step[]> {
  let bytes = book;
  const steps: Step[] = [];
  for (const period of periods) {
    const step = await billStep(bytes, `--period ${period} --number`);
    steps.push(step);
    await check?.(step, period);
    bytes = step.bytes;
  }
  return steps;
}

/** The nets of those runs: "12.00 none 10.00". */
export const netsOver = async (...of: Parameters<typeof billOver>): Promise<string> =>
  (await billOver(...of)).map(netOf).join(" ");
