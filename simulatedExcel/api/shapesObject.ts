import type { ApiObject, Scalar } from "../office/apiObject";
import { readOnly } from "../office/apiObject";
import { numberOf, textOf } from "../office/wire";
import { fault } from "../workbook/fault";
import { checkOpen } from "../workbook/guards";
import { imageSize, type Shape } from "../workbook/shape";
import type { Sheet } from "../workbook/sheet";
import { removeWhere } from "../workbook/workbook";
import type { ApiHost } from "./apiHost";

const SIZES = ["Left", "Top", "Width", "Height", "Rotation"];
const OTHERS = ["AltTextTitle", "AltTextDescription", "Placement", "Visible"];

export function shapesObject(host: ApiHost, sheet: Sheet): ApiObject {
  const { shapes } = sheet;
  const find = (key: unknown): Shape | undefined =>
    shapes.find(({ id, properties }) => id === key || properties.get("Name") === key);
  const get = (key: unknown): ApiObject => {
    const shape = find(key);
    if (!shape) throw fault("ItemNotFound", `there is no shape ${JSON.stringify(key)}`);
    return shapeObject(sheet, shape);
  };
  return {
    type: "ShapeCollection",
    items: () => shapes.map((shape) => shapeObject(sheet, shape)),
    item: ([id]) => get(id),
    objects: {
      AddImage: ([base64]) => {
        checkOpen(sheet, "allowEditObjects");
        const image = textOf(base64);
        const size = imageSize(image);
        if (!size) throw fault("InvalidArgument", "the picture is neither PNG nor JPEG in base64");
        const id = `{00000000-0002-4000-8000-${host.book.newId().padStart(12, "0")}}`;
        const name = `Picture ${String(shapes.length + 1)}`;
        const properties = new Map<string, unknown>([
          ["Name", name],
          ["Left", 0],
          ["Top", 0],
          ["Width", size.width],
          ["Height", size.height],
          ["Rotation", 0],
          ["LockAspectRatio", true],
          ["AltTextTitle", ""],
          ["AltTextDescription", ""],
          ["Placement", "OneCell"],
          ["Visible", true],
        ]);
        const shape: Shape = { id, type: "Image", properties, image };
        shapes.push(shape);
        return shapeObject(sheet, shape);
      },
      GetItem: ([key]) => get(key),
      GetItemAt: ([index]) => get(shapes[numberOf(index)]?.id),
      GetItemOrNullObject: ([key]) => (find(key) ? get(key) : null),
    },
    methods: { GetCount: () => shapes.length },
  };
}

function shapeObject(sheet: Sheet, { id, type, properties, image }: Shape): ApiObject {
  const stored = (name: string, check: (value: unknown) => unknown): Scalar => ({
    get: () => properties.get(name),
    set: (value) => {
      checkOpen(sheet, "allowEditObjects");
      properties.set(name, check(value));
    },
  });
  const size = (name: "Width" | "Height", other: "Width" | "Height"): Scalar => ({
    get: () => properties.get(name),
    set: (value) => {
      checkOpen(sheet, "allowEditObjects");
      const points = numberOf(value);
      if (points <= 0) throw fault("InvalidArgument");
      const ratio = points / numberOf(properties.get(name));
      properties.set(name, points);
      const isLocked = properties.get("LockAspectRatio") === true;
      if (isLocked) properties.set(other, numberOf(properties.get(other)) * ratio);
    },
  });
  return {
    type: "Shape",
    id,
    scalars: {
      Id: readOnly(() => id),
      Type: readOnly(() => type),
      ZOrderPosition: readOnly(() => sheet.shapes.findIndex((shape) => shape.id === id)),
      Name: stored("Name", textOf),
      ...Object.fromEntries(SIZES.map((name) => [name, stored(name, numberOf)])),
      ...Object.fromEntries(OTHERS.map((name) => [name, stored(name, (value) => value)])),
      LockAspectRatio: stored("LockAspectRatio", (value) => value === true),
      Width: size("Width", "Height"),
      Height: size("Height", "Width"),
    },
    methods: {
      SetZOrder: ([step]) => {
        if (step !== "SendBackward") throw fault("InvalidArgument", `setZOrder(${JSON.stringify(step)})`);
        const index = sheet.shapes.findIndex((shape) => shape.id === id);
        if (index > 0) sheet.shapes.splice(index - 1, 0, ...sheet.shapes.splice(index, 1));
      },
      GetAsImage: () => {
        if (image === undefined) throw fault("InvalidOperation", "only pictures have an image here");
        return image;
      },
      Delete: () => {
        checkOpen(sheet, "allowEditObjects");
        removeWhere(sheet.shapes, (shape) => shape.id === id);
      },
    },
  };
}
