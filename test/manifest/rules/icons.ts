import {
  elementsAt,
  elementsNamed,
  describeElement,
  residOf,
  resourcesOf,
  valuesOf,
  type Localized,
  type Manifest,
  type ManifestElement,
} from "../manifestDocument";
import { pngSize } from "../pngSize";
import { addressesOf, builtPath } from "./address";
import type { Rule, Surroundings } from "./rule";

const REQUIRED = ["16", "32", "80"];
const SUPPORTED = ["16", "20", "24", "32", "40", "48", "64", "80"];

const sizesOf = (icon: ManifestElement) =>
  icon.children.map(({ attributes }) => attributes.get("size") ?? "");

/** The addresses of images, with the size in pixels that each must have. */
function declaredImages(manifest: Manifest, name: "bt:Image" | "IconUrl" | "HighResolutionIconUrl") {
  if (name !== "bt:Image") {
    const size = name === "IconUrl" ? "32" : "64";
    return elementsAt(manifest, name)
      .flatMap(valuesOf)
      .map((image) => ({ ...image, size }));
  }
  const resources = resourcesOf(manifest);
  return elementsNamed(manifest, "Icon").flatMap(({ children }) =>
    children.flatMap((image) => {
      const resource = resources.get(residOf(image) ?? "");
      const size = image.attributes.get("size") ?? "";
      return resource === undefined
        ? []
        : valuesOf(resource).map((value) => ({ ...value, element: image, size }));
    }),
  );
}

/** Images that are of another size than they must be. Missing files are for another rule. */
function ofWrongSize(
  manifest: Manifest,
  { readBuilt }: Surroundings,
  images: readonly (Localized & { readonly size: string })[],
): string[] {
  return images.flatMap(({ element, value, size }) => {
    const path = builtPath(manifest, value);
    const file = path === undefined ? undefined : readBuilt(path);
    const pixels = file && pngSize(file);
    return pixels === undefined || (pixels.width === Number(size) && pixels.height === Number(size))
      ? []
      : [
          `${path!} for ${describeElement(element)} has ${pixels.width} x ${pixels.height} pixels; it must have ${size} x ${size}.`,
        ];
  });
}

const imageAddresses = (manifest: Manifest) =>
  addressesOf(manifest).filter(({ element }) =>
    ["IconUrl", "HighResolutionIconUrl", "bt:Image"].includes(element.name),
  );

const iconsHaveTheRequiredSizes: Rule = (manifest) =>
  elementsNamed(manifest, "Icon").flatMap((icon) =>
    REQUIRED.filter((size) => !sizesOf(icon).includes(size)).map(
      (size) => `${describeElement(icon)} lacks the image of size ${size}.`,
    ),
  );

const iconSizesAreSupported: Rule = (manifest) =>
  elementsNamed(manifest, "Icon").flatMap((icon) =>
    sizesOf(icon)
      .filter((size) => !SUPPORTED.includes(size))
      .map(
        (size) =>
          `${describeElement(icon)} has an image of size ${size}; Office knows ${SUPPORTED.join(", ")}.`,
      ),
  );

const iconSizesAreNotRepeated: Rule = (manifest) =>
  elementsNamed(manifest, "Icon").flatMap((icon) => {
    const sizes = sizesOf(icon);
    return sizes
      .filter((size, index) => sizes.indexOf(size) < index)
      .map((size) => `${describeElement(icon)} has more than one image of size ${size}.`);
  });

const imagesAreBuilt: Rule = (manifest, { readBuilt }) =>
  imageAddresses(manifest).flatMap(({ element, value }) => {
    const path = builtPath(manifest, value);
    return path !== undefined && readBuilt(path) !== undefined
      ? []
      : [`${describeElement(element)} names ${value}, which the build does not make.`];
  });

const imagesArePng: Rule = (manifest, { readBuilt }) =>
  imageAddresses(manifest).flatMap(({ element, value }) => {
    const file = readBuilt(builtPath(manifest, value) ?? "");
    return file === undefined || pngSize(file) !== undefined
      ? []
      : [`${describeElement(element)} names ${value}, which is no PNG file.`];
  });

const imagesHaveTheirDeclaredSize: Rule = (manifest, surroundings) =>
  ofWrongSize(manifest, surroundings, declaredImages(manifest, "bt:Image"));

const iconUrlHas32Pixels: Rule = (manifest, surroundings) =>
  ofWrongSize(manifest, surroundings, declaredImages(manifest, "IconUrl"));

const highResolutionIconUrlHas64Pixels: Rule = (manifest, surroundings) =>
  ofWrongSize(manifest, surroundings, declaredImages(manifest, "HighResolutionIconUrl"));

export const iconRules: readonly Rule[] = [
  iconsHaveTheRequiredSizes,
  iconSizesAreSupported,
  iconSizesAreNotRepeated,
  imagesAreBuilt,
  imagesArePng,
  imagesHaveTheirDeclaredSize,
  iconUrlHas32Pixels,
  highResolutionIconUrlHas64Pixels,
];
