import type { Policy } from "../policy";
import type { DocumentFacts } from "../documentFacts";
import type { Refusal } from "./refusal";

/** Who acts, and by what rules. */
export interface ActContext {
  readonly by: string;
  readonly policy: Policy;
  /** Copies were worked on and merged: who gives numbers now cannot know which are taken. */
  readonly isMerged: boolean;
}

/** Something that has to be so before an act is done; undefined where it is. */
export type Need = (facts: DocumentFacts, context: ActContext) => Refusal | undefined;
