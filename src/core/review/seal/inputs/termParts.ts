import { FIRST_DAY, formatDay, LAST_DAY, type Day } from "../../../calendar/day";
import { monthOf, type Period } from "../../../calendar/period";
import { nameKey } from "../../../base/name";
import type { Contract } from "../../../catalog/records";
import type { TermTables } from "../../../catalog/terms/termTables";
import { commitmentsTable } from "../../../catalog/terms/commitments.table";
import { discountsTable } from "../../../catalog/terms/discounts.table";
import { escalationsTable } from "../../../catalog/terms/escalations.table";
import { grantsTable } from "../../../catalog/terms/grants.table";
import { milestonesTable } from "../../../catalog/terms/milestones.table";
import { placementsTable } from "../../../catalog/terms/placements.table";
import { progressTable } from "../../../catalog/terms/progress.table";
import { quantitiesTable } from "../../../catalog/terms/quantities.table";
import { resultsTable } from "../../../catalog/terms/results.table";
import type { ReadTable } from "../../../catalog/readTable";
import type { TableDefinition } from "../../../schema/table";
import type { InputRow, PartyTable } from "../inputRows";
import type { UnkeyedPart } from "../part";
import type { ReviewBook } from "../reviewBook";
import { cellsOfRow, placesOfRow } from "../rowCells";
import { lastOf, touches } from "../scope";
import { refOf } from "../../../schema/boundTable";
import type { InputParts } from "./inputPart";

type Fields<Name extends PartyTable> = InputRow<
  TermTables[Name] extends ReadTable<infer C> ? C : never
>["fields"];

/** How rows of a table of terms become parts. */
interface SealedTerm<F> {
  readonly table: TableDefinition;
  /** What tells a row from others of its table, and from those that say the same of other days. */
  readonly base: (fields: F) => string;
  readonly hint?: (fields: F) => Day | undefined;
  /** The days on which it counts; without any it always does. */
  readonly days?: (fields: F) => Period;
  /** Cells of days behind those of the document say nothing about it. */
  readonly leavesLater?: keyof F & string;
  /** Cells that bill nothing. */
  readonly leaves?: readonly (keyof F & string)[];
  /** It bills nothing as long as its Evidence is missing: then it belongs to the document that it is billed on. */
  readonly waits?: (fields: F, contract: Contract) => boolean;
}

const between = (from: Day = FIRST_DAY, to: Day = LAST_DAY): Period => ({ from, to: Math.max(from, to) });
/** From a day on; a row that names none bills nothing. */
const since = (day: Day | undefined): Period =>
  day === undefined ? { from: LAST_DAY, to: LAST_DAY } : between(day);
const joined = (...names: readonly (string | undefined)[]) => names.filter(Boolean).join("/");

const needsEvidence = ({ prices }: Contract, isOf: (name: string) => boolean): boolean =>
  prices.some((price) => price.needsEvidence === true && (isOf(price.meter) || isOf(price.product)));

const sealedTerms: { readonly [Name in PartyTable]: SealedTerm<Fields<Name>> } = {
  discounts: {
    table: discountsTable,
    base: ({ discountId = "" }) => discountId,
    days: ({ from, to }) => between(from, to),
    leavesLater: "to",
  },
  commitments: { table: commitmentsTable, base: ({ commitmentId = "" }) => commitmentId },
  grants: {
    table: grantsTable,
    base: ({ grantId = "" }) => grantId,
    days: ({ from, to }) => between(from, to),
    leavesLater: "to",
    leaves: ["warnBelow"],
  },
  quantities: {
    table: quantitiesTable,
    base: ({ contractId, product }) => joined(contractId, product),
    hint: ({ date }) => date,
    days: ({ date }) => since(date),
  },
  escalations: {
    table: escalationsTable,
    base: ({ escalationId = "" }) => escalationId,
    days: ({ from }) => since(from),
  },
  milestones: {
    table: milestonesTable,
    base: ({ contractId, milestone }) => joined(contractId, milestone),
    days: ({ reached }) => since(reached),
    leaves: ["due"],
    waits: ({ evidence, product }, contract) =>
      evidence === undefined &&
      needsEvidence(contract, (name) => product === undefined || nameKey(name) === nameKey(product)),
  },
  progress: {
    table: progressTable,
    base: ({ contractId, product }) => joined(contractId, product),
    hint: ({ date }) => date,
    days: ({ date }) => since(date),
  },
  results: {
    table: resultsTable,
    base: ({ contractId, measure }) => joined(contractId, measure),
    hint: ({ period }) => period,
    days: ({ period }) => (period === undefined ? since(undefined) : monthOf(period)),
    waits: ({ evidence, measure = "" }, contract) =>
      evidence === undefined && needsEvidence(contract, (name) => nameKey(name) === nameKey(measure)),
  },
  placements: {
    table: placementsTable,
    base: ({ contractId, placementId }) => joined(contractId, placementId),
    days: ({ start }) => since(start),
    leavesLater: "left",
  },
};

function partsOfTable<Name extends PartyTable>(
  book: ReviewBook,
  name: Name,
  contractId: string,
  days: readonly Period[],
): UnkeyedPart[] {
  const term = sealedTerms[name] as SealedTerm<Fields<Name>>;
  const contract = book.catalog.contractById.get(contractId);
  const find = book.inputRows.terms[name] as (key: string) => readonly InputRow<never>[];
  return find(contractId).flatMap(({ bound, row, fields: read }) => {
    const fields = read as Fields<Name>;
    if (!touches(days, term.days?.(fields) ?? between())) return [];
    if (contract && term.waits?.(fields, contract) === true) return [];
    const later = term.leavesLater && (fields[term.leavesLater] as Day | undefined);
    const isLater = later !== undefined && later > lastOf(days);
    const hint = term.hint?.(fields);
    return [
      {
        table: term.table.title,
        base: term.base(fields),
        hint: hint === undefined ? "" : formatDay(hint),
        cells: cellsOfRow({
          bound,
          row,
          fields,
          personal: book.personal,
          leaves: new Set<string>([...(term.leaves ?? []), ...(isLater ? [term.leavesLater!] : [])]),
        }),
        at: refOf(bound, row, bound.firstColumn),
        placeOf: placesOfRow(bound, row),
      },
    ];
  });
}

/**
 * What is agreed beside prices for the contracts of a document and counts on its days: rows that begin later, or whose
 * milestone is reached later, are no part of it.
 */
export const termParts: InputParts = (book, scope) =>
  (Object.keys(sealedTerms) as PartyTable[]).flatMap((name) =>
    scope.contracts
      .filter(({ billsPrices }) => billsPrices)
      .flatMap(({ contractId, days }) => partsOfTable(book, name, contractId, days)),
  );
