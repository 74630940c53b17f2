import {
  elementsAt,
  elementsNamed,
  hasAncestor,
  describeElement,
  valuesOf,
  type Manifest,
} from "../manifestDocument";
import type { Rule } from "./rule";

/** Decided in docs/decisions/033-manifest.md; whatever is declared here keeps the add-in from hosts that lack it. */
const decided = {
  permissions: "ReadWriteDocument",
  host: "Workbook",
  requirementSets: ["SharedRuntime 1.1", "CustomFunctionsRuntime 1.1", "ExcelApi 1.13"],
};

/** The text of the one element of that name below the root. */
const textAt = (manifest: Manifest, name: string) => elementsAt(manifest, name)[0]?.text ?? "";

function tooLong(manifest: Manifest, name: string, limit: number): string[] {
  return elementsAt(manifest, name)
    .flatMap((element) => [{ element, locale: undefined, value: element.text }, ...valuesOf(element)])
    .filter(({ value }) => value.length > limit)
    .map(
      ({ element, locale = "the default", value }) =>
        `${describeElement(element)} has ${value.length} characters for ${locale}; ${limit} are allowed.`,
    );
}

const idIsGuid: Rule = (manifest) => {
  const id = textAt(manifest, "Id");
  const isGuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) && /[1-9a-f]/i.test(id);
  return isGuid ? [] : [`Id is "${id}"; it must be a GUID with hyphens and nothing around it.`];
};

const versionIsUpToFourNumbers: Rule = (manifest) => {
  const version = textAt(manifest, "Version");
  return /^\d{1,5}(\.\d{1,5}){0,3}$/.test(version)
    ? []
    : [`Version is "${version}"; it must be one to four numbers of up to five digits, with points between.`];
};

const versionIsThatOfThePackage: Rule = (manifest, { packageVersion }) => {
  const version = textAt(manifest, "Version");
  return version === packageVersion
    ? []
    : [`Version is "${version}"; package.json says "${packageVersion}", and both rise together.`];
};

const defaultLocaleIsLanguageAndRegion: Rule = (manifest) => {
  const locale = textAt(manifest, "DefaultLocale");
  return /^[a-z]{2}-[A-Z]{2}$/.test(locale)
    ? []
    : [`DefaultLocale is "${locale}"; it must be a language and a region such as en-US.`];
};

const providerNameIsShort: Rule = (manifest) => tooLong(manifest, "ProviderName", 125);
const displayNameIsShort: Rule = (manifest) => tooLong(manifest, "DisplayName", 125);
const descriptionIsShort: Rule = (manifest) => tooLong(manifest, "Description", 250);

const permissionsAreLeast: Rule = (manifest) => {
  const permissions = textAt(manifest, "Permissions");
  return permissions === decided.permissions
    ? []
    : [`Permissions is "${permissions}"; the least that works is ${decided.permissions}.`];
};

const hostIsExcel: Rule = (manifest) => {
  const base = elementsAt(manifest, "Hosts", "Host").map(({ attributes }) => attributes.get("Name"));
  const overriding = elementsAt(manifest, "VersionOverrides", "Hosts", "Host").map(({ attributes }) =>
    attributes.get("xsi:type"),
  );
  return [base, overriding].flatMap((hosts) =>
    hosts.length === 1 && hosts[0] === decided.host
      ? []
      : [
          `Hosts are ${hosts.join(", ")}; the one host, above and below VersionOverrides, is ${decided.host}.`,
        ],
  );
};

const requirementSetsAreAsDecided: Rule = (manifest) => {
  const sets = elementsAt(manifest, "Requirements", "Sets").flatMap(({ attributes, children }) =>
    children.map(
      (set) =>
        `${set.attributes.get("Name") ?? ""} ${set.attributes.get("MinVersion") ?? attributes.get("DefaultMinVersion") ?? "1.1"}`,
    ),
  );
  const methods = elementsAt(manifest, "Requirements", "Methods", "Method").map(describeElement);
  const found = [...sets, ...methods].sort();
  return found.join() === [...decided.requirementSets].sort().join()
    ? []
    : [`The requirements are ${found.join(", ")}; decided are ${decided.requirementSets.join(", ")}.`];
};

const requirementsAreNotInVersionOverrides: Rule = (manifest) =>
  elementsNamed(manifest, "Requirements")
    .filter((element) => hasAncestor(element, "VersionOverrides"))
    .map(
      (element) =>
        `${describeElement(element)} takes away every command where a set is missing; ask at run time.`,
    );

export const identityRules: readonly Rule[] = [
  idIsGuid,
  versionIsUpToFourNumbers,
  versionIsThatOfThePackage,
  defaultLocaleIsLanguageAndRegion,
  providerNameIsShort,
  displayNameIsShort,
  descriptionIsShort,
  permissionsAreLeast,
  hostIsExcel,
  requirementSetsAreAsDecided,
  requirementsAreNotInVersionOverrides,
];
