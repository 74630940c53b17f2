import { createElement, type ComponentType, type ReactNode } from "react";
import type { Resting } from "../state/billState";
import type { View } from "../state/location";

/** A report that a person chooses on its tab. One whose view needs the engine is named in reports/reportViews.ts as well. */
export interface PaneReport<Name extends string = string> {
  /** Also the name under which the engine answers its questions. */
  readonly name: Name;
  /** A tab with one report shows it at once; one with several lists them. */
  readonly tab: Exclude<View, "bill">;
  readonly strings: {
    readonly title: string;
    /** What one finds there, under its title in a list. */
    readonly about?: string;
  };
  readonly screen: ComponentType;
  /** Shown at once where its tab is opened, with the way to the others of the tab above it. */
  readonly leads?: true;
}

export const declareReport = <Name extends string>(report: PaneReport<Name>): PaneReport<Name> => report;

/** The state of a run while it rests at a step. */
export type RunAt<Step extends Resting["step"]> = Extract<Resting, { readonly step: Step }>;

/** A report of the tab Bill: it is shown while the run rests at its steps. */
export interface StepReport {
  readonly name: string;
  readonly tab: "bill";
  /** Its screen; undefined where the run rests elsewhere. */
  readonly show: (run: Resting) => ReactNode | undefined;
}

interface StepDeclaration<Step extends Resting["step"]> {
  readonly name: string;
  readonly steps: readonly Step[];
  readonly screen: ComponentType<{ readonly run: RunAt<Step> }>;
}

export function declareStep<Step extends Resting["step"]>(declared: StepDeclaration<Step>): StepReport {
  const { name, steps, screen } = declared;
  const restsHere = (run: Resting): run is RunAt<Step> => steps.some((step) => step === run.step);
  return {
    name,
    tab: "bill",
    show: (run) => (restsHere(run) ? createElement(screen, { key: run.step, run }) : undefined),
  };
}
