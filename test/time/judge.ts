import { groupBy, parseIsoDay, sum, type Decimal } from "../../src/core/api";
import type { Step } from "../../scripts/workedExamples/billStep";

/** What a step must give; what is left out is not part of the case. */
export interface StepExpectation {
  /** Per contract, the net (the tax) of the documents that the step writes. */
  readonly net?: Readonly<Record<string, string>>;
  readonly tax?: Readonly<Record<string, string>>;
  /** All findings of severity error; an empty list also means no error among the issues. */
  readonly errorFindings?: readonly {
    readonly contractId: string;
    readonly code: string;
    readonly difference: string;
  }[];
  readonly issues?: readonly { readonly code: string; readonly severity: string }[];
}

export interface TimeCase {
  readonly kind: string;
  readonly rule: string;
  readonly arithmetic: string;
  readonly steps: readonly {
    readonly input: string;
    readonly options: string;
    readonly expect: StepExpectation;
  }[];
  readonly sumOfAllSteps?: Readonly<Record<string, string>>;
  readonly serviceDaysBilledOnce?: readonly {
    readonly contractId: string;
    readonly product: string;
    readonly from: string;
    readonly to: string;
  }[];
}

type Figure = "subtotal" | "tax";

function billed({ run }: Step, contractId: string, figure: Figure): Decimal {
  const contractInvoices = run.invoices.filter((invoice) => invoice.contractId === contractId);
  return sum(contractInvoices.map((invoice) => invoice[figure]));
}

const asWritten = (amount: Decimal, expected: string) =>
  amount.toFixed(expected.includes(".") ? expected.length - expected.indexOf(".") - 1 : 0);

function figuresOf(steps: readonly Step[], expected: Readonly<Record<string, string>>, figure: Figure) {
  return Object.fromEntries(
    Object.entries(expected).map(([contractId, amount]) => [
      contractId,
      asWritten(sum(steps.map((step) => billed(step, contractId, figure))), amount),
    ]),
  );
}

/** What a step gave, in the words of its expectation. */
export function answerOf(step: Step, expect: StepExpectation): StepExpectation {
  const { issues, reconciliation } = step.run;
  const wanted = (expect.issues ?? []).map(({ code }) => code);
  const errors = issues.filter(({ severity }) => severity === "error");
  const findings = reconciliation.findings.filter(({ severity }) => severity === "error");
  return {
    ...(expect.net && { net: figuresOf([step], expect.net, "subtotal") }),
    ...(expect.tax && { tax: figuresOf([step], expect.tax, "tax") }),
    ...(expect.errorFindings && {
      errorFindings: [
        ...findings.map(({ contractId, code, difference }) => ({
          contractId,
          code,
          difference: difference.toFixed(2),
        })),
        // An error that holds the invoice is never what a case of findings means.
        ...errors.map(({ code, at }) => ({ contractId: at.sheet, code, difference: "" })),
      ],
    }),
    ...(expect.issues && {
      issues: issues
        .filter(({ code }) => wanted.includes(code))
        .map(({ code, severity }) => ({ code, severity })),
    }),
  };
}

/** How often each day of a product is billed by fixed lines of the chain. */
function daysBilled(steps: readonly Step[], contractId: string, product: string): Map<number, number> {
  const lines = steps
    .flatMap(({ run }) => run.invoices.flatMap((invoice) => invoice.lines))
    .filter((line) => line.contractId === contractId && line.product === product && line.kind === "fixed");
  const days = lines.flatMap(({ period: { from, to } }) =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index),
  );
  return new Map([...groupBy(days, (day) => day)].map(([day, times]) => [day, times.length]));
}

/** What the whole chain gave: its sums, and the days that are not billed exactly once. */
export function answerOfChain(steps: readonly Step[], { sumOfAllSteps, serviceDaysBilledOnce }: TimeCase) {
  return {
    sumOfAllSteps: sumOfAllSteps && figuresOf(steps, sumOfAllSteps, "subtotal"),
    notBilledOnce: (serviceDaysBilledOnce ?? []).flatMap(({ contractId, product, from, to }) => {
      const days = daysBilled(steps, contractId, product);
      const first = parseIsoDay(from)!;
      const expected = Array.from({ length: parseIsoDay(to)! - first + 1 }, (_, index) => first + index);
      const beyond = [...days.keys()].filter((day) => !expected.includes(day));
      return [...expected.filter((day) => days.get(day) !== 1), ...beyond];
    }),
  };
}
