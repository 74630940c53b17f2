import { CommanderError } from "commander";
import { UntiedPlan } from "../core/api";
import { PackageError } from "../workbook/readFailure";
import { PlanError } from "../workbook/xlsx/write/planError";
import { XmlError } from "../workbook/xml/xmlError";
import { CommandFailure, exitStatus } from "./exit";

/** Text of a workbook or of the system must neither break the line nor steer the terminal. */
const oneLine = (text: string) => text.replace(/\p{Cc}+/gu, " ").trim();

/** One line for the user on standard error, where a workbook's or a program's answer does not belong. */
export function printNotice(text: string): void {
  process.stderr.write(`ratebook: ${oneLine(text)}\n`);
}

function wrongCall({ code, message }: CommanderError): string {
  // Commander prints all of its help where no command is named.
  const fault = code === "commander.help" ? "name a command" : message.replace(/^error: /, "");
  return `${fault} (ratebook --help lists the commands)`;
}

function unexpected(error: unknown): string {
  const fault = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return `it failed by a fault of its own, not of the workbook (${fault}); RATEBOOK_DEBUG=1 shows where`;
}

/** Why a command could not be carried out, for the user. */
export function faultText(error: unknown): string {
  // A part that only a copy looks into may turn out to be damaged after all else was read.
  const isExpected =
    error instanceof CommandFailure ||
    error instanceof UntiedPlan ||
    error instanceof PackageError ||
    error instanceof PlanError;
  if (isExpected) return error.message;
  // A part that is only looked through when it is changed.
  if (error instanceof XmlError) return `a part of the workbook cannot be changed: ${error.message}`;
  return error instanceof CommanderError ? wrongCall(error) : unexpected(error);
}

/** Ends a command that could not be carried out: why in one line, and the exit status. */
export function fail(error: unknown): void {
  // Help and version end this way as well.
  if (error instanceof CommanderError && error.exitCode === 0) return;
  process.exitCode = exitStatus.refused;
  printNotice(faultText(error));
  if (process.env.RATEBOOK_DEBUG && error instanceof Error) process.stderr.write(`${error.stack ?? ""}\n`);
}
