import { csv } from "./csv/csv";
import type { DataFormat } from "./dataFormat";

/**
 * Every format that brings rows. A new one is its folder or file and its line here. The first that detects a file reads it:
 * CSV is any text, so it is the last.
 */
export const dataFormats: readonly DataFormat[] = [
  // One a line.
  csv,
];

/** What names of files of these formats end in, such as `.csv`; a packed one has `.gz` behind it. */
export const usageEndings: readonly string[] = dataFormats.flatMap(({ endings }) =>
  endings.map((ending) => `.${ending}`),
);
