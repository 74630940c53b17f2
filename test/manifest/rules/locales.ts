import {
  elementsAt,
  elementsNamed,
  overridesOf,
  describeElement,
  residOf,
  type Manifest,
  type ManifestElement,
} from "../manifestDocument";
import type { Rule } from "./rule";

/** Beside the default; decided in docs/decisions/033-manifest.md. */
const decidedLocales = ["de-DE", "es-ES", "fr-FR", "it-IT", "nl-NL"];

const localesOf = (element: ManifestElement) =>
  overridesOf(element).map(({ attributes }) => attributes.get("Locale") ?? "");

/** The namespace is typed into formulas, which must mean the same in every language. */
function isNamespace(manifest: Manifest, element: ManifestElement): boolean {
  return elementsNamed(manifest, "Namespace").some((use) => residOf(use) === element.attributes.get("id"));
}

/** What a user reads. */
const texts = (manifest: Manifest) => [
  ...elementsAt(manifest, "DisplayName"),
  ...elementsAt(manifest, "Description"),
  ...elementsNamed(manifest, "bt:String").filter((element) => !isNamespace(manifest, element)),
];

const localesAreAsDecided: Rule = (manifest) => {
  const found = [...new Set(manifest.elements.flatMap(localesOf))].sort();
  return found.join() === decidedLocales.join()
    ? []
    : [
        `There are overrides for ${found.join(", ") || "no locale"}; decided are ${decidedLocales.join(", ")}.`,
      ];
};

const overridesAreComplete: Rule = (manifest) => {
  const locales = new Set(manifest.elements.flatMap(localesOf));
  return texts(manifest).flatMap((element) =>
    [...locales]
      .filter((locale) => !localesOf(element).includes(locale))
      .map((locale) => `${describeElement(element)} has no text for ${locale}.`),
  );
};

const overridesAreNotRepeated: Rule = (manifest) => {
  const defaultLocale = elementsAt(manifest, "DefaultLocale")[0]?.text ?? "";
  return manifest.elements.flatMap((element) => {
    const locales = [defaultLocale, ...localesOf(element)];
    return locales
      .filter((locale, index) => locales.indexOf(locale) < index)
      .map((locale) => `${describeElement(element)} has more than one value for ${locale}.`);
  });
};

const namespaceIsNotLocalised: Rule = (manifest) =>
  elementsNamed(manifest, "bt:String")
    .filter((element) => isNamespace(manifest, element) && overridesOf(element).length > 0)
    .map(
      (element) =>
        `${describeElement(element)} is the namespace of formulas and must be the same in every language.`,
    );

export const localeRules: readonly Rule[] = [
  localesAreAsDecided,
  overridesAreComplete,
  overridesAreNotRepeated,
  namespaceIsNotLocalised,
];
