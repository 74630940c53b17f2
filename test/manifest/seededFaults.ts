import type { Surroundings } from "./rules/rule";
import { soundSurroundings } from "./surroundings";

/** A fault planted in the sound manifest, and the rules that must find it: all of them and no other. */
export interface SeededFault {
  readonly rules: readonly string[];
  readonly edit?: (manifest: string) => string;
  readonly surroundings?: Partial<Surroundings>;
}

type Edit = (manifest: string) => string;

/** Replaces the first occurrence; a text that is not there would prove nothing. */
const replace =
  (from: string, to: string): Edit =>
  (manifest) => {
    if (!manifest.includes(from)) throw new Error(`The manifest does not hold ${from}`);
    return manifest.replace(from, () => to);
  };
const remove = (text: string) => replace(text, "");
const after = (text: string, added: string) => replace(text, `${text}${added}`);
const before = (text: string, added: string) => replace(text, `${added}${text}`);
/** Changes the part from the one text to the end of the other. */
const within =
  (from: string, to: string, edit: Edit): Edit =>
  (manifest) => {
    const start = manifest.indexOf(from);
    const end = manifest.indexOf(to, start) + to.length;
    if (start < 0 || end < to.length) throw new Error(`The manifest does not hold ${from} … ${to}`);
    return manifest.slice(0, start) + edit(manifest.slice(start, end)) + manifest.slice(end);
  };
const both =
  (first: Edit, second: Edit): Edit =>
  (manifest) =>
    second(first(manifest));

const fault = (rule: string, edit: Edit, ...further: readonly string[]): SeededFault => ({
  rules: [rule, ...further],
  edit,
});
const around = (
  rule: string,
  surroundings: Partial<Surroundings>,
  ...further: readonly string[]
): SeededFault => ({
  rules: [rule, ...further],
  surroundings,
});

/** The build with one file in another's place, or missing. */
const built = (path: string, other: Uint8Array | string | undefined): Partial<Surroundings> => ({
  readBuilt: (asked) => {
    if (asked !== path) return soundSurroundings.readBuilt(asked);
    return typeof other === "string" ? soundSurroundings.readBuilt(other) : other;
  },
});

const LOCAL = "https://localhost:3000/";
const iconBlock = ["<Icon>", "</Icon>"] as const;
const menu = ["<OfficeMenu", "</OfficeMenu>"] as const;
const long = (length: number) => "x".repeat(length);

const structure: readonly SeededFault[] = [
  fault("isWellFormed", remove("</Resources>")),
  fault("isWellFormed", replace('Name="Workbook"', "Name=Workbook")),
  fault("rootIsOfficeApp", (manifest) => manifest.replaceAll("OfficeApp", "OfficeAddin")),
  fault("namespacesAreRight", replace("appforoffice/1.1", "appforoffice/1.0")),
  fault(
    "namespacesAreRight",
    replace('xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides" ', ""),
  ),
  fault("typesAreKnown", replace('xsi:type="TaskPaneApp"', 'xsi:type="ContentApp"')),
  fault("typesAreKnown", replace('xsi:type="VersionOverridesV1_0"', 'xsi:type="VersionOverridesV1_1"')),
  fault("elementsAreKnown", after("<Version>0.1.0</Version>", "<Rating>5</Rating>")),
  fault("elementsAreKnown", after('<Label resid="Tab.Label" />', "<InsertAfter>TabHome</InsertAfter>")),
  fault(
    "elementsAreInOrder",
    both(
      remove('<Label resid="Tab.Label" />'),
      after('<CustomTab id="Ratebook.Tab">', '<Label resid="Tab.Label" />'),
    ),
  ),
  fault(
    "elementsAreInOrder",
    both(
      remove("<ProviderName>Ratebook</ProviderName>"),
      before("<Version>", "<ProviderName>Ratebook</ProviderName>"),
    ),
  ),
  fault(
    "elementsAreInOrder",
    within("<Resources>", "</Resources>", (resources) => {
      const urls = /<bt:Urls>[^]*<\/bt:Urls>/.exec(resources)![0];
      return resources.replace(urls, "").replace("</bt:ShortStrings>", () => `</bt:ShortStrings>${urls}`);
    }),
  ),
  fault("elementsAreNotRepeated", after("<Version>0.1.0</Version>", "<Version>0.1.0</Version>")),
  fault("requiredElementsAreThere", remove("<ProviderName>Ratebook</ProviderName>")),
  fault("requiredElementsAreThere", remove('<Title resid="GetStarted.Title" />'), "resourcesAreUsed"),
  fault(
    "requiredElementsAreThere",
    within("<Items>", "</Items>", () => "<Items></Items>"),
    "handlersAreReachable",
    "resourcesAreUsed",
  ),
  fault(
    "attributesAreKnown",
    replace('<CustomTab id="Ratebook.Tab">', '<CustomTab id="Ratebook.Tab" after="Home">'),
  ),
  fault("attributesAreKnown", replace("<Id>", '<Id lang="en">')),
  fault(
    "requiredAttributesAreThere",
    remove(' Locale="de-DE"'),
    "localesAreAsDecided",
    "overridesAreComplete",
  ),
  fault("valuesAreNotEmpty", replace("<ProviderName>Ratebook<", "<ProviderName> <")),
  fault("valuesAreNotEmpty", replace('DefaultValue="Ratebook Billing"', 'DefaultValue=""')),
];

