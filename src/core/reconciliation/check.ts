import type { BilledContract } from "./billedDocuments";
import type { ReconcileContext } from "./context";
import type { Finding } from "./finding";

/** What a check may look at: what several of them ask of the same documents is found out once. */
export interface CheckContext extends ReconcileContext {
  /** What each document bills of each contract. */
  readonly billedContracts: readonly BilledContract[];
  /** Documents that bill the same again. */
  readonly duplicates: readonly Finding[];
}

/** One comparison of the report; a new one is a file in checks/ and a line in registry.ts. */
export type Check = (context: CheckContext) => readonly Finding[];
