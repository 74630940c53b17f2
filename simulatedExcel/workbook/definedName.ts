import { isCellReference } from "./address";
import { fault } from "./fault";
import type { Sheet } from "./sheet";
import type { TrackedArea } from "./tracked";

export interface DefinedName {
  readonly name: string;
  /** Where it points to cells; they may move. */
  readonly target: { readonly sheet: Sheet; readonly tracked: TrackedArea } | undefined;
  /** Where it is a formula or a constant, with its leading `=`. */
  formula: string;
  comment: string;
  visible: boolean;
  readonly scope: Sheet | undefined;
}

const MAX_NAME = 255;

/** Names of tables and of areas follow the same rules. */
export function checkName(name: string): void {
  const isWellFormed = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) && name.length <= MAX_NAME;
  if (!isWellFormed || isCellReference(name) || /^(?:[rc]|r\d*c\d*)$/i.test(name)) {
    throw fault("InvalidArgument", `"${name}" cannot be a name`);
  }
}
