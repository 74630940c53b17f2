import type { WrittenDocument } from "../export";

/** The documents of one file, and what its name has between id and Run ID. */
export interface Batch {
  readonly isOfCredits: boolean;
  readonly part: number;
  readonly written: readonly WrittenDocument[];
}

export interface BatchOptions {
  /** Credit notes are in files of their own. */
  readonly areCreditsApart: boolean;
  /** Documents that one file may have. */
  readonly most?: number;
}

/** Documents in files of at most so many; no document is split. */
export function batchesOf(
  written: readonly WrittenDocument[],
  { areCreditsApart, most = Number.MAX_SAFE_INTEGER }: BatchOptions,
): Batch[] {
  const isApart = ({ document }: WrittenDocument) => areCreditsApart && document.isCredit;
  return [false, true].flatMap((isOfCredits) => {
    const group = written.filter((document) => isApart(document) === isOfCredits);
    const count = Math.ceil(group.length / most);
    return Array.from({ length: count }, (_, index) => ({
      isOfCredits,
      part: index + 1,
      written: group.slice(index * most, (index + 1) * most),
    }));
  });
}
