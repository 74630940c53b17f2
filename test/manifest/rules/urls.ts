import { elementsNamed, describeElement } from "../manifestDocument";
import { addressesOf, builtPath, paneUrl, urlOf } from "./address";
import type { Rule } from "./rule";

/** What the build replaces by the production address, wherever it is. */
const DEVELOPMENT = "https://localhost:3000/";

const addressesAreHttps: Rule = (manifest) =>
  addressesOf(manifest)
    .filter(({ value }) => urlOf(value)?.protocol !== "https:")
    .map(
      ({ element, value }) =>
        `${describeElement(element)} has the address "${value}"; it must begin with https://.`,
    );

const addressesAreShort: Rule = (manifest) =>
  addressesOf(manifest)
    .filter(({ value }) => value.length > 2048)
    .map(
      ({ element, value }) =>
        `${describeElement(element)} has an address of ${value.length} characters; 2048 are allowed.`,
    );

const addressesAreOfTrustedOrigins: Rule = (manifest) => {
  const trusted = [
    paneUrl(manifest)?.origin,
    ...elementsNamed(manifest, "AppDomain").map(({ text }) => text),
  ];
  return addressesOf(manifest)
    .filter(({ value }) => urlOf(value) !== undefined && !trusted.includes(urlOf(value)!.origin))
    .map(
      ({ element, value }) =>
        `${describeElement(element)} has the address ${value}; neither the pane nor an AppDomain is of its origin.`,
    );
};

const appDomainsAreOtherOrigins: Rule = (manifest) =>
  elementsNamed(manifest, "AppDomain")
    .filter(
      ({ text }) => urlOf(text)?.origin !== text || text === paneUrl(manifest)?.origin || text.includes("*"),
    )
    .map(
      ({ text }) =>
        `AppDomain "${text}" must be an origin other than the pane's, without path, closing slash or wildcard.`,
    );

const developmentAddressesAreReplaced: Rule = (manifest, { stage }) => {
  if (stage === "production") return [];
  return addressesOf(manifest)
    .filter(({ value }) => !value.startsWith(DEVELOPMENT))
    .map(
      ({ element, value }) =>
        `${describeElement(element)} has the address "${value}"; the build replaces ${DEVELOPMENT} only.`,
    );
};

const productionHasNoLocalAddress: Rule = (manifest, { stage }) => {
  const local = /localhost|127\.0\.0\.1|\[::1\]/i.exec(manifest.source);
  return stage === "production" && local !== null ? [`The production manifest names ${local[0]}.`] : [];
};

/** All but images, which have a rule of their own. */
const pagesAndScriptsAreBuilt: Rule = (manifest, { readBuilt }) =>
  addressesOf(manifest)
    .filter(({ element }) => !["IconUrl", "HighResolutionIconUrl", "bt:Image"].includes(element.name))
    .flatMap(({ element, value }) => {
      const path = builtPath(manifest, value);
      return path === undefined || readBuilt(path) !== undefined
        ? []
        : [`${describeElement(element)} names ${path}, which the build does not make.`];
    });

export const urlRules: readonly Rule[] = [
  addressesAreHttps,
  addressesAreShort,
  addressesAreOfTrustedOrigins,
  appDomainsAreOtherOrigins,
  developmentAddressesAreReplaced,
  productionHasNoLocalAddress,
  pagesAndScriptsAreBuilt,
];
