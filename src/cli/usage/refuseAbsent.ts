import { absentFiles, formatDay, type Snapshot } from "../../core/api";
import { CommandFailure } from "../exit";

type Absent = ReturnType<typeof absentFiles>[number];

/** Ends a command for which the rows of a file are missing. */
export function refuseAbsentFile({ file, days, isChanged }: Absent, bookPath: string): never {
  const span = Number.isFinite(days.from) ? ` from ${formatDay(days.from)} to ${formatDay(days.to)}` : "";
  const why = isChanged
    ? "which has another content now"
    : "which is not at hand: put it beside the workbook, or name it with --usage";
  throw new CommandFailure(`${bookPath}: its usage${span} is in ${file}, ${why}`);
}

/** Ends a command that would leave out usage: that of a file which the workbook names, in days that it asks for. */
export function refuseAbsent(
  snapshot: Snapshot,
  bookPath: string,
  asked: { readonly from: number; readonly to: number } = { from: -Infinity, to: Infinity },
): void {
  const absent = absentFiles(snapshot).find(({ days }) => days.from <= asked.to && days.to >= asked.from);
  if (absent) refuseAbsentFile(absent, bookPath);
}
