import { typeOf, type ManifestElement } from "./manifestDocument";

/** What an element may hold. A name in it ends with how often it may be there: nothing is once, or ? + *. */
export interface Shape {
  readonly attributes?: readonly string[];
  /** In the order in which the schema wants them. */
  readonly children?: Readonly<Record<string, Shape>>;
  /** Shapes that differ by xsi:type; `children` and `attributes` beside it hold for all of them. */
  readonly types?: Readonly<Record<string, Shape>>;
  readonly hasText?: true;
}

export interface Occurrence {
  readonly name: string;
  readonly isRequired: boolean;
  readonly mayRepeat: boolean;
}

export function occurrence(written: string): Occurrence {
  const mark = /[?+*]$/.exec(written)?.[0] ?? "";
  return {
    name: mark === "" ? written : written.slice(0, -1),
    isRequired: mark === "" || mark === "+",
    mayRepeat: mark === "+" || mark === "*",
  };
}

export interface Expected {
  readonly element: ManifestElement;
  readonly shape: Shape;
}

/** The element's own shape together with that of its xsi:type. */
function resolve(shape: Shape, element: ManifestElement): Shape {
  const typed = shape.types?.[typeOf(element) ?? ""];
  return {
    ...shape,
    attributes: [...(shape.attributes ?? []), ...(typed?.attributes ?? [])],
    children: { ...shape.children, ...typed?.children },
  };
}

/** Every element that has a place in the schema, with what it may hold. Elements below an unknown one are left out. */
export function expectedElements(element: ManifestElement, unresolved: Shape = officeApp): Expected[] {
  const shape = resolve(unresolved, element);
  const shapes = new Map(
    Object.entries(shape.children ?? {}).map(([written, child]) => [occurrence(written).name, child]),
  );
  const below = element.children.flatMap((child) => {
    const childShape = shapes.get(child.name);
    return childShape === undefined ? [] : expectedElements(child, childShape);
  });
  return [{ element, shape }, ...below];
}

const text: Shape = { hasText: true };
const reference: Shape = { attributes: ["resid"] };
const override: Shape = { attributes: ["Locale", "Value"] };
const setting: Shape = { attributes: ["DefaultValue"], children: { "Override*": override } };
const resource: Shape = { attributes: ["id", "DefaultValue"], children: { "bt:Override*": override } };
const source: Shape = { children: { SourceLocation: reference } };

const requirements: Shape = {
  children: {
    "Sets?": {
      attributes: ["DefaultMinVersion?"],
      children: { "Set+": { attributes: ["Name", "MinVersion?"] } },
    },
    "Methods?": { children: { "Method+": { attributes: ["Name"] } } },
  },
};

const icon: Shape = { children: { "bt:Image+": { attributes: ["size", "resid"] } } };
const supertip: Shape = { children: { Title: reference, Description: reference } };

const action: Shape = {
  attributes: ["xsi:type"],
  types: {
    ExecuteFunction: { children: { FunctionName: text } },
    ShowTaskpane: { children: { "TaskpaneId?": text, SourceLocation: reference, "Title?": reference } },
  },
};

const item: Shape = {
  attributes: ["id"],
  children: {
    "OverriddenByRibbonApi?": text,
    Label: reference,
    Supertip: supertip,
    "Icon?": icon,
    Action: action,
    "Enabled?": text,
  },
};

const control: Shape = {
  attributes: ["xsi:type", "id"],
  children: { "OverriddenByRibbonApi?": text, Label: reference, Supertip: supertip, Icon: icon },
  types: {
    Button: { children: { Action: action, "Enabled?": text } },
    Menu: { children: { "Enabled?": text, Items: { children: { "Item+": item } } } },
  },
};

const group: Shape = {
  attributes: ["id"],
  children: { "OverriddenByRibbonApi?": text, Label: reference, Icon: icon, "Control+": control },
};

/** InsertBefore, InsertAfter, OfficeControl and Tooltip are missing on purpose: Excel does not know them. */
const customTab: Shape = { attributes: ["id"], children: { "Group+": group, Label: reference } };

const commandSurface: Shape = {
  attributes: ["xsi:type"],
  types: {
    PrimaryCommandSurface: {
      children: {
        "CustomTab*": customTab,
        "OfficeTab*": { attributes: ["id"], children: { "Group+": group } },
      },
    },
    ContextMenu: { children: { "OfficeMenu+": { attributes: ["id"], children: { "Control+": control } } } },
  },
};

const customFunctions: Shape = {
  attributes: ["xsi:type"],
  types: {
    CustomFunctions: { children: { Script: source, Page: source, Metadata: source, Namespace: reference } },
  },
};

const desktopFormFactor: Shape = {
  children: {
    "GetStarted?": { children: { Title: reference, Description: reference, LearnMoreUrl: reference } },
    FunctionFile: reference,
    "ExtensionPoint+": commandSurface,
  },
};

const versionOverrides: Shape = {
  attributes: ["xsi:type"],
  types: { VersionOverridesV1_0: {} },
  children: {
    "Description?": reference,
    "Requirements?": requirements,
    Hosts: {
      children: {
        "Host+": {
          attributes: ["xsi:type"],
          types: { Workbook: {} },
          children: {
            Runtimes: { children: { "Runtime+": { attributes: ["resid", "lifetime"] } } },
            AllFormFactors: { children: { "ExtensionPoint+": customFunctions } },
            DesktopFormFactor: desktopFormFactor,
          },
        },
      },
    },
    Resources: {
      children: {
        "bt:Images": { children: { "bt:Image+": resource } },
        "bt:Urls": { children: { "bt:Url+": resource } },
        "bt:ShortStrings": { children: { "bt:String+": resource } },
        "bt:LongStrings": { children: { "bt:String+": resource } },
      },
    },
  },
};

/**
 * A task pane add-in for Excel with a shared runtime and custom functions. What the schema leaves optional but a store
 * or this add-in cannot do without is required here. What it allows and is of no use to Excel or such a runtime is absent.
 */
const officeApp: Shape = {
  attributes: ["xsi:type"],
  types: { TaskPaneApp: {} },
  children: {
    Id: text,
    "AlternateId?": text,
    Version: text,
    ProviderName: text,
    DefaultLocale: text,
    DisplayName: setting,
    Description: setting,
    IconUrl: setting,
    HighResolutionIconUrl: setting,
    SupportUrl: setting,
    "AppDomains?": { children: { "AppDomain+": text } },
    Hosts: { children: { "Host+": { attributes: ["Name"] } } },
    Requirements: requirements,
    DefaultSettings: { children: { SourceLocation: setting } },
    Permissions: text,
    VersionOverrides: versionOverrides,
    "ExtendedOverrides?": { attributes: ["Url", "ResourcesUrl?"] },
  },
};
