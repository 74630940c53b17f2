import { parseManifest, type Manifest } from "./manifestDocument";
import { commandRules } from "./rules/commands";
import { iconRules } from "./rules/icons";
import { identityRules } from "./rules/identity";
import { localeRules } from "./rules/locales";
import { resourceRules } from "./rules/resources";
import type { Rule, Surroundings } from "./rules/rule";
import { runtimeRules } from "./rules/runtime";
import { structureRules } from "./rules/structure";
import { urlRules } from "./rules/urls";

export interface Fault {
  /** The name of the rule's function. */
  readonly rule: string;
  readonly message: string;
}

const WELL_FORMED = "isWellFormed";

const rules: readonly Rule[] = [
  ...structureRules,
  ...identityRules,
  ...resourceRules,
  ...localeRules,
  ...urlRules,
  ...iconRules,
  ...runtimeRules,
  ...commandRules,
];

export const ruleNames: readonly string[] = [WELL_FORMED, ...rules.map(({ name }) => name)];

/**
 * What is wrong with a manifest, as far as it can be told without a network: Microsoft's own check is a web service
 * (`npm run validate:online`), and its reader takes almost anything.
 */
export function checkManifest(source: string, surroundings: Surroundings): Fault[] {
  let manifest: Manifest;
  try {
    manifest = parseManifest(source);
  } catch (error) {
    return [{ rule: WELL_FORMED, message: String(error) }];
  }
  return rules.flatMap((rule) =>
    rule(manifest, surroundings).map((message) => ({ rule: rule.name, message })),
  );
}
