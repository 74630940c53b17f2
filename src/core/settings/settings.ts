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
  /** A table of settings is there and cannot be read: nobody knows what it asks for, and all waits. */
  readonly isUnread?: boolean;
  /** Where the settings are, for issues about the whole workbook. */
  readonly at: CellRef;
};
