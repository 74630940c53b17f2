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
import { cellsOfRow, cellByColumn } from "../rowCells";
import { lastOf, touches, type ContractScope, type Scope } from "../scope";
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
  /** Whether it counts on days of a document; without any it always does. */
  readonly counts?: (fields: F, days: readonly Period[]) => boolean;
  /** What counts is billed by the run, whatever days its lines name. */
  readonly isOfRun?: boolean;
  /** Cells of days behind those of the document say nothing about it. */
  readonly leavesLater?: keyof F & string;
  /** Cells that bill nothing. */
  readonly leaves?: readonly (keyof F & string)[];
  /** It bills nothing as long as its Evidence is missing: then it belongs to the document that it is billed on. */
  readonly waits?: (fields: F, contract: Contract) => boolean;
}

const within = (days: readonly Period[], from: Day = FIRST_DAY, to: Day = LAST_DAY): boolean =>
  touches(days, { from, to: Math.max(from, to) });
/** From a day on; a row that names none bills nothing. */
const since = (days: readonly Period[], day: Day | undefined): boolean =>
  day !== undefined && within(days, day);
const joined = (...names: readonly (string | undefined)[]) => names.filter(Boolean).join("/");

const needsEvidence = ({ prices }: Contract, isOf: (name: string) => boolean): boolean =>
  prices.some((price) => price.needsEvidence === true && (isOf(price.meter) || isOf(price.product)));

const sealedTerms: { readonly [Name in PartyTable]: SealedTerm<Fields<Name>> } = {
  discounts: {
    table: discountsTable,
    base: ({ discountId = "" }) => discountId,
    counts: ({ from, to }, days) => within(days, from, to),
    leavesLater: "to",
  },
  commitments: { table: commitmentsTable, base: ({ commitmentId = "" }) => commitmentId },
  grants: {
    table: grantsTable,
    base: ({ grantId = "" }) => grantId,
    counts: ({ from, to }, days) => within(days, from, to),
    leavesLater: "to",
    leaves: ["warnBelow"],
  },
  quantities: {
    table: quantitiesTable,
    base: ({ contractId, product }) => joined(contractId, product),
    hint: ({ date }) => date,
    // A level is billed on days that begin with it or later: a change inside of days that were paid ahead follows.
    counts: ({ date = LAST_DAY }, days) => days.some(({ from }) => date <= from),
  },
  escalations: {
    table: escalationsTable,
    base: ({ escalationId = "" }) => escalationId,
    counts: ({ from }, days) => since(days, from),
  },
  milestones: {
    table: milestonesTable,
    base: ({ contractId, milestone }) => joined(contractId, milestone),
    counts: ({ reached }, days) => since(days, reached),
    isOfRun: true,
    leaves: ["due"],
    waits: ({ evidence, product }, contract) =>
      evidence === undefined &&
      needsEvidence(contract, (name) => product === undefined || nameKey(name) === nameKey(product)),
  },
  progress: {
    table: progressTable,
    base: ({ contractId, product }) => joined(contractId, product),
    hint: ({ date }) => date,
    counts: ({ date }, days) => since(days, date),
    isOfRun: true,
  },
  results: {
    table: resultsTable,
    base: ({ contractId, measure }) => joined(contractId, measure),
    hint: ({ period }) => period,
    counts: ({ period }, days) => period !== undefined && touches(days, monthOf(period)),
    waits: ({ evidence, measure = "" }, contract) =>
      evidence === undefined && needsEvidence(contract, (name) => nameKey(name) === nameKey(measure)),
  },
  placements: {
    table: placementsTable,
    base: ({ contractId, placementId }) => joined(contractId, placementId),
    counts: ({ start }, days) => since(days, start),
    isOfRun: true,
    leavesLater: "left",
  },
};

/** A row of a table of terms as a part, and whether it counts for the document. */
interface TermPart {
  readonly part: UnkeyedPart;
  readonly counts: boolean;
}

function partsOfTable<Name extends PartyTable>(
  book: ReviewBook,
  name: Name,
  { contractId, days: billedDays }: ContractScope,
  { run }: Scope,
): TermPart[] {
  const term = sealedTerms[name] as SealedTerm<Fields<Name>>;
  const contract = book.catalog.contractById.get(contractId);
  const find = book.inputRows.terms[name] as (key: string) => readonly InputRow<never>[];
  const days = term.isOfRun === true && run ? [...billedDays, run] : billedDays;
  return find(contractId).map(({ bound, row, fields: read }) => {
    const fields = read as Fields<Name>;
    const waits = contract !== undefined && term.waits?.(fields, contract) === true;
    const later = term.leavesLater && (fields[term.leavesLater] as Day | undefined);
    const isLater = later !== undefined && later > lastOf(days);
    const hint = term.hint?.(fields);
    return {
      counts: !waits && term.counts?.(fields, days) !== false,
      part: {
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
        cellOf: cellByColumn(bound, row),
      },
    };
  });
}

function rowsOfTerms(book: ReviewBook, scope: Scope, doCount: boolean): UnkeyedPart[] {
  const contracts = scope.contracts.filter(({ billsPrices }) => billsPrices);
  return (Object.keys(sealedTerms) as PartyTable[])
    .flatMap((name) => contracts.flatMap((contract) => partsOfTable(book, name, contract, scope)))
    .flatMap(({ part, counts }) => (counts === doCount ? [part] : []));
}

/**
 * What is agreed beside prices for the contracts of a document and counts on its days: rows that begin later, or whose
 * milestone is reached later, are no part of it.
 */
export const termParts: InputParts = (book, scope) => rowsOfTerms(book, scope, true);

/** Rows for the contracts of a document that do not count for it: one that was sealed may have been moved among them. */
export const otherTerms: InputParts = (book, scope) => rowsOfTerms(book, scope, false);
