import type { ApiObject } from "../office/apiObject";
import { booleanOf, isAbsent, recordOf } from "../office/wire";
import type { Area } from "../workbook/area";
import { fault } from "../workbook/fault";
import { checkOpen } from "../workbook/guards";
import type { Sheet } from "../workbook/sheet";
import { setValidation, validationOf, type Validation } from "../workbook/validation";
import type { ApiHost } from "./apiHost";

const kinds: Readonly<Record<string, string>> = {
  list: "List",
  wholeNumber: "WholeNumber",
  decimal: "Decimal",
  date: "Date",
  time: "Time",
  textLength: "TextLength",
  custom: "Custom",
};

const noValidation: Validation = { Rule: {}, ErrorAlert: null, Prompt: null, IgnoreBlanks: true };

/** Rules are kept, not applied: what is written by the API is never refused by them, as in Excel. */
export function validationObject(host: ApiHost, sheet: Sheet, now: () => Area): ApiObject {
  const current = (): Validation | "mixed" => validationOf(sheet, now()) ?? noValidation;
  const shown = (key: keyof Validation) => (): unknown => {
    const validation = current();
    return validation === "mixed" ? null : validation[key];
  };
  const change = (patch: Partial<Validation>): void => {
    checkOpen(sheet);
    const before = current();
    setValidation(sheet, now(), { ...(before === "mixed" ? noValidation : before), ...patch });
  };
  return {
    type: "DataValidation",
    scalars: {
      Type: {
        get: () => {
          const validation = current();
          return validation === "mixed" ? "Inconsistent" : kindOf(validation.Rule);
        },
      },
      Rule: {
        get: shown("Rule"),
        set: (value) => {
          const rule = recordOf(value);
          const given = Object.keys(rule).filter((key) => !isAbsent(rule[key]));
          if (given.length !== 1 || !(given[0]! in kinds)) {
            throw fault("InvalidArgument", "a rule is one of " + Object.keys(kinds).join(", "));
          }
          change({ Rule: { [given[0]!]: sourceText(host, rule[given[0]!]) } });
        },
      },
      ErrorAlert: { get: shown("ErrorAlert"), set: (value) => change({ ErrorAlert: recordOf(value) }) },
      Prompt: { get: shown("Prompt"), set: (value) => change({ Prompt: recordOf(value) }) },
      IgnoreBlanks: {
        get: shown("IgnoreBlanks"),
        set: (value) => change({ IgnoreBlanks: booleanOf(value) }),
      },
    },
    methods: {
      Clear: () => {
        checkOpen(sheet);
        setValidation(sheet, now(), undefined);
      },
    },
  };
}

function kindOf(rule: Validation["Rule"]): string {
  return kinds[Object.keys(rule)[0] ?? ""] ?? "None";
}

/** Excel takes no list of more than 255 characters. */
function sourceText(host: ApiHost, rule: unknown): unknown {
  const { source } = recordOf(rule);
  if (typeof source === "string" && !source.startsWith("=") && source.length > 255) {
    throw fault("InvalidArgument", "a list of a validation holds 255 characters");
  }
  if (typeof source === "object" && source !== null) {
    throw host.missing.notSimulated("DataValidation.rule.list.source as a range");
  }
  return rule;
}
