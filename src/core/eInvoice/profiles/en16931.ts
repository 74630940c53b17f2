import { en16931Rules } from "../rules/en16931";
import { defineProfile } from "./profile";

export const en16931 = defineProfile({
  id: "en16931",
  synonyms: [],
  title: "EN 16931",
  help: "The European standard itself, for receivers that ask for nothing more.",
  specification: "urn:cen.eu:en16931:2017",
  syntaxes: ["ubl", "cii"],
  takesEmail: true,
  rules: en16931Rules,
});
