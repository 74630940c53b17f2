import type { TextSource } from "./usageSource";

/** How far a file is read, 0 to 1; one that has to be read again begins anew. */
export interface ReadingShare {
  readonly file: string;
  readonly share: number;
}

export type OnReading = (reading: ReadingShare) => void;

/** Passes the pieces of a file on and tells how far it is, with each hundredth of its size once: 100 times at most. */
export async function* toldPieces<Bytes extends Uint8Array>(
  pieces: AsyncIterable<Bytes>,
  { name, size }: Pick<TextSource, "name" | "size">,
  onReading: OnReading,
): AsyncGenerator<Bytes> {
  let read = 0;
  let told = 0;
  for await (const piece of pieces) {
    yield piece;
    read += piece.length;
    // The size of what was packed is an estimate.
    const share = Math.min(1, read / size);
    const hundredths = Math.floor(share * 100);
    if (hundredths === told) continue;
    told = hundredths;
    onReading({ file: name, share });
  }
}

/** A source that tells how far it is read, each time it is read. */
export const toldSource = <Source extends TextSource>(source: Source, onReading: OnReading): Source => ({
  ...source,
  open: () => toldPieces(source.open(), source, onReading),
});
