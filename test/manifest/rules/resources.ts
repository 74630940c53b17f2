import {
  elementsNamed,
  describeElement,
  residOf,
  resourceElements,
  resourcesOf,
  valuesOf,
  type Manifest,
  type ManifestElement,
} from "../manifestDocument";
import type { Rule } from "./rule";

/** The list of Resources from which an element of that name takes its resid. */
const listFor: Readonly<Record<string, string>> = {
  Label: "bt:ShortStrings",
  Title: "bt:ShortStrings",
  Namespace: "bt:ShortStrings",
  Description: "bt:LongStrings",
  SourceLocation: "bt:Urls",
  LearnMoreUrl: "bt:Urls",
  FunctionFile: "bt:Urls",
  Runtime: "bt:Urls",
  "bt:Image": "bt:Images",
};

const references = (manifest: Manifest) =>
  manifest.elements.filter((element) => residOf(element) !== undefined);
const idOf = ({ attributes }: ManifestElement) => attributes.get("id") ?? "";

/** Of the elements that have an id, those whose id another one before them has. */
function repeated(elements: readonly ManifestElement[]): ManifestElement[] {
  return elements.filter((element, index) =>
    elements.slice(0, index).some((before) => idOf(before) === idOf(element)),
  );
}

function stringsLongerThan(limit: number, list: string, manifest: Manifest): string[] {
  return elementsNamed(manifest, list)
    .flatMap(({ children }) => children.flatMap(valuesOf))
    .filter(({ value }) => value.length > limit)
    .map(
      ({ element, locale = "the default", value }) =>
        `${describeElement(element)} has ${value.length} characters for ${locale}; ${list} allow ${limit}.`,
    );
}

const residsAreDefined: Rule = (manifest) => {
  const resources = resourcesOf(manifest);
  return references(manifest)
    .filter((element) => !resources.has(residOf(element)!))
    .map(
      (element) =>
        `${describeElement(element)} refers to "${residOf(element)!}", which Resources do not define.`,
    );
};

const residsAreOfTheRightKind: Rule = (manifest) => {
  const resources = resourcesOf(manifest);
  return references(manifest).flatMap((element) => {
    const list = resources.get(residOf(element)!)?.parent?.name;
    const right = listFor[element.name];
    return list === undefined || list === right
      ? []
      : [
          `${describeElement(element)} takes its value from ${list}; it must come from ${right ?? "nowhere"}.`,
        ];
  });
};

const resourcesAreUsed: Rule = (manifest) => {
  const used = new Set(references(manifest).map(residOf));
  return resourceElements(manifest)
    .filter((element) => !used.has(idOf(element)))
    .map((element) => `${describeElement(element)} is used nowhere.`);
};

const resourceIdsAreUnique: Rule = (manifest) =>
  repeated(resourceElements(manifest)).map(
    (element) => `${describeElement(element)} has the id of another resource.`,
  );

const resourceIdsAreShort: Rule = (manifest) =>
  resourceElements(manifest)
    .filter((element) => idOf(element).length > 32)
    .map(
      (element) =>
        `${describeElement(element)} has an id of ${idOf(element).length} characters; 32 are allowed.`,
    );

const shortStringsAreShort: Rule = (manifest) => stringsLongerThan(125, "bt:ShortStrings", manifest);
const longStringsAreShort: Rule = (manifest) => stringsLongerThan(250, "bt:LongStrings", manifest);

/** OfficeMenu and OfficeTab name parts of Excel by their ids; these are our own. */
const commandIds = (manifest: Manifest) => elementsNamed(manifest, "CustomTab", "Group", "Control", "Item");

const commandIdsAreUnique: Rule = (manifest) =>
  repeated(commandIds(manifest)).map(
    (element) => `${describeElement(element)} has the id of another command.`,
  );

const commandIdsAreShort: Rule = (manifest) =>
  commandIds(manifest)
    .filter((element) => idOf(element).length > 125)
    .map(
      (element) =>
        `${describeElement(element)} has an id of ${idOf(element).length} characters; 125 are allowed.`,
    );

export const resourceRules: readonly Rule[] = [
  residsAreDefined,
  residsAreOfTheRightKind,
  resourcesAreUsed,
  resourceIdsAreUnique,
  resourceIdsAreShort,
  shortStringsAreShort,
  longStringsAreShort,
  commandIdsAreUnique,
  commandIdsAreShort,
];
