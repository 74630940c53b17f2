import type { CellRef } from "../grid/grid";
import type { Mapping } from "../schema/bind";
import type { SettingDefinition, settingDefinitions } from "./definitions";

/** Every setting with the value that counts: the workbook's, else its default. */
export type Settings = {
  readonly [K in keyof typeof settingDefinitions]: (typeof settingDefinitions)[K] extends SettingDefinition<
    infer T
  >
    ? T
    : never;
} & {
  /** Chosen headers by table title's nameKey, then field title's nameKey. */
  readonly mappings: ReadonlyMap<string, Mapping>;
  /** Fields that the workbook names; the others have their defaults. */
  readonly named?: ReadonlySet<string>;
  /** A table of settings cannot be read, or says two things of what documents are made by: nobody knows which, and all waits. */
  readonly isInDoubt?: boolean;
  /** Where the settings are, for issues about the whole workbook. */
  readonly at: CellRef;
};
