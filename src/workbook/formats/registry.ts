import { csv } from "./csv/csv";
import type { DataFormat } from "./dataFormat";

/** Every format that brings rows. A new one is its folder or file and its line here; the first that detects a file reads it. */
export const dataFormats: readonly DataFormat[] = [csv];
