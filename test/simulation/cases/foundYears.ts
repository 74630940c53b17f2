import type { FoundYear } from "./caseYear";
import { yearsBilledWrong } from "./yearsBilledWrong";
import { yearsOfQuantities } from "./yearsOfQuantities";
import { yearsOfTerms } from "./yearsOfTerms";
import { yearsToldWrong } from "./yearsToldWrong";

export const foundYears: Readonly<Record<string, FoundYear>> = {
  ...yearsBilledWrong,
  ...yearsToldWrong,
  ...yearsOfQuantities,
  ...yearsOfTerms,
};
