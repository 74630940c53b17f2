import { en16931Rules } from "../rules/en16931";
import { peppolRules } from "../rules/peppol";
import { defineProfile } from "./profile";

export const peppolBis3 = defineProfile({
  id: "peppol-bis-3",
  synonyms: [],
  title: "Peppol BIS Billing 3.0",
  help: "What goes through the Peppol network: to authorities and companies in Europe, Australia and elsewhere.",
  specification: "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0",
  process: "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0",
  syntaxes: ["ubl"],
  takesEmail: false,
  mostApart: "0.02",
  rules: (syntax) => [...en16931Rules(syntax), ...peppolRules],
});
