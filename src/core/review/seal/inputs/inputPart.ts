import type { ReviewBook } from "../reviewBook";
import type { Scope } from "../scope";
import type { UnkeyedPart } from "../part";

/** The parts of one input table that a document depends on. */
export type InputParts = (book: ReviewBook, scope: Scope) => readonly UnkeyedPart[];
