import type { Issue } from "../../issues/issue";
import type { PreparedBook } from "../prepareBook";

/** Looks for what may be meant otherwise, although it can be billed as it is. */
export type LintCheck = (book: PreparedBook) => readonly Issue[];
