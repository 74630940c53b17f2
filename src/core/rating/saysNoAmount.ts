import type { Issue } from "../issues/issue";

/**
 * Whether what rating reports says that a price has no amount, so that nothing can be said of a document: a quantity that no
 * tier holds, an index or a rate without a value. Usage that no price takes is another matter: the terms ask nothing for it.
 */
export const saysNoAmount = ({ code, severity }: Pick<Issue, "code" | "severity">): boolean =>
  severity === "error" && code !== "UNPRICED_USAGE";
