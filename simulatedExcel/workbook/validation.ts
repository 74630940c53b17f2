import { cellAt, holds, holdsCell, overlap, type Area } from "./area";
import type { TrackedArea } from "./tracked";

/** What cells accept, by the names in requests. */
export interface Validation {
  readonly Rule: Readonly<Record<string, unknown>>;
  readonly ErrorAlert: unknown;
  readonly Prompt: unknown;
  readonly IgnoreBlanks: boolean;
}

/** Later areas hide earlier ones. */
export interface ValidatedArea extends TrackedArea {
  /** Undefined where an earlier rule was taken away. */
  readonly validation: Validation | undefined;
}

export interface Validated {
  readonly validations: ValidatedArea[];
  readonly tracked: Set<TrackedArea>;
}

export function setValidation(sheet: Validated, area: Area, validation: Validation | undefined): void {
  const kept = sheet.validations.filter((validated) => validated.area && !holds(area, validated.area));
  const isNeeded = validation !== undefined || kept.some((validated) => overlap(validated.area!, area));
  const added: ValidatedArea[] = isNeeded ? [{ area, validation }] : [];
  for (const validated of added) sheet.tracked.add(validated);
  sheet.validations.splice(0, Infinity, ...kept, ...added);
}

function validationAt(sheet: Validated, row: number, column: number): Validation | undefined {
  const isHere = ({ area }: ValidatedArea): boolean => area !== undefined && holdsCell(area, row, column);
  return sheet.validations.filter(isHere).at(-1)?.validation;
}

/** The one of all cells of an area; "mixed" where they differ. */
export function validationOf(sheet: Validated, area: Area): Validation | undefined | "mixed" {
  const first = validationAt(sheet, area.row, area.column);
  const isMixed = sheet.validations.some(
    (validated) => validated.validation !== first && validated.area && overlap(validated.area, area),
  );
  const owner = sheet.validations.find(
    (validated) => validated.area && holdsCell(validated.area, area.row, area.column),
  );
  const isPartial =
    owner?.area !== undefined && !holds(owner.area, area) && holds(area, cellAt(area.row, area.column));
  return isMixed || isPartial ? "mixed" : first;
}
