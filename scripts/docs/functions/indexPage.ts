import { page, table } from "../markdown";
import { linkTo } from "./functionPage";
import { groups, functionEntries, type Group } from "./groups";
import { generalRules } from "./rules";

function groupBlocks(group: Group, ids: readonly string[]): string[] {
  const ofGroup = Object.entries(functionEntries).filter(([, entry]) => entry.group === group);
  const rows = ofGroup.sort(([a], [b]) => ids.indexOf(a) - ids.indexOf(b));
  return [
    `## ${group}`,
    table(
      ["You want …", "Function"],
      rows.map(([id, { want }]) => [want, linkTo(id)]),
    ),
  ];
}

/** All functions by what one wants to do, and what holds for every one of them. */
export function indexPage(ids: readonly string[]): string {
  return page("Functions for billing", [
    "Formulas for the cells of your own workbook, such as `=BILLING.RATE_USAGE(C2, Tiers!$A$2:$C$5)`. They come with the\n" +
      "Ratebook add-in, calculate on your computer and change no cell but their own.",
    ...groups.flatMap((group) => groupBlocks(group, ids)),
    ...generalRules,
  ]);
}