const identity: readonly SeededFault[] = [
  fault("idIsGuid", replace("<Id>c4ba9144-", "<Id>c4ba9144")),
  fault(
    "idIsGuid",
    within("<Id>", "</Id>", () => "<Id>00000000-0000-0000-0000-000000000000</Id>"),
  ),
  fault(
    "versionIsUpToFourNumbers",
    replace("<Version>0.1.0", "<Version>0.1.0-beta"),
    "versionIsThatOfThePackage",
  ),
  fault(
    "versionIsUpToFourNumbers",
    replace("<Version>0.1.0", "<Version>0.100000.0"),
    "versionIsThatOfThePackage",
  ),
  fault(
    "versionIsUpToFourNumbers",
    replace("<Version>0.1.0", "<Version>0.1.0.0.0"),
    "versionIsThatOfThePackage",
  ),
  around("versionIsThatOfThePackage", { packageVersion: "0.1.1" }),
  fault("defaultLocaleIsLanguageAndRegion", replace("<DefaultLocale>en-US", "<DefaultLocale>en")),
  fault("providerNameIsShort", replace("<ProviderName>Ratebook", `<ProviderName>${long(126)}`)),
  fault("displayNameIsShort", replace('DefaultValue="Ratebook Billing"', `DefaultValue="${long(126)}"`)),
  fault("displayNameIsShort", replace('Value="Ratebook Abrechnung"', `Value="${long(126)}"`)),
  fault(
    "descriptionIsShort",
    replace('Description DefaultValue="', `Description DefaultValue="${long(250)}`),
  ),
  fault("permissionsAreLeast", replace("<Permissions>ReadWriteDocument", "<Permissions>ReadDocument")),
  fault(
    "hostIsExcel",
    replace('<Host Name="Workbook" />', '<Host Name="Workbook" /><Host Name="Document" />'),
  ),
  fault("requirementSetsAreAsDecided", replace('MinVersion="1.13"', 'MinVersion="1.14"')),
  fault("requirementSetsAreAsDecided", remove('<Set Name="SharedRuntime" MinVersion="1.1" />')),
  fault("requirementSetsAreAsDecided", after("</Sets>", '<Methods><Method Name="Office.x" /></Methods>')),
  fault(
    "requirementsAreNotInVersionOverrides",
    after(
      'xsi:type="VersionOverridesV1_0">',
      '<Requirements><Sets><Set Name="SharedRuntime" MinVersion="1.2" /></Sets></Requirements>',
    ),
  ),
];

const resources: readonly SeededFault[] = [
  fault(
    "residsAreDefined",
    replace('<Label resid="Group.Label" />', '<Label resid="Grup.Label" />'),
    "resourcesAreUsed",
  ),
  fault(
    "residsAreOfTheRightKind",
    replace('<Description resid="Functions.Tip" />', '<Description resid="Functions.Title" />'),
  ),
  fault("resourcesAreUsed", after("<bt:Urls>", `<bt:Url id="Spare" DefaultValue="${LOCAL}taskpane.html" />`)),
  fault(
    "resourceIdsAreUnique",
    after("<bt:Urls>", `<bt:Url id="Taskpane.Url" DefaultValue="${LOCAL}taskpane.html" />`),
  ),
  fault("resourceIdsAreShort", (manifest) => manifest.replaceAll('"Tab.Label"', `"${long(33)}"`)),
  fault("shortStringsAreShort", replace('Value="Hilfe"', `Value="${long(126)}"`)),
  fault("longStringsAreShort", replace('DefaultValue="Opens the help', `DefaultValue="${long(250)}`)),
  fault("commandIdsAreUnique", replace('id="Ratebook.Tab.ShowHelp"', 'id="Ratebook.Tab.ShowFunctions"')),
  fault("commandIdsAreUnique", replace('id="Ratebook.Cell"', 'id="Ratebook.Tab"')),
  fault("commandIdsAreShort", replace('id="Ratebook.Cell"', `id="${long(126)}"`)),
];

