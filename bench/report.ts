import type { Spread } from "./pairs";

/** Takes one line of the result. */
export type PrintLine = (line: string) => void;

/** Three significant digits are more than a busy machine can vouch for. */
function figure(value: number): string {
  return value.toPrecision(3).includes("e") ? Math.round(value).toString() : value.toPrecision(3);
}

export function ratioLine(title: string, { median, least, most }: Spread, goal = ""): string {
  const range = `median ${figure(median)}  min ${figure(least)}  max ${figure(most)}`;
  return `  ${title.padEnd(42)} ${range}${goal === "" ? "" : `  (${goal})`}`;
}
