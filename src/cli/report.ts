import { fstatSync, writeFileSync } from "node:fs";
import { CommandFailure, type ExitStatus } from "./exit";
import { faultReason } from "./fileFault";

const STANDARD_OUTPUT = 1;

/** Why what was found out could not be shown. */
export function outputFailure(error: unknown): CommandFailure {
  return new CommandFailure(
    `standard output cannot be written: ${faultReason(error)}; workbooks that were written stay`,
  );
}

/** The last act of a command: prints its answer and sets the exit status. */
export function report(text: string, status: ExitStatus): void {
  process.exitCode = status;
  if (!fstatSync(STANDARD_OUTPUT).isFile()) {
    process.stdout.write(text);
    return;
  }
  try {
    // Node's stream takes what little went onto a full disk for all of it; this writes the rest, and so fails.
    writeFileSync(STANDARD_OUTPUT, text);
  } catch (error) {
    throw outputFailure(error);
  }
}
