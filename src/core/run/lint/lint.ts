import type { Issue } from "../../issues/issue";
import type { PreparedBook } from "../prepareBook";
import { amendments } from "./amendments";
import type { LintCheck } from "./lintCheck";
import { silentContracts } from "./silentContracts";
import { unusedPrices } from "./unusedPrices";

/** What a check of a workbook looks for beside what a run reports; a new one is a file and a line. */
const lintChecks: readonly LintCheck[] = [amendments, unusedPrices, silentContracts];

/** Warnings about terms that can be billed and may be meant otherwise. */
export const lint = (book: PreparedBook): readonly Issue[] => lintChecks.flatMap((check) => check(book));
