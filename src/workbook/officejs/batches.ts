import { cancelled } from "../failures";
import type { Work } from "../port";
import { Stop } from "./failures";

/** Requests stay well under the 5 MB that Excel on the web takes; its answers likewise. */
export const MOST_BYTES = 1_500_000;

/** Waits for Excel, then asks whether to go on. */
export async function roundTrip(context: Excel.RequestContext, work: Work = {}): Promise<void> {
  await context.sync();
  if (work.isCancelled?.()) throw new Stop(cancelled);
}

/** Sends calls in few requests: one is sent when what it carries would grow too large. */
export class Batch {
  private bytes = 0;

  constructor(
    private readonly context: Excel.RequestContext,
    private readonly work: Work,
  ) {}

  /** Makes room for so many bytes; call it before the calls that carry them. */
  async reserve(bytes: number): Promise<void> {
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

  async send(): Promise<void> {
    await roundTrip(this.context, this.work);
    this.bytes = 0;
  }
}
