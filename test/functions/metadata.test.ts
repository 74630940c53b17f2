import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  changesSince,
  onDevelopmentSite,
  type Change,
  type FunctionMetadata,
  type FunctionsMetadata,
} from "../../scripts/functions/metadata";
import { frequencies } from "../../src/core/calendar/cycle";
import { dayCountBases } from "../../src/core/calendar/proration";
import { aggregations } from "../../src/core/metering/readings";
import { roundingModes } from "../../src/core/money/round";
import type { PricingModel } from "../../src/core/pricing/model";
import { pricingModels } from "../../src/core/pricing/registry";
import { catalog } from "../../src/functions/catalog";
import { nameFault } from "./reservedNames";

const root = join(__dirname, "../..");
const dist = join(root, "dist");
const built = readFileSync(join(dist, "functions.json"), "utf8");
const metadata = onDevelopmentSite(built);
const frozen = JSON.parse(readFileSync(join(root, "src/functions/frozen.json"), "utf8")) as FunctionsMetadata;

const functionNamed = (id: string) => metadata.functions.find((entry) => entry.id === id)!;

describe("the frozen metadata", () => {
  it("is kept but for new functions and optional parameters at an end", () => {
    expect(changesSince(frozen, metadata)).toEqual([]);
  });

  function edited(edit: (all: FunctionMetadata[]) => readonly FunctionMetadata[]): Change[] {
    return changesSince(frozen, { ...frozen, functions: edit(structuredClone([...frozen.functions])) });
  }
  const inFirst = (change: (first: FunctionMetadata) => FunctionMetadata) => (all: FunctionMetadata[]) => [
    change(all[0]!),
    ...all.slice(1),
  ];
  const withParameters = (change: (all: FunctionMetadata["parameters"]) => FunctionMetadata["parameters"]) =>
    inFirst((first) => ({ ...first, parameters: change(first.parameters) }));

  it.each([
    ["a function that is gone", (all: FunctionMetadata[]) => all.slice(1)],
    ["another id", inFirst((first) => ({ ...first, id: "OTHER" }))],
    ["another name", inFirst((first) => ({ ...first, name: "OTHER" }))],
    ["another result", inFirst((first) => ({ ...first, result: { type: "number" } }))],
    ["a volatile function", inFirst((first) => ({ ...first, options: { volatile: true } }))],
    ["a parameter that is gone", withParameters((all) => all.slice(1))],
    ["parameters in another order", withParameters((all) => [...all].reverse())],
    ["a renamed parameter", withParameters(([first, ...rest]) => [{ ...first!, name: "other" }, ...rest])],
    [
      "a parameter of another type",
      withParameters(([first, ...rest]) => [{ ...first!, type: "number" }, ...rest]),
    ],
    ["a required parameter more", withParameters((all) => [...all, { name: "more", type: "any" }])],
  ])("would be broken by %s", (_change, edit) => {
    expect(edited(edit).some(({ isBreaking }) => isBreaking)).toBe(true);
  });

  it.each([
    ["another description", inFirst((first) => ({ ...first, description: "Other." }))],
    ["another help page", inFirst((first) => ({ ...first, helpUrl: "https://localhost:3000/help/X.html" }))],
  ])("is to be frozen anew after %s", (_change, edit) => {
    expect(edited(edit)).toMatchObject([{ isBreaking: false }]);
  });

  it.each([
    ["a new function", (all: FunctionMetadata[]) => [...all, { ...all[0]!, id: "NEW", name: "NEW" }]],
    ["an optional parameter more", withParameters((all) => [...all, { name: "more", optional: true }])],
  ])("allows %s", (_change, edit) => {
    expect(edited(edit)).toEqual([]);
  });

  it("would be broken by an entry of a list that is gone, and by errors that no longer reach the functions", () => {
    const [first, ...others] = frozen.enums!;
    const shorter = { ...frozen, enums: [{ ...first!, values: first!.values.slice(1) }, ...others] };
    expect(changesSince(frozen, shorter).some(({ isBreaking }) => isBreaking)).toBe(true);
    expect(changesSince(frozen, { ...frozen, allowErrorForDataTypeAny: false })).toMatchObject([
      { isBreaking: true },
    ]);
  });
});

describe("the metadata", () => {
  it("names what the catalogue registers, ids equal to names", () => {
    expect(metadata.functions.map(({ id }) => id).sort()).toEqual(Object.keys(catalog).sort());
    for (const { id, name } of metadata.functions) expect(name).toBe(id);
  });

  it("lets errors in cells reach the functions, so that each is an error of its own row", () => {
    expect(metadata.allowErrorForDataTypeAny).toBe(true);
  });

  it("has nothing of the development site", () => {
    expect(built).not.toContain("localhost");
  });

  it.each([
    [
      "UsagePricing",
      (pricingModels as readonly PricingModel[])
        .filter(({ isFixed, reads }) => !isFixed && !reads)
        .map(({ id }) => id),
    ],
    ["UsageAggregation", aggregations],
    ["DayCount", dayCountBases],
    ["BillingFrequency", frequencies],
    ["MoneyRounding", roundingModes],
  ])("offers in %s what the engine knows, each with a tooltip", (id, known) => {
    const values = metadata.enums!.find((enumeration) => enumeration.id === id)!.values;
    expect(values.map(({ stringValue }) => stringValue).sort()).toEqual([...known].sort());
    for (const { tooltip } of values) expect(tooltip).toMatch(/\.$/);
  });

  it("has every list in use", () => {
    const used = metadata.functions.flatMap(({ parameters }) =>
      parameters.map(({ customEnumId }) => customEnumId),
    );
    for (const { id } of metadata.enums!) expect(used).toContain(id);
  });
});

describe.each(Object.keys(catalog))("%s", (id) => {
  it("has a name that Excel takes", () => expect(nameFault(id)).toBeUndefined());

  it("is described with an example, as are its parameters", () => {
    const { description, parameters } = functionNamed(id);
    expect(description).toContain(`Example: =BILLING.${id}(`);
    for (const parameter of parameters) expect(parameter.description).toMatch(/\. Example: \S/);
  });

  it("has a help page", () => {
    expect(functionNamed(id).helpUrl).toBe(`https://localhost:3000/help/${id}.html`);
    expect(existsSync(join(dist, `help/${id}.html`))).toBe(true);
  });

  it("is not volatile and asks for nothing but its arguments", () => {
    expect(functionNamed(id).options).toBeUndefined();
  });

  it("has the parameters of its code, in their order", () => {
    const code = String(catalog[id as keyof typeof catalog]);
    const names = /\(([^)]*)\)/
      .exec(code)![1]!
      .split(",")
      .map((name) => name.trim());
    expect(functionNamed(id).parameters.map(({ name }) => name)).toEqual(names);
  });
});

describe("names of functions", () => {
  it.each(["AR30", "TAX2025", "XFD1048576", "R1C1", "RC", "SUM", "RATE", "RUN", "ECHO", "AB", "ÄGE", "1ST"])(
    "cannot be %s",
    (name) => expect(nameFault(name)).toBeDefined(),
  );

  it.each(["XFE1", "AR_30", "ABCD30", "ROUND_MONEY"])("can be %s", (name) =>
    expect(nameFault(name)).toBeUndefined(),
  );
});
