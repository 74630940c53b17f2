import { en16931Rules } from "../rules/en16931";
import { defineProfile } from "./profile";

export const facturX = defineProfile({
  id: "factur-x",
  synonyms: ["zugferd"],
  title: "Factur-X and ZUGFeRD",
  help: "A PDF that people read with the same document as XML inside, in France and Germany.",
  specification: "urn:cen.eu:en16931:2017",
  syntaxes: ["cii"],
  takesEmail: true,
  isInPdf: true,
  rules: en16931Rules,
});
