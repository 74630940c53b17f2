import { arithmeticRules } from "./arithmetic";
import { categoryRules } from "./categories";
import { codeRules } from "./codes";
import { decimalRules } from "./decimals";
import { presenceRules } from "./presence";
import type { Rule } from "./rule";

/** Every rule of EN 16931 itself. */
export const en16931Rules: readonly Rule[] = [
  ...presenceRules,
  ...arithmeticRules,
  ...decimalRules,
  ...categoryRules,
  ...codeRules,
];
