import type { SimulatedYear } from "../year/simulatedYear";

/** What is wrong with a year that was billed. */
export interface Fault {
  readonly kind:
    | "net"
    | "instalment"
    | "run"
    | "days"
    | "tax"
    | "arithmetic"
    | "finding"
    | "error"
    | "crash"
    | "relative"
    | "leak";
  readonly contractId: string;
  readonly text: string;
}

/** Bills a year in some way and says what is wrong with it. */
export type Check = (year: SimulatedYear) => Fault[];
