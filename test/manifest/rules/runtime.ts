import {
  elementsNamed,
  hasAncestor,
  describeElement,
  residOf,
  resourcesOf,
  type Manifest,
  type ManifestElement,
} from "../manifestDocument";
import { builtPath, paneUrl } from "./address";
import type { Rule } from "./rule";

const resourceValue = (manifest: Manifest, element: ManifestElement | undefined) =>
  resourcesOf(manifest)
    .get((element && residOf(element)) ?? "")
    ?.attributes.get("DefaultValue");

/** SourceLocation elements below an element of that name. */
const sourcesIn = (manifest: Manifest, name: string) =>
  elementsNamed(manifest, "SourceLocation").filter((element) => hasAncestor(element, name));

const thereIsOneRuntime: Rule = (manifest) => {
  const runtimes = elementsNamed(manifest, "Runtime");
  return runtimes.length === 1
    ? []
    : [`There are ${runtimes.length} Runtime elements; a shared runtime is one.`];
};

const runtimeLivesLong: Rule = (manifest) =>
  elementsNamed(manifest, "Runtime")
    .filter(({ attributes }) => attributes.get("lifetime") !== "long")
    .map(
      (element) => `${describeElement(element)} must have lifetime="long", or pane and functions run apart.`,
    );

const onePageServesAll: Rule = (manifest) => {
  const [runtime] = elementsNamed(manifest, "Runtime");
  const resid = runtime && residOf(runtime);
  return [
    ...sourcesIn(manifest, "Page"),
    ...sourcesIn(manifest, "Action"),
    ...elementsNamed(manifest, "FunctionFile"),
  ]
    .filter((element) => residOf(element) !== resid)
    .map(
      (element) =>
        `${describeElement(element)} must have the resid of Runtime, ${resid ?? "which is missing"}.`,
    );
};

const paneIsThePageOfTheRuntime: Rule = (manifest) => {
  const page = resourceValue(manifest, elementsNamed(manifest, "Runtime")[0]);
  const pane = paneUrl(manifest)?.href;
  return page === undefined || page === pane
    ? []
    : [`DefaultSettings open ${pane ?? "nothing"}; the page of Runtime is ${page}.`];
};

const panesHaveNoId: Rule = (manifest) =>
  elementsNamed(manifest, "TaskpaneId").map(
    (element) =>
      `${describeElement(element)}: a shared runtime has one pane, and an id would ask for another.`,
  );

const metadataIsFunctionsJson: Rule = (manifest) =>
  sourcesIn(manifest, "Metadata").flatMap((element) => {
    const path = builtPath(manifest, resourceValue(manifest, element) ?? "");
    return path === "functions.json"
      ? []
      : [
          `${describeElement(element)} names ${path ?? "another site"}; the metadata must be called functions.json.`,
        ];
  });

const namespaceIsLegal: Rule = (manifest) =>
  elementsNamed(manifest, "Namespace").flatMap((element) => {
    const namespace = resourceValue(manifest, element) ?? "";
    const isName = /^[A-Z][A-Z0-9_.]{2,31}$/.test(namespace);
    const isCell = /^([A-Z]{1,3}\d+|R\d*C\d*)$/.test(namespace);
    return isName && !isCell
      ? []
      : [
          `The namespace is "${namespace}"; it must be 3 to 32 capitals, digits, "_" or ".", begin with a letter ` +
            `and be no cell.`,
        ];
  });

export const runtimeRules: readonly Rule[] = [
  thereIsOneRuntime,
  runtimeLivesLong,
  onePageServesAll,
  paneIsThePageOfTheRuntime,
  panesHaveNoId,
  metadataIsFunctionsJson,
  namespaceIsLegal,
];
