import type { SyntaxId } from "../syntax/syntaxes";
import { arithmeticRules } from "./arithmetic";
import { categoryRules } from "./categories";
import { codeRules } from "./codes";
import { decimalRules } from "./decimals";
import { presenceRules } from "./presence";
import type { Rule } from "./rule";

/** Every rule of EN 16931 itself; where a sum may differ by how much is not the same in both syntaxes. */
export const en16931Rules = (syntax: SyntaxId): readonly Rule[] => [
  ...presenceRules(syntax),
  ...arithmeticRules(syntax),
  ...decimalRules(syntax),
  ...categoryRules(syntax),
  ...codeRules(syntax),
];
