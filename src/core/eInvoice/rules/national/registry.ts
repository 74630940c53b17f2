import type { Rule } from "../rule";
import { danishRules } from "./denmark";
import { germanPeppolRules } from "./germany";
import { greekRules } from "./greece";
import { icelandicRules } from "./iceland";
import { italianRules } from "./italy";
import { dutchRules } from "./netherlands";
import { norwegianRules } from "./norway";
import { swedishRules } from "./sweden";

/** What Peppol BIS Billing 3.0 asks by country; each looks at documents of its country alone. */
export const nationalRules: readonly Rule[] = [
  ...norwegianRules,
  ...danishRules,
  ...italianRules,
  ...swedishRules,
  ...greekRules,
  ...icelandicRules,
  ...dutchRules,
  ...germanPeppolRules,
];
