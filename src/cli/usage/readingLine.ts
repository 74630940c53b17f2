import type { OnReading } from "../../workbook/formats/csv/fold/readingShare";
import { ProgressLine } from "../progressLine";

/** A progress line for each file that takes long, one after the other. */
export class ReadingLine {
  private file = "";
  private line: ProgressLine | undefined;

  readonly onReading: OnReading = ({ file, share }) => {
    if (file !== this.file) {
      this.stop();
      this.file = file;
      this.line = new ProgressLine(`Reading ${file}`, "%");
    }
    this.line?.update(Math.floor(share * 100));
  };

  stop(): void {
    this.line?.stop();
  }
}
