import { commitmentsTable } from "../../catalog/terms/commitments.table";
import { discountsTable } from "../../catalog/terms/discounts.table";
import { escalationsTable } from "../../catalog/terms/escalations.table";
import { exchangeRatesTable } from "../../catalog/terms/exchangeRates.table";
import { grantsTable } from "../../catalog/terms/grants.table";
import { indicesTable } from "../../catalog/terms/indices.table";
import { milestonesTable } from "../../catalog/terms/milestones.table";
import { placementsTable } from "../../catalog/terms/placements.table";
import { progressTable } from "../../catalog/terms/progress.table";
import { quantitiesTable } from "../../catalog/terms/quantities.table";
import { resultsTable } from "../../catalog/terms/results.table";
import type { Difference } from "./difference";

/** Tables of which seals of form 1 hold nothing: that a row is none of their parts does not say that it came later. */
const laterTables: ReadonlySet<string> = new Set(
  [
    commitmentsTable,
    discountsTable,
    escalationsTable,
    exchangeRatesTable,
    grantsTable,
    indicesTable,
    milestonesTable,
    placementsTable,
    progressTable,
    quantitiesTable,
    resultsTable,
  ].map(({ title }) => title),
);

/** Whether a row seems to have come to a seal of form 1 because that looked at no such rows. */
export const isOfLaterTable = ({ type, table }: Difference): boolean =>
  type === "added" && laterTables.has(table);
