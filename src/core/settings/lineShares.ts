import type { Settings } from "./settings";

/**
 * Whether lines are shares of amounts that are rounded together: of an invoice that is rounded once, or of a net whose
 * tax was inside. A line then says its own amount to a cent or two.
 */
export const linesAreShares = ({
  lineRounding,
  pricesIncludeTax,
}: Pick<Settings, "lineRounding" | "pricesIncludeTax">): boolean =>
  lineRounding === "invoice" || pricesIncludeTax === "yes";
