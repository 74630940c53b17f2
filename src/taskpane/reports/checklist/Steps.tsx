import { makeStyles, Select, tokens, mergeClasses } from "@fluentui/react-components";
import { CheckmarkCircle16Filled } from "@fluentui/react-icons/svg/checkmark-circle";
import { Circle16Regular } from "@fluentui/react-icons/svg/circle";
import type { StepState } from "../../../core/api";
import { Block } from "../../parts/Block";
import { useTextStyles } from "../../parts/textStyles";
import { useText } from "../../strings/text";
import { checklistStrings } from "./checklistStrings";
import type { StepView } from "./view";

const useStyles = makeStyles({
  step: {
    display: "grid",
    gridTemplateColumns: "16px minmax(0, 1fr) auto",
    columnGap: tokens.spacingHorizontalS,
    alignItems: "start",
    padding: `${tokens.spacingVerticalXS} 0`,
    "@media (max-width: 240px)": { gridTemplateColumns: "16px minmax(0, 1fr)" },
  },
  icon: { marginTop: "2px" },
  texts: { overflowWrap: "anywhere" },
});

interface StepsProps {
  readonly steps: readonly StepView[];
  readonly isClosed: boolean;
  readonly isBusy: boolean;
  readonly onMark: (index: number, state: StepState) => void;
}

/** Every step with what its check says; one without a check is done by hand. */
export function Steps({ steps, isClosed, isBusy, onMark }: StepsProps) {
  const { t, f } = useText(checklistStrings);
  const styles = useStyles();
  const text = useTextStyles();
  const statesOf = ({ isChecked, state }: StepView): readonly StepState[] =>
    isChecked && state !== "done" ? ["open", "not_needed"] : ["open", "done", "not_needed"];
  return (
    <Block title={t.steps}>
      <ul className={text.list}>
        {steps.map((step, index) => {
          const Icon = step.passed ? CheckmarkCircle16Filled : Circle16Regular;
          const note = [step.message, step.owner, step.due === "" ? "" : t.due(f.day(step.due))];
          return (
            <li key={index} className={mergeClasses(styles.step, text.row)}>
              <Icon
                className={mergeClasses(styles.icon, step.passed ? text.good : text.quiet)}
                role="img"
                aria-label={step.passed ? t.passed : t.failed}
              />
              <span className={styles.texts}>
                {step.step}
                <br />
                <span className={text.quiet}>{note.filter((part) => part !== "").join(" · ")}</span>
              </span>
              <Select
                size="small"
                aria-label={t.stateOf(step.step)}
                value={step.state}
                disabled={isBusy || isClosed}
                onChange={(_, { value }) => {
                  const state = statesOf(step).find((each) => each === value);
                  if (state !== undefined) onMark(index, state);
                }}
              >
                {statesOf(step).map((state) => (
                  <option key={state} value={state}>
                    {t.states[state]}
                  </option>
                ))}
              </Select>
            </li>
          );
        })}
      </ul>
    </Block>
  );
}