const locales: readonly SeededFault[] = [
  fault("localesAreAsDecided", (manifest) => manifest.replaceAll('"de-DE"', '"de"')),
  fault("localesAreAsDecided", replace('"de-DE"', '"pt-PT"'), "overridesAreComplete"),
  fault("overridesAreComplete", remove('<bt:Override Locale="de-DE" Value="Hilfe" />')),
  fault("overridesAreComplete", remove('<Override Locale="de-DE" Value="Ratebook Abrechnung" />')),
  fault(
    "overridesAreNotRepeated",
    after('<bt:Override Locale="de-DE" Value="Hilfe" />', '<bt:Override Locale="de-DE" Value="Info" />'),
  ),
  fault(
    "overridesAreNotRepeated",
    after('<bt:Override Locale="de-DE" Value="Hilfe" />', '<bt:Override Locale="en-US" Value="Help" />'),
    "localesAreAsDecided",
    "overridesAreComplete",
  ),
  fault(
    "namespaceIsNotLocalised",
    replace(
      '<bt:String id="Functions.Namespace" DefaultValue="BILLING" />',
      '<bt:String id="Functions.Namespace" DefaultValue="BILLING"><bt:Override Locale="de-DE" Value="ABRECHNUNG" /></bt:String>',
    ),
  ),
];

const addresses: readonly SeededFault[] = [
  fault(
    "addressesAreHttps",
    replace(`SupportUrl DefaultValue="${LOCAL}`, 'SupportUrl DefaultValue="http://localhost:3000/'),
    "addressesAreOfTrustedOrigins",
    "developmentAddressesAreReplaced",
  ),
  fault("addressesAreShort", replace("help/index.html", `help/index.html?${long(2048)}`)),
  fault(
    "addressesAreOfTrustedOrigins",
    replace(`SupportUrl DefaultValue="${LOCAL}`, 'SupportUrl DefaultValue="https://ratebook.example/'),
    "developmentAddressesAreReplaced",
  ),
  fault(
    "appDomainsAreOtherOrigins",
    before("<Hosts>", "<AppDomains><AppDomain>https://x.example/</AppDomain></AppDomains>"),
  ),
  fault(
    "appDomainsAreOtherOrigins",
    before("<Hosts>", "<AppDomains><AppDomain>https://localhost:3000</AppDomain></AppDomains>"),
  ),
  fault(
    "appDomainsAreOtherOrigins",
    before("<Hosts>", "<AppDomains><AppDomain>https://*.example</AppDomain></AppDomains>"),
  ),
  {
    rules: ["developmentAddressesAreReplaced"],
    edit: (manifest) => manifest.replaceAll(LOCAL, "https://localhost:3001/"),
  },
  around("productionHasNoLocalAddress", { stage: "production" }),
  around("pagesAndScriptsAreBuilt", built("functions.js", undefined)),
  around("pagesAndScriptsAreBuilt", built("help/index.html", undefined)),
];

const icons: readonly SeededFault[] = [
  fault("iconsHaveTheRequiredSizes", within(...iconBlock, remove('<bt:Image size="80" resid="Icon.80" />'))),
  fault(
    "iconSizesAreSupported",
    within(...iconBlock, replace('size="20"', 'size="21"')),
    "imagesHaveTheirDeclaredSize",
  ),
  fault(
    "iconSizesAreNotRepeated",
    within(
      ...iconBlock,
      after('<bt:Image size="24" resid="Icon.24" />', '<bt:Image size="24" resid="Icon.24" />'),
    ),
  ),
  around("imagesAreBuilt", built("assets/icons/help-48.png", undefined)),
  fault("imagesAreBuilt", replace("icons/icon-16.png", "icons/icon-17.png")),
  around("imagesArePng", built("assets/icons/icon-40.png", "assets/icons/icon.svg")),
  around("imagesHaveTheirDeclaredSize", built("assets/icons/icon-40.png", "assets/icons/icon-48.png")),
  fault("imagesHaveTheirDeclaredSize", within(...iconBlock, replace('resid="Icon.20"', 'resid="Icon.24"'))),
  fault("iconUrlHas32Pixels", replace("icons/icon-32.png", "icons/icon-64.png")),
  fault("highResolutionIconUrlHas64Pixels", replace("icons/icon-64.png", "icons/icon-80.png")),
];

