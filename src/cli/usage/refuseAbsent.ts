import { absentIn, absentUsageText, type Snapshot } from "../../core/api";
import { CommandFailure } from "../exit";

type Absent = NonNullable<ReturnType<typeof absentIn>>;

/** Ends a command for which the rows of a file are missing. */
export function refuseAbsentFile(absent: Absent, bookPath: string): never {
  const cure = absent.isChanged
    ? ": put it back as it was billed; the workbook as it was before can be billed with the new one"
    : ": put it beside the workbook, or name it with --usage";
  throw new CommandFailure(`${bookPath}: ${absentUsageText(absent)}${cure}`);
}

/** Ends a command that would leave out usage: that of a file which the workbook names, in days that it asks for. */
export function refuseAbsent(
  snapshot: Snapshot,
  bookPath: string,
  asked?: Parameters<typeof absentIn>[1],
): void {
  const absent = absentIn(snapshot, asked);
  if (absent) refuseAbsentFile(absent, bookPath);
}
