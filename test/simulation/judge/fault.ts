/** What is wrong with a year that was billed. */
export interface Fault {
  readonly kind: "net" | "run" | "days" | "tax" | "arithmetic" | "finding" | "error" | "crash";
  readonly contractId: string;
  readonly text: string;
}