const runtime: readonly SeededFault[] = [
  fault(
    "thereIsOneRuntime",
    after(
      '<Runtime resid="Taskpane.Url" lifetime="long" />',
      '<Runtime resid="Taskpane.Url" lifetime="long" />',
    ),
  ),
  fault("runtimeLivesLong", replace('lifetime="long"', 'lifetime="short"')),
  fault(
    "onePageServesAll",
    replace('<FunctionFile resid="Taskpane.Url" />', '<FunctionFile resid="LearnMore.Url" />'),
  ),
  fault(
    "onePageServesAll",
    within("<Page>", "</Page>", replace('resid="Taskpane.Url"', 'resid="LearnMore.Url"')),
  ),
  fault(
    "onePageServesAll",
    within(
      ...menu,
      replace(
        '<Action xsi:type="ExecuteFunction">\n                      <FunctionName>showHelp</FunctionName>',
        '<Action xsi:type="ShowTaskpane"><SourceLocation resid="LearnMore.Url" />',
      ),
    ),
  ),
  fault(
    "paneIsThePageOfTheRuntime",
    replace(
      `SourceLocation DefaultValue="${LOCAL}taskpane.html"`,
      `SourceLocation DefaultValue="${LOCAL}taskpane.html?view=help"`,
    ),
  ),
  fault(
    "panesHaveNoId",
    within(
      ...menu,
      replace(
        '<Action xsi:type="ExecuteFunction">\n                      <FunctionName>showHelp</FunctionName>',
        '<Action xsi:type="ShowTaskpane"><TaskpaneId>Help</TaskpaneId><SourceLocation resid="Taskpane.Url" />',
      ),
    ),
  ),
  fault("metadataIsFunctionsJson", replace("functions.json", "functions.js")),
  fault("namespaceIsLegal", replace('DefaultValue="BILLING"', 'DefaultValue="billing"')),
  fault("namespaceIsLegal", replace('DefaultValue="BILLING"', 'DefaultValue="TAX2025"')),
];

const commands: readonly SeededFault[] = [
  fault("thereIsOneCustomTab", (manifest) => {
    const tab = /<CustomTab[^]*<\/CustomTab>/.exec(manifest)![0];
    return manifest.replace(tab, () => tab + tab.replaceAll("Ratebook.Tab", "Ratebook.Tab2"));
  }),
  fault("commandsAreOnNoOfficeTab", (manifest) => {
    const group = /<Group[^]*<\/Group>/.exec(manifest)![0].replaceAll("Ratebook.Tab", "Ratebook.Home");
    return manifest.replace("</CustomTab>", () => `</CustomTab><OfficeTab id="TabHome">${group}</OfficeTab>`);
  }),
  fault("extensionPointsAreNotRepeated", (manifest) => {
    const point = /<ExtensionPoint xsi:type="CustomFunctions">[^]*?<\/ExtensionPoint>/.exec(manifest)![0];
    return manifest.replace(point, () => point + point);
  }),
  fault("contextMenuIsThatOfCells", replace('id="ContextMenuCell"', 'id="ContextMenuText"')),
  fault(
    "contextMenuHasOneControl",
    within(...menu, (text) => {
      const control = /<Control[^]*<\/Control>/.exec(text)![0];
      return text.replace(control, () => control + control.replaceAll("Ratebook.Cell", "Ratebook.Cell2"));
    }),
  ),
  fault("enabledIsOnTheRibbonOnly", within(...menu, after("</Action>", "<Enabled>true</Enabled>"))),
  fault("functionNamesHaveHandlers", replace("<FunctionName>showHelp<", "<FunctionName>showhelp<")),
  around("functionNamesHaveHandlers", {
    handlers: new Set([...soundSurroundings.handlers].filter((name) => name !== "showHelp")),
  }),
  around("handlersAreReachable", { handlers: new Set([...soundSurroundings.handlers, "runBilling"]) }),
];

export const seededFaults: readonly SeededFault[] = [
  ...structure,
  ...identity,
  ...resources,
  ...locales,
  ...addresses,
  ...icons,
  ...runtime,
  ...commands,
];
