import { readOnly, type ApiObject } from "../office/apiObject";
import { textOf } from "../office/wire";
import { fault } from "../workbook/fault";
import type { ApiHost } from "./apiHost";

/** workbook.settings: values of JSON that travel with the file. */
export function settingsObject({ book: { settings } }: ApiHost): ApiObject {
  const get = (key: string): ApiObject => {
    if (!settings.has(key)) throw fault("ItemNotFound", `there is no setting "${key}"`);
    return settingObject(settings, key);
  };
  return {
    type: "SettingCollection",
    items: () => [...settings.keys()].map(get),
    item: ([key]) => get(textOf(key)),
    objects: {
      Add: ([key, value]) => {
        settings.set(textOf(key), JSON.stringify(value ?? null));
        return get(textOf(key));
      },
      GetItemOrNullObject: ([key]) => (settings.has(textOf(key)) ? get(textOf(key)) : null),
    },
    methods: { GetCount: () => settings.size },
  };
}

function settingObject(settings: Map<string, string>, key: string): ApiObject {
  return {
    type: "Setting",
    id: key,
    scalars: {
      Key: readOnly(() => key),
      Value: {
        get: () => JSON.parse(settings.get(key) ?? "null") as unknown,
        set: (value) => void settings.set(key, JSON.stringify(value ?? null)),
      },
      _Id: readOnly(() => key),
    },
    methods: { Delete: () => void settings.delete(key) },
  };
}
