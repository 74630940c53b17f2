import { readOnly, type ApiObject } from "../office/apiObject";
import { textOf } from "../office/wire";
import { fault } from "../workbook/fault";
import { removeWhere, type CustomXml } from "../workbook/workbook";
import type { ApiHost } from "./apiHost";

/** The namespace of the root element; "" without one. */
function namespaceOf({ xml }: CustomXml): string {
  const root = /<([A-Za-z_][\w.-]*:)?[A-Za-z_][\w.-]*([^>]*)>/.exec(xml);
  const attribute = root?.[1] === undefined ? "xmlns" : `xmlns:${root[1].slice(0, -1)}`;
  return new RegExp(`\\s${attribute}\\s*=\\s*["']([^"']*)["']`).exec(root?.[2] ?? "")?.[1] ?? "";
}

/** Only what is plainly no XML is refused. */
function checked(xml: string): string {
  if (!/^\s*(?:<\?xml[^>]*>\s*)?<[A-Za-z_]/.test(xml) || !/>\s*$/.test(xml)) {
    throw fault("InvalidArgument", "the text is no XML");
  }
  return xml;
}

export function customXmlPartsObject(host: ApiHost): ApiObject {
  const { book } = host;
  return {
    ...partsObject(host, "CustomXmlPartCollection", () => book.customXml),
    objects: {
      Add: ([xml]) => {
        const id = `{00000000-0003-4000-8000-${book.newId().padStart(12, "0")}}`;
        const part: CustomXml = { id, xml: checked(textOf(xml)) };
        book.customXml.push(part);
        return partObject(host, part);
      },
      GetByNamespace: ([uri]) => scopedObject(host, textOf(uri)),
      GetItemOrNullObject: ([id]) => {
        const part = book.customXml.find((candidate) => candidate.id === id);
        return part ? partObject(host, part) : null;
      },
    },
  };
}

function scopedObject(host: ApiHost, uri: string): ApiObject {
  const parts = (): CustomXml[] => host.book.customXml.filter((part) => namespaceOf(part) === uri);
  const only = (): CustomXml | undefined => (parts().length === 1 ? parts()[0] : undefined);
  return {
    ...partsObject(host, "CustomXmlPartScopedCollection", parts),
    objects: {
      GetOnlyItem: () => {
        const part = only();
        if (!part) throw fault("GeneralException", `${String(parts().length)} parts have the namespace`);
        return partObject(host, part);
      },
      GetOnlyItemOrNullObject: () => {
        const part = only();
        return part ? partObject(host, part) : null;
      },
    },
  };
}

function partsObject(host: ApiHost, type: string, parts: () => readonly CustomXml[]): ApiObject {
  return {
    type,
    items: () => parts().map((part) => partObject(host, part)),
    item: ([id]) => {
      const part = parts().find((candidate) => candidate.id === id);
      if (!part) throw fault("ItemNotFound");
      return partObject(host, part);
    },
    methods: { GetCount: () => parts().length },
  };
}

function partObject({ book }: ApiHost, part: CustomXml): ApiObject {
  return {
    type: "CustomXmlPart",
    id: part.id,
    scalars: { Id: readOnly(() => part.id), NamespaceUri: readOnly(() => namespaceOf(part)) },
    methods: {
      GetXml: () => part.xml,
      SetXml: ([xml]) => {
        part.xml = checked(textOf(xml));
      },
      Delete: () => {
        removeWhere(book.customXml, (other) => other === part);
      },
    },
  };
}
