import type { Day } from "../calendar/day";
import type { Period } from "../calendar/period";
import type { BilledService } from "../documents/billedService";
import type { DocumentRegister } from "../documents/register";
import type { RatingContext } from "../rating/ratingContext";
import type { RatedItem } from "../rating/ratedItem";
import type { Ledger } from "../receivables/ledger";

/** What a reconciliation may look at. */
export interface ReconcileContext extends RatingContext {
  readonly run: Period;
  readonly asOf: Day;
  /** Every document that stands once the run is written, the run's own drafts included. */
  readonly register: DocumentRegister;
  /** What these documents bill. */
  readonly billed: BilledService;
  /** Time, besides the days that documents bill, for which everything that is due is expected on a document. */
  readonly expectedTime: readonly Period[];
  /** Days of which usage is missing here, since its file is not at hand: contracts with meters are not compared then. */
  readonly absentUsage?: readonly Period[];
  /** Contracts whose invoice of this run is held: their usage of the run is no finding. */
  readonly held: ReadonlySet<string>;
  /** What is owed and what was paid, at the day of the run; undefined where the workbook holds no payment. */
  readonly ledger?: Ledger;
  /** Late usage that the run itself bills, with the document that carries it. */
  readonly lateBilled: readonly { readonly item: RatedItem; readonly invoiceNumber: string }[];
}
