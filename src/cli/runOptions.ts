import { Option } from "commander";
import { parseIsoDay, parsePeriod, type RunOptions } from "../core/api";
import { CommandFailure } from "./exit";
import { dataFormats } from "../workbook/formats/registry";

/** Of two dates nobody knows which is meant to be billed; of other options the last counts, as everywhere. */
const onlyOne = (option: string) => (value: string, earlier: string | undefined) => {
  if (earlier !== undefined && earlier !== value)
    throw new CommandFailure(`${option} is given twice, as ${earlier} and as ${value}; give it once`);
  return value;
};

export const periodOption = (byDefault = "the latest month with usage") =>
  new Option(
    "--period <period>",
    `2026-10, 2026-Q4, 2026 or 2026-10-05..2026-11-04; default: ${byDefault}`,
  ).argParser(onlyOne("--period"));
export const asOfOption = (fallback = "the period's last day") =>
  new Option("--as-of <date>", `the date of the run, yyyy-mm-dd; default: ${fallback}`).argParser(
    onlyOne("--as-of"),
  );
export const usageOption = () =>
  new Option(
    "--usage <file...>",
    `${dataFormats.map(({ title }) => title).join(", ")} (packed as .gz or not) or Parquet files, folders of them, or postgres://USER@HOST/DATABASE#TABLE, whose rows are billed with those of Usage`,
  );
/** Where the usage files are that a workbook names. */
export const namedUsageOption = () =>
  new Option(
    "--usage <file...>",
    "the usage files that the workbook names, or their folder; default: beside it",
  );
/** Whether the rows of usage files are copied into the workbook. */
export const keepUsageOption = () =>
  new Option(
    "--keep-usage <yes|no>",
    "whether these rows are copied into the workbook; default: those of CSV files, where a sheet holds them all",
  ).argParser((value) => {
    if (value === "yes" || value === "no") return value === "yes";
    throw new CommandFailure(`--keep-usage ${value}: write yes or no`);
  });
export const jsonOption = (instead = "instead") => new Option("--json", `print one JSON object ${instead}`);

/** Options of the command line as the engine takes them; one that is not understood ends the command. */
export function parseRunOptions(options: {
  readonly period?: string;
  readonly asOf?: string;
  readonly number?: boolean;
}): RunOptions {
  const period = options.period === undefined ? undefined : parsePeriod(options.period);
  if (options.period !== undefined && !period) {
    throw new CommandFailure(
      `--period ${options.period}: write a month like 2026-10, a quarter like 2026-Q4, a year or two days like 2026-10-05..2026-11-04`,
    );
  }
  const asOf = options.asOf === undefined ? undefined : parseIsoDay(options.asOf);
  if (options.asOf !== undefined && asOf === undefined) {
    throw new CommandFailure(`--as-of ${options.asOf}: write a date like 2026-10-31`);
  }
  return { period, asOf, giveNumbers: options.number === true };
}
