import { elementsAt, elementsNamed, valuesOf, type Localized, type Manifest } from "../manifestDocument";

/** Every address of the manifest, each locale's for itself. */
export function addressesOf(manifest: Manifest): Localized[] {
  const elements = [
    ...["IconUrl", "HighResolutionIconUrl", "SupportUrl"].flatMap((name) => elementsAt(manifest, name)),
    ...elementsAt(manifest, "DefaultSettings", "SourceLocation"),
    ...elementsNamed(manifest, "bt:Url"),
    ...elementsNamed(manifest, "bt:Image").filter(({ attributes }) => attributes.has("DefaultValue")),
  ];
  const extended = elementsAt(manifest, "ExtendedOverrides").flatMap((element) =>
    [...element.attributes.values()].map((value) => ({ element, locale: undefined, value })),
  );
  return [...elements.flatMap(valuesOf), ...extended];
}

export const urlOf = (address: string): URL | undefined =>
  URL.canParse(address) ? new URL(address) : undefined;

/** The address of the pane, whose folder is where the whole web build is served. */
export function paneUrl(manifest: Manifest): URL | undefined {
  const [location] = elementsAt(manifest, "DefaultSettings", "SourceLocation");
  return urlOf(location?.attributes.get("DefaultValue") ?? "");
}

/** The path of an address in the web build, or undefined when it lies outside. */
export function builtPath(manifest: Manifest, address: string): string | undefined {
  const folder = new URL(".", paneUrl(manifest) ?? "https://nowhere.invalid/").href;
  const url = urlOf(address);
  if (url === undefined) return undefined;
  const plain = `${url.origin}${url.pathname}`;
  return plain.startsWith(folder) ? decodeURIComponent(plain.slice(folder.length)) : undefined;
}
