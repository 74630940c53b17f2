import { cancelled } from "../port/failures";
import type { Work } from "../port/port";
import { pauseForPage } from "../bytes/steps";
import { Stop } from "./failures";

/** Requests stay well under the 5 MB that Excel on the web takes; its answers likewise. */
export const MOST_BYTES = 1_500_000;

/**
 * What a call for a single cell or a few counts for, which is more than it carries: the library takes its time over
 * each when a request is sent, and meanwhile the page stands still.
 */
export const CALL_BYTES = 2500;

/** Waits for Excel, then asks whether to go on. */
export async function roundTrip(context: Excel.RequestContext, work: Work = {}): Promise<void> {
  await context.sync();
  if (work.isCancelled?.()) throw new Stop(cancelled);
}

/** Sends calls in few requests: one is sent when what it carries would grow too large. */
export class Batch {
  private bytes = 0;
  private readonly pause = pauseForPage();

  constructor(
    private readonly context: Excel.RequestContext,
    private readonly work: Work,
  ) {}

  /** Makes room for so many bytes; call it before the calls that carry them. The page may draw meanwhile. */
  async reserve(bytes: number): Promise<void> {
    await this.pause();
    if (this.bytes > 0 && this.bytes + bytes > MOST_BYTES) await this.send();
    if (this.bytes === 0) this.suspend();
    this.bytes += bytes;
  }

  /** Excel neither draws nor calculates before the whole request is in. */
  private suspend(): void {
    const { application } = this.context.workbook;
    application.suspendScreenUpdatingUntilNextSync();
    application.suspendApiCalculationUntilNextSync();
  }

  /**
   * Cells of a sheet for calls of this request alone. The library would otherwise keep track of each until the end and
   * let go of thousands at once, while the page stands still.
   */
  range(sheet: Excel.Worksheet, row: number, column: number, rows = 1, columns = 1): Excel.Range {
    return sheet.getRangeByIndexes(row, column, rows, columns).untrack();
  }

  async send(): Promise<void> {
    await roundTrip(this.context, this.work);
    this.bytes = 0;
  }
}
