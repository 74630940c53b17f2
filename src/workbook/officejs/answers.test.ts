import { answered, answeredOf, present } from "./answers";

/** As the library does when an answer lacks what was asked for. */
const sheet = {
  name: "Usage",
  tabColor: null as string | null,
  get position(): number {
    throw Object.assign(new Error("The property 'position' is not available."), {
      code: "PropertyNotLoaded",
    });
  },
  get visibility(): string {
    throw new TypeError("a bug");
  },
};

it("takes what is null or was left out as nothing, and any other fault as one", () => {
  expect(answered(sheet, "name")).toBe("Usage");
  expect(answered(sheet, "tabColor")).toBeUndefined();
  expect(answered(sheet, "position")).toBeUndefined();
  expect(() => answered(sheet, "visibility")).toThrow("a bug");
  expect(answeredOf(sheet, ["name", "tabColor", "position"])).toEqual({ name: "Usage" });
});

it("keeps of a value only what can be set", () => {
  const lines = { left: { style: "Double", color: null }, right: null, top: { style: undefined } };
  expect(present<object>({ lines, wrap: false, indent: 0, text: "", font: undefined })).toEqual({
    lines: { left: { style: "Double" } },
    wrap: false,
    indent: 0,
    text: "",
  });
  expect(present({ name: null })).toBeUndefined();
  expect(present(null)).toBeUndefined();
});
