import { addAll } from "../../base/manyValues";
import { applicationIds } from "../../receivables/applicationIds";
import { ledgerAt, type Ledger } from "../../receivables/ledger";
import { withPosted, type ApplicationRow } from "../../receivables/posting/rows";

/** Rows of Applications as they are posted one group after the other, each with what is open after it. */
export class Posting {
  /** Rows posted until now. */
  readonly applications: ApplicationRow[] = [];
  private nextId: () => string;

  constructor(
    public ledger: Ledger,
    private readonly options: { readonly by: string; readonly runId: string },
  ) {
    this.nextId = this.freshIds();
  }

  numbered(row: ApplicationRow): ApplicationRow {
    return { ...row, applicationId: this.nextId() };
  }

  /** Posts groups of rows, but for groups of which a row would not count, as another took what was open; gives these. */
  add(groups: readonly (readonly ApplicationRow[])[]): (readonly ApplicationRow[])[] {
    const posted = groups.map((rows) => rows.map((row) => this.posted(row)));
    const next = ledgerAt(withPosted(this.ledger.book, posted.flat()), this.ledger.asOf);
    const counted = new Set(next.movements.map(({ row }) => row?.applicationId));
    const fails = posted.map((rows) => rows.some(({ applicationId }) => !counted.has(applicationId)));
    const failing = groups.filter((_, index) => fails[index]);
    if (failing.length > 0) {
      this.nextId = this.freshIds();
      return [...failing, ...this.add(groups.filter((_, index) => !fails[index]))];
    }
    addAll(this.applications, posted.flat());
    this.ledger = next;
    return [];
  }

  private posted(row: ApplicationRow): ApplicationRow {
    const { by, runId } = this.options;
    return { ...this.numbered(row), status: "posted", postedBy: by || undefined, runId };
  }

  private freshIds(): () => string {
    const rows = [...this.ledger.book.kept, ...this.applications];
    return applicationIds(rows.map(({ applicationId }) => applicationId));
  }
}
