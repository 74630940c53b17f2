import { germanRules } from "../germany";
import { among } from "../make";
import type { Rule } from "../rule";
import { isGerman } from "./countries";

/** BR-DE-1 is DE-R-001 here, BR-DE-23-a DE-R-023-1. */
function idInPeppol(id: string): string {
  const [number = "", part] = id.slice("BR-DE-".length).split("-");
  const parts = part === undefined ? [] : [part === "a" ? "1" : "2"];
  return ["DE-R", number.padStart(3, "0"), ...parts].join("-");
}

/** What Peppol asks between two sides in Germany: the rules of XRechnung, but for what it says it follows. */
export const germanPeppolRules: readonly Rule[] = germanRules
  .filter(({ id }) => id !== "BR-DE-21")
  .map((rule) => among(isGerman, { ...rule, id: idInPeppol(rule.id) }));
