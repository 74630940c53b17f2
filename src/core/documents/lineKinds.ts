import type { LineKind } from "./invoiceLines.table";

/** Kinds of lines that stand around the prices of a document: they bill no day of a service. */
const beside: ReadonlySet<LineKind> = new Set([
  "adjustment",
  "overage",
  "credit",
  "retention",
  "deposit",
  "grant",
  "rounding",
]);

interface KindOfLine {
  readonly kind?: LineKind | undefined;
}

/** Whether a line bills days of a service: a step of a price, or what a commitment lacks; one that names no kind does. */
export function billsService({ kind }: KindOfLine): boolean {
  return kind === undefined || !beside.has(kind);
}

/** Whether a line is a step of a price: a fee, usage, or what is done to their amount. */
export function isStepOfPrice(line: KindOfLine): boolean {
  return billsService(line) && line.kind !== "commitment";
}

/** What stands beside a service and yet is of a contract's run, even alone: a retention that is given back. */
const ofRun: ReadonlySet<LineKind> = new Set(["overage", "credit", "retention"]);

/** Whether a line says that its contract was billed for the run of its document. */
export function billsRunOfContract(line: KindOfLine): boolean {
  return billsService(line) || (line.kind !== undefined && ofRun.has(line.kind));
}
