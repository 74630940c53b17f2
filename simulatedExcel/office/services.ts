import type { ApiObject } from "./apiObject";
import { booleanOf, textOf } from "./wire";

/** What the add-in asked of Excel's frame. */
export interface AddInState {
  /** Whether the task pane is shown. */
  paneVisible: boolean;
  startupBehavior: "none" | "load";
  readonly ribbonUpdates: RibbonUpdate[];
}

/** What Office.ribbon.requestUpdate did to a tab, a group or a control. */
export type RibbonUpdate = { readonly id: string } & (
  | { readonly enabled: boolean }
  | { readonly visible: boolean }
);

/** Names of Office.addin's states on the wire. */
const VISIBLE = "Visible";
const INACTIVE = "Inactive";

/** Services of Office.js that are not part of the workbook, by their names in requests. */
export function serviceOf(
  name: string,
  state: AddInState,
  customFunctions: ApiObject,
): ApiObject | undefined {
  switch (name) {
    case "Microsoft.ExcelServices.CustomFunctions":
      return customFunctions;
    case "Microsoft.InternalService.AddinInternalService":
      return { type: "AddinInternalService", methods: { NotifyActionHandlerReady: () => null } };
    case "Microsoft.AppRuntime.AppRuntimeService":
      return {
        type: "AppRuntimeService",
        methods: {
          GetAppRuntimeState: () => (state.paneVisible ? VISIBLE : "Background"),
          SetAppRuntimeState: ([asked]) => {
            state.paneVisible = textOf(asked) === VISIBLE;
          },
        },
      };
    case "Microsoft.AppRuntime.AppRuntimePersistenceService":
      return {
        type: "AppRuntimePersistenceService",
        methods: {
          GetAppRuntimeStartState: () => (state.startupBehavior === "load" ? "Background" : INACTIVE),
          SetAppRuntimeStartState: ([asked]) => {
            state.startupBehavior = textOf(asked) === INACTIVE ? "none" : "load";
          },
        },
      };
    case "Microsoft.DynamicRibbon.DynamicRibbon":
      return ribbonObject(state);
    default:
      return undefined;
  }
}

function ribbonObject({ ribbonUpdates }: AddInState): ApiObject {
  const enable = (id: unknown, enabled: unknown): void => {
    ribbonUpdates.push({ id: textOf(id), enabled: booleanOf(enabled) });
  };
  return {
    type: "DynamicRibbon",
    objects: {
      GetTab: ([id]) => ({
        type: "RibbonTab",
        methods: {
          SetVisibility: ([visible]) =>
            void ribbonUpdates.push({ id: textOf(id), visible: booleanOf(visible) }),
        },
      }),
      GetButton: ([id]) => ({
        type: "RibbonButton",
        scalars: { Enabled: { get: () => true, set: (enabled) => enable(id, enabled) } },
        methods: { SetEnabled: ([enabled]) => enable(id, enabled) },
      }),
    },
  };
}
