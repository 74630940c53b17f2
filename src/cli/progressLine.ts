import { SingleBar } from "cli-progress";

/** Work shorter than this shows no line at all. */
const PATIENCE_MS = 700;

/** One line on standard error that counts while long work goes on; silent where nobody watches. */
export class ProgressLine {
  private readonly started = Date.now();
  private bar: SingleBar | undefined;

  constructor(
    private readonly task: string,
    private readonly unit: string,
  ) {}

  update(count: number): void {
    if (!process.stderr.isTTY || Date.now() - this.started < PATIENCE_MS) return;
    if (!this.bar) {
      const format = `${this.task}: {value} ${this.unit}, {duration_formatted}`;
      // The cursor and the wrapping of lines stay as they are, for nobody would set them back after Ctrl-C.
      this.bar = new SingleBar({ format, stream: process.stderr, clearOnComplete: true, linewrap: true });
      this.bar.start(0, count);
    }
    this.bar.update(count);
  }

  stop(): void {
    this.bar?.stop();
  }
}
