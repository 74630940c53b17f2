import { outputAreas, planFreeze } from "../../../core/api";
import { freezeFormulas } from "../../../workbook/xlsx/texts/freezeFormulas";
import { applyPlan } from "../../../workbook/xlsx/write/applyPlan";
import { momentOf, type RunDetails } from "../../session/choice";
import { packageOf } from "../../session/packageOf";
import type { SessionWorkbook } from "../../session/sessionWorkbook";

/** A copy in which formulas are values. */
export interface FrozenCopy {
  readonly bytes: Uint8Array;
  /** xlsx or xlsm. */
  readonly format: string;
  readonly frozen: readonly { readonly sheet: string; readonly cells: number }[];
  /** Cells that stay formulas, as they have no result to keep. */
  readonly kept: readonly string[];
}

/** The sheets whose formulas are ours. */
export const sheets = ({ snapshot }: SessionWorkbook): readonly string[] => [
  ...new Set(outputAreas(snapshot).map(({ sheet }) => sheet)),
];

/** A copy in which the formulas of the output tables, and those of the add-in's functions if asked for, are values. */
export function copy(
  { snapshot, engineVersion, sha256 }: SessionWorkbook,
  file: Uint8Array,
  functions: boolean,
  { at, user }: RunDetails,
): FrozenCopy {
  const source = packageOf(file);
  const areas = outputAreas(snapshot);
  const { bytes, frozen, kept } = freezeFormulas(source, { areas, functions });
  const isOfTables = frozen.some(({ sheet }) => areas.some((area) => area.sheet === sheet));
  const log = { when: momentOf(at), who: user, engineVersion, sha256 };
  // The log says it, so that figures without a formula are no finding.
  const plan = isOfTables ? planFreeze(snapshot, { functions }, log) : undefined;
  return {
    bytes: plan ? applyPlan(packageOf(bytes), plan, { format: source.format }) : bytes,
    format: source.format,
    frozen,
    kept: kept.map(({ sheet, cell }) => `${sheet}!${cell}`),
  };
}
