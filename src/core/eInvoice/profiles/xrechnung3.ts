import { en16931Rules } from "../rules/en16931";
import { germanRules } from "../rules/germany";
import { defineProfile } from "./profile";

export const xrechnung3 = defineProfile({
  id: "xrechnung-3.0",
  synonyms: ["xrechnung"],
  title: "XRechnung 3.0",
  help: "For authorities in Germany; the Buyer reference is their Leitweg-ID.",
  specification: "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0",
  process: "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0",
  syntaxes: ["ubl", "cii"],
  takesEmail: true,
  rules: (syntax) => [...en16931Rules(syntax), ...germanRules(syntax)],
});
