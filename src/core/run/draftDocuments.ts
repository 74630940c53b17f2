import { groupBy } from "../base/groupBy";
import { billedServiceOf, type BilledService } from "../documents/billedService";
import type { DocumentRegister, RegisteredLine } from "../documents/register";
import { isBilledBefore } from "../documents/runOrder";
import type { AssignedAdjustment } from "../invoicing/adjustments";
import { buildCorrections } from "../invoicing/buildCorrections";
import { buildInvoices } from "../invoicing/buildInvoices";
import type { ContractCharges } from "../invoicing/chain/bill";
import type { Invoice } from "../invoicing/invoice";
import { coveredContracts, coverKey, registerWith } from "../invoicing/registerChanges";
import type { IssueCollector } from "../issues/collectIssues";
import { unheard, type Report } from "../issues/issue";
import type { Catalog } from "../catalog/records";
import type { RatedContract } from "../rating/rateContract";
import type { Pooled } from "../rating/terms/pools";
import { heldContracts, holdsByContract } from "./held";
import type { PreparedBook } from "./prepareBook";

/** What each contract brings to the run's documents: those billed already only bring credit notes, held ones nothing. */
function chargesOf(
  rated: readonly RatedContract[],
  adjustments: readonly AssignedAdjustment[],
  covered: ReadonlySet<string>,
  held: ReadonlySet<string>,
): ContractCharges[] {
  return rated.flatMap(({ contract, items }): ContractCharges[] => {
    const { contractId } = contract;
    if (held.has(contractId)) return [];
    const contractAdjustments = adjustments.filter((adjustment) => adjustment.contract === contract);
    if (covered.has(contractId)) {
      return [
        {
          contract,
          items: [],
          adjustments: contractAdjustments.filter(({ correction }) => correction !== undefined),
          hasUsage: false,
          isCovered: true,
        },
      ];
    }
    const hasUsage = items.some(({ rows }) => rows.length > 0);
    return [{ contract, items, adjustments: contractAdjustments, hasUsage }];
  });
}

/** What accounts without a contract bear, as far as no document of the run bills it and no contract behind it is held. */
function accountCharges(
  pooled: readonly Pooled[],
  { pools, grants }: Catalog,
  covered: ReadonlySet<string>,
  held: ReadonlySet<string>,
): ContractCharges[] {
  const ofPools = pooled.map(({ carrier, items }) => {
    const behind = pools.filter((pool) => pool.carrier === carrier).flatMap(({ contracts }) => contracts);
    const isWaiting = behind.some(({ contractId }) => held.has(contractId));
    return { contract: carrier, items: isWaiting ? [] : items };
  });
  const sellers = grants.flatMap(({ sale }) => (sale ? [{ contract: sale.carrier, items: [] }] : []));
  const accounts = groupBy(
    [...ofPools, ...sellers].filter(({ contract }) => contract.contractId === ""),
    ({ contract }) => coverKey("", contract.customer.customerId),
  );
  return [...accounts]
    .filter(([key]) => !covered.has(key))
    .map(([, group]) => ({
      contract: group[0].contract,
      items: group.flatMap(({ items }) => items),
      adjustments: [],
      hasUsage: false,
    }));
}

/** Documents of the run, and the contracts whose invoice waits with the codes that hold it. */
export interface Drafted {
  readonly drafts: readonly Invoice[];
  readonly held: ReadonlySet<string>;
  readonly holds: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What a run drafts its documents from. */
export interface Drafting {
  readonly rated: readonly RatedContract[];
  readonly pooled: readonly Pooled[];
  readonly adjustments: readonly AssignedAdjustment[];
  /** What final documents of other runs bill. */
  readonly billed: BilledService;
  /** The register with the run's own corrections. */
  readonly corrected: DocumentRegister;
}

/**
 * The register with the corrections that the run itself makes, as if they were final: an invoice that it credits in full
 * is billed again by the same run, so that a second run finds nothing left to do.
 */
export function withCorrections(
  { register, catalog, settings, period, asOf }: PreparedBook,
  adjustments: readonly AssignedAdjustment[],
): DocumentRegister {
  const corrections = buildCorrections(adjustments, { run: { period, asOf }, catalog, settings });
  return corrections.length > 0 ? registerWith(register, corrections, period, settings.at) : register;
}

/** Contracts of which nothing is billed, so that nothing waits for their faults: drafts and suspended ones. */
function idleContracts(
  { contracts }: Catalog,
  adjustments: readonly AssignedAdjustment[],
): ReadonlySet<string> {
  const adjusted = new Set(adjustments.map(({ contract }) => contract));
  const idle = contracts.filter((contract) => contract.isSuspended && !adjusted.has(contract));
  return new Set(idle.map(({ contractId }) => contractId));
}

/**
 * What documents have drawn of grants: all that are final, for a run may bill an earlier month. One that is explained drew
 * what those before it had left, whatever was drawn since.
 */
function standingService({ settings, explained }: PreparedBook, corrected: DocumentRegister): BilledService {
  const standing = billedServiceOf(corrected, settings);
  if (!explained) return standing;
  const isBefore = ({ invoice }: RegisteredLine) => !invoice || isBilledBefore(invoice, explained);
  return { ...standing, ofTerm: (id) => standing.ofTerm(id).filter(isBefore) };
}

/** Drafts the documents of all contracts that are neither billed already nor held. */
export function draftDocuments(
  book: PreparedBook,
  { rated, pooled, adjustments, billed, corrected }: Drafting,
  { report, list }: IssueCollector,
): Drafted {
  const { catalog, settings, period, asOf, isBroken } = book;
  const covered = coveredContracts(corrected, period, settings);
  const standing = standingService(book, corrected);
  const idle = idleContracts(catalog, adjustments);
  const build = (held: ReadonlySet<string>, to: Report) =>
    buildInvoices(
      [...chargesOf(rated, adjustments, covered, held), ...accountCharges(pooled, catalog, covered, held)],
      {
        run: { period, asOf },
        catalog,
        settings,
        billed,
        standing,
        report: to,
      },
    );
  const findHeld = () => {
    const holds = holdsByContract(list());
    const broken = isBroken ? catalog.contracts.map(({ contractId }) => contractId) : [];
    const directly = [...broken, ...holds.keys()].filter((contractId) => !idle.has(contractId));
    return { holds, contracts: heldContracts(directly, catalog, settings) };
  };
  const first = build(findHeld().contracts, report);
  // Drafting can find a tax code without a rate, which holds: then the documents are built again without those.
  const { holds, contracts } = findHeld();
  const isHeld = (invoice: Invoice) => invoice.lines.some(({ contractId }) => contracts.has(contractId));
  const drafts = first.some(isHeld) ? build(contracts, unheard) : first;
  const isWaiting = (contractId: string) => !covered.has(contractId) && !idle.has(contractId);
  return { drafts, holds, held: new Set([...contracts].filter(isWaiting)) };
}
