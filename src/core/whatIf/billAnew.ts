import type { Group } from "../base/groupBy";
import type { Period } from "../calendar/period";
import type { Catalog, Contract } from "../catalog/records";
import { billedServiceOf, type BilledService } from "../documents/billedService";
import type { DocumentRegister } from "../documents/register";
import type { Bill, ContractCharges } from "../invoicing/chain/bill";
import { followDocumentChain } from "../invoicing/chain/chain";
import type { InvoiceLine } from "../invoicing/invoice";
import { registerBefore, registerUntil, withOtherLines } from "../invoicing/registerChanges";
import { standingLines } from "../invoicing/standingLines";
import type { RatedItem } from "../rating/ratedItem";
import type { RatingContext } from "../rating/ratingContext";
import { ratePools } from "../rating/terms/pools";
import type { Settings } from "../settings/settings";
import type { RunDocument } from "./billedNet";
import { unheard } from "../issues/issue";

/** Terms by which documents are billed once more. */
export interface Side {
  readonly catalog: Catalog;
  readonly settings: Settings;
  readonly context: RatingContext;
  /** A contract of today as these terms have it. */
  readonly contractOf: (contract: Contract) => Contract;
}

/** What a contract bills after what documents billed before; undefined where it has no amount. */
export type ItemsOf = (contract: Contract, billed: BilledService) => readonly RatedItem[] | undefined;

export interface BilledLine {
  readonly line: InvoiceLine;
  readonly currency: string;
}

/** Promises of several contracts go to the document of whoever bears them, or to one of its own. */
function withPools(
  bills: readonly Bill[],
  { catalog, context }: Side,
  run: Period,
  billed: BilledService,
): Bill[] {
  const members = bills.flatMap(({ charges }) => charges);
  const known = new Set<Contract>(members.map(({ contract }) => contract));
  const pools = catalog.pools.filter(({ contracts }) => contracts.some((each) => known.has(each)));
  if (pools.length === 0) return [...bills];
  const pooled = ratePools({ ...catalog, pools }, members, { run, billed }, context);
  const itemsOf = new Map(pooled.map(({ carrier, items }) => [carrier, items]));
  const add = (charge: ContractCharges): ContractCharges => ({
    ...charge,
    items: [...charge.items, ...(itemsOf.get(charge.contract) ?? [])],
  });
  const onItsOwn = pooled.filter(({ carrier }) => !known.has(carrier));
  return [
    ...bills.map(({ charges: [first, ...more], ...bill }) => ({
      ...bill,
      charges: [add(first), ...more.map(add)] satisfies Group<ContractCharges>,
    })),
    ...onItsOwn.map(({ carrier, items }): Bill => {
      const charge = { contract: carrier, items, adjustments: [], hasUsage: false };
      return { key: "", charges: [charge], currency: carrier.currency, lines: [], taxes: [] };
    }),
  ];
}

/** Bills documents once more, run by run in their order: a run counts with what the runs before it came to. */
export class BillAnew {
  constructor(
    private readonly side: Side,
    private register: DocumentRegister,
  ) {}

  /** The lines of all documents of a run, in one go: they draw from the same grants. */
  run(run: Period, documents: readonly RunDocument[], itemsOf: ItemsOf): readonly BilledLine[] {
    const { catalog, settings } = this.side;
    const billed = billedServiceOf(registerUntil(registerBefore(this.register, run), run.to), settings);
    const bills = documents.map((document) => this.bill(document, billed, itemsOf));
    const asOf = documents[0]?.documents[0]?.invoiceDate ?? run.to;
    const input = {
      run: { period: run, asOf },
      catalog,
      settings,
      billed,
      standing: billed,
      report: unheard,
    };
    const written = bills.flatMap((bill) => bill ?? []);
    const made = followDocumentChain(withPools(written, this.side, run, billed), input);
    let at = 0;
    const lines = new Map(
      documents.flatMap((document, index) => (bills[index] ? [[document, made[at++]!.lines] as const] : [])),
    );
    this.register = withOtherLines(
      this.register,
      new Map(
        [...lines].map(
          ([
            {
              documents: [first],
            },
            own,
          ]) => [first!, own],
        ),
      ),
      new Set([...lines.keys()].flatMap(({ documents: [, ...more] }) => more)),
    );
    return made.flatMap(({ lines: own, currency }) => own.map((line) => ({ line, currency })));
  }

  private bill({ contracts, currency, documents }: RunDocument, billed: BilledService, itemsOf: ItemsOf) {
    const charges = contracts.flatMap((contract): ContractCharges[] => {
      const items = itemsOf(contract, billed);
      const own = this.side.contractOf(contract);
      return items ? [{ contract: own, items, adjustments: [], hasUsage: false }] : [];
    });
    const [first, ...more] = charges;
    if (!first) return undefined;
    const lines = documents.flatMap((document) => standingLines(document.lines, billed));
    return { key: "", charges: [first, ...more], currency, lines, taxes: [] } satisfies Bill;
  }
}
