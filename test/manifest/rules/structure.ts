import { BASIC_TYPES, hasAncestor, describeElement, typeOf, type Manifest } from "../manifestDocument";
import { expectedElements, occurrence, type Expected, type Shape } from "../shapes";
import type { Rule } from "./rule";

const BASE = "http://schemas.microsoft.com/office/appforoffice/1.1";
const OVERRIDES = "http://schemas.microsoft.com/office/taskpaneappversionoverrides";

const childrenOf = (shape: Shape) => Object.keys(shape.children ?? {}).map(occurrence);
const attributesOf = (shape: Shape) => (shape.attributes ?? []).map(occurrence);
const list = (names: readonly string[]) => names.join(", ") || "none";

const judgeExpected = ({ root }: Manifest, judge: (expected: Expected) => readonly string[]) =>
  expectedElements(root).flatMap(judge);

const rootIsOfficeApp: Rule = ({ root }) =>
  root.name === "OfficeApp" ? [] : [`The root is ${describeElement(root)}; it must be <OfficeApp>.`];

const namespacesAreRight: Rule = ({ elements }) =>
  elements.flatMap((element) => {
    const isOverride = element.name === "VersionOverrides" || hasAncestor(element, "VersionOverrides");
    const right = isOverride ? [OVERRIDES, BASIC_TYPES] : [BASE];
    return right.includes(element.namespace)
      ? []
      : [
          `${describeElement(element)} is in the namespace "${element.namespace}"; it must be in ${right[0]!}.`,
        ];
  });

const typesAreKnown: Rule = (manifest) =>
  judgeExpected(manifest, ({ element, shape }) => {
    const type = typeOf(element);
    if (shape.types === undefined || type === undefined || type in shape.types) return [];
    return [
      `${describeElement(element)} has the xsi:type ${type}; it may be ${list(Object.keys(shape.types))}.`,
    ];
  });

const elementsAreKnown: Rule = (manifest) =>
  judgeExpected(manifest, ({ element, shape }) => {
    const known = childrenOf(shape).map(({ name }) => name);
    return element.children
      .filter(({ name }) => !known.includes(name))
      .map(
        (child) => `${describeElement(child)} has no place in <${element.name}>; it may hold ${list(known)}.`,
      );
  });

const elementsAreInOrder: Rule = (manifest) =>
  judgeExpected(manifest, ({ element, shape }) => {
    const order = childrenOf(shape).map(({ name }) => name);
    const known = element.children.filter(({ name }) => order.includes(name));
    return known
      .slice(1)
      .flatMap((child, index) =>
        order.indexOf(child.name) < order.indexOf(known[index]!.name)
          ? [`${describeElement(child)} must stand before <${known[index]!.name}> in <${element.name}>.`]
          : [],
      );
  });

const elementsAreNotRepeated: Rule = (manifest) =>
  judgeExpected(manifest, ({ element, shape }) =>
    childrenOf(shape).flatMap(({ name, mayRepeat }) => {
      const [, ...further] = element.children.filter((child) => child.name === name);
      return mayRepeat
        ? []
        : further.map((child) => `${describeElement(child)} may stand only once in <${element.name}>.`);
    }),
  );

const requiredElementsAreThere: Rule = (manifest) =>
  judgeExpected(manifest, ({ element, shape }) =>
    childrenOf(shape)
      .filter(({ name, isRequired }) => isRequired && !element.children.some((child) => child.name === name))
      .map(({ name }) => `${describeElement(element)} lacks <${name}>.`),
  );

const attributesAreKnown: Rule = (manifest) =>
  judgeExpected(manifest, ({ element, shape }) => {
    const known = attributesOf(shape).map(({ name }) => name);
    return [...element.attributes.keys()]
      .filter((name) => !known.includes(name))
      .map((name) => `${describeElement(element)} has the attribute ${name}; it may have ${list(known)}.`);
  });

const requiredAttributesAreThere: Rule = (manifest) =>
  judgeExpected(manifest, ({ element, shape }) =>
    attributesOf(shape)
      .filter(({ name, isRequired }) => isRequired && !element.attributes.has(name))
      .map(({ name }) => `${describeElement(element)} lacks the attribute ${name}.`),
  );

const valuesAreNotEmpty: Rule = (manifest) =>
  judgeExpected(manifest, ({ element, shape }) => [
    ...(shape.hasText && element.text === "" ? [`${describeElement(element)} is empty.`] : []),
    ...[...element.attributes]
      .filter(([, value]) => value.trim() === "")
      .map(([name]) => `The attribute ${name} of ${describeElement(element)} is empty.`),
  ]);

export const structureRules: readonly Rule[] = [
  rootIsOfficeApp,
  namespacesAreRight,
  typesAreKnown,
  elementsAreKnown,
  elementsAreInOrder,
  elementsAreNotRepeated,
  requiredElementsAreThere,
  attributesAreKnown,
  requiredAttributesAreThere,
  valuesAreNotEmpty,
];
