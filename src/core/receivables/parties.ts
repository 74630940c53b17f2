import { nameKey } from "../base/name";
import { parseTerms, type Terms } from "../calendar/terms";
import { contractsTable } from "../catalog/contracts.table";
import { customersTable, type CustomerRecord } from "../catalog/customers.table";
import type { RegisteredInvoice } from "../documents/register";
import { termsOfDocument } from "../documents/termsOfDocument";
import type { Snapshot } from "../grid/grid";
import { unheard, type Report } from "../issues/issue";
import { asInput, bindTable } from "../schema/bind";
import { readRecords } from "../schema/readRecords";
import type { Columns, RecordOf, TableDefinition } from "../schema/table";
import { mappingFor } from "../settings/mapping";
import { settingRows, settingsTable } from "../settings/settings.table";
import type { Settings } from "../settings/settings";

/** A customer, as far as Customers or Contracts know it. */
export type Party = Partial<CustomerRecord> & { readonly customerId: string };

/** Who owes, and by which terms. */
export interface Parties {
  readonly of: (customerId: string | undefined) => Party | undefined;
  /** All customers of Customers and Contracts. */
  readonly all: readonly Party[];
  /** Whether one belongs to the other, or both to the same, by Parent. */
  readonly areRelated: (one: string, other: string) => boolean;
  /** The terms by which a document is to be paid; undefined where nobody named any. */
  readonly termsOf: (document: RegisteredInvoice) => Terms | undefined;
}

/** Rows of an input table, also those of which something else could not be read. */
export function readInput<C extends Columns>(
  definition: TableDefinition<C>,
  snapshot: Snapshot,
  settings: Settings,
  report: Report,
): { readonly good: readonly RecordOf<C>[]; readonly partly: readonly Partial<RecordOf<C>>[] } {
  const bound = bindTable(definition, snapshot, mappingFor(definition, settings), report, asInput);
  if (!bound) return { good: [], partly: [] };
  const { good, bad } = readRecords(bound, () => [], report);
  return { good, partly: [...good, ...bad.map(({ fields }) => fields)] };
}

const understood = (text: string | undefined): Terms | undefined =>
  text === undefined ? undefined : parseTerms(text);

/** Payment terms that somebody wrote into Settings: the default of the setting is no agreement with anybody. */
function termsOfSettings(snapshot: Snapshot, { paymentTerms }: Settings): Terms | undefined {
  const bound = bindTable(settingsTable, snapshot, new Map(), unheard);
  const isWritten = bound && settingRows(bound).some(({ key }) => nameKey(key) === "paymentterms");
  return isWritten ? parseTerms(paymentTerms) : undefined;
}

/** Whether two customers have the same one at the head of their line of parents; a circle ends where it closes. */
function relatedBy(parentOf: (customerId: string) => string | undefined): Parties["areRelated"] {
  const headOf = (customerId: string): string => {
    const passed = new Set<string>();
    let head = customerId;
    for (let next = parentOf(head); next !== undefined && !passed.has(head); next = parentOf(head)) {
      passed.add(head);
      head = next;
    }
    return head;
  };
  return (one, other) => one === other || headOf(one) === headOf(other);
}

/** Customers with names, currencies and terms; what is wrong with these tables is said when they are billed. */
export function readParties(snapshot: Snapshot, settings: Settings): Parties {
  const byId = new Map<string, Party>();
  const contracts = new Map<string, { readonly customerId: string; readonly terms: Terms | undefined }>();
  for (const record of readInput(customersTable, snapshot, settings, unheard).partly) {
    const { customerId } = record;
    if (customerId !== undefined && !byId.has(customerId)) byId.set(customerId, { ...record, customerId });
  }
  for (const record of readInput(contractsTable, snapshot, settings, unheard).partly) {
    const { contractId, customerId, customerName, paymentTerms } = record;
    if (customerId !== undefined && !byId.has(customerId))
      byId.set(customerId, { customerId, ...(customerName === undefined ? {} : { customerName }) });
    if (contractId === undefined) continue;
    const terms = understood(paymentTerms) ?? contracts.get(contractId)?.terms;
    const owner = contracts.get(contractId)?.customerId ?? customerId ?? "";
    contracts.set(contractId, { customerId: owner, terms });
  }
  const general = termsOfSettings(snapshot, settings);
  const of = (customerId: string | undefined) =>
    customerId === undefined ? undefined : byId.get(customerId);
  return {
    of,
    all: [...byId.values()],
    areRelated: relatedBy((customerId) => byId.get(customerId)?.parent),
    termsOf: (document) =>
      termsOfDocument<Terms | undefined>(document, {
        contractOf: (contractId) => contracts.get(contractId),
        customerOf: (customerId) => {
          const party = of(customerId);
          return party && { terms: understood(party.paymentTerms) };
        },
        general,
      }),
  };
}
