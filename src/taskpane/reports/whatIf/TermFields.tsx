import { Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { usePane } from "../../hooks/context";
import { useStore } from "../../hooks/useStore";
import { useTextStyles } from "../../parts/textStyles";
import { useText } from "../../strings/text";
import type { TermsView, TermView } from "./view";
import { whatIfOf } from "./whatIfState";
import { whatIfStrings } from "./whatIfStrings";

/** So many percent less or more than today. */
const MOST = 50;

const useStyles = makeStyles({
  input: { minWidth: 0, width: "100%" },
  slider: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
  },
  range: { width: "100%", minWidth: 0, minHeight: "24px", accentColor: tokens.colorCompoundBrandBackground },
});

/** 0.1 and 5 are 0.105: as many decimals as a price has use for. */
const raised = (today: number, percent: number): string =>
  String(Number((today * (1 + percent / 100)).toPrecision(6)));

interface SliderProps {
  readonly percent: number;
  readonly onChange: (percent: number) => void;
}

/** How much less or more than today. */
function Slider({ percent, onChange }: SliderProps) {
  const { t, f } = useText(whatIfStrings);
  const styles = useStyles();
  const text = useTextStyles();
  const id = useId();
  const shown = f.shareOfChange(percent / 100);
  return (
    <div>
      <label htmlFor={id}>{t.change}</label>
      <div className={styles.slider}>
        <input
          id={id}
          className={styles.range}
          type="range"
          min={-MOST}
          max={MOST}
          step={1}
          value={Math.min(MOST, Math.max(-MOST, Math.round(percent)))}
          aria-valuetext={t.percent(shown)}
          onChange={({ target }) => onChange(Number(target.value))}
        />
        <span className={text.number} aria-hidden>
          {shown}
        </span>
      </div>
    </div>
  );
}

/** How a figure is told from all others. */
function useTermName(): (term: TermView) => string {
  const { t, f } = useText(whatIfStrings);
  return ({ contractId, product, column, tier, today }) =>
    t.termName(contractId, product, column, tier, f.unitPrice(String(today)));
}

/** In which of the periods; all by default. */
function PeriodChoice({ periods }: { readonly periods: TermsView["periods"] }) {
  const { t, f } = useText(whatIfStrings);
  const { request: store } = whatIfOf(usePane());
  const { period: chosen } = useStore(store);
  const styles = useStyles();
  return (
    <Field label={t.period}>
      <Select
        className={styles.input}
        value={chosen}
        onChange={(_, { value }) => store.dispatch({ period: value })}
      >
        <option value="">{t.allPeriods}</option>
        {periods.map((period) => (
          <option key={period} value={period}>
            {f.period(period)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** Which price, what it would be, and in which period. */
export function TermFields({ terms: { terms, periods } }: { readonly terms: TermsView }) {
  const { t, f } = useText(whatIfStrings);
  const { request: store } = whatIfOf(usePane());
  const request = useStore(store);
  const styles = useStyles();
  const nameOf = useTermName();
  const term = request.term === undefined ? undefined : terms[request.term];
  const choose = (value: string) => {
    const index = value === "" ? undefined : Number(value);
    const chosen = index === undefined ? undefined : terms[index];
    store.dispatch({ term: index, percent: 0, figure: chosen ? String(chosen.today) : "" });
  };
  const slide = (percent: number) =>
    store.dispatch({ percent, ...(term && { figure: raised(term.today, percent) }) });
  const type = (figure: string) => {
    const value = Number(figure);
    const percent = term && term.today !== 0 && !Number.isNaN(value) ? (value / term.today - 1) * 100 : 0;
    store.dispatch({ figure, percent });
  };
  return (
    <>
      <Field label={t.what}>
        <Select
          className={styles.input}
          value={request.term === undefined ? "" : String(request.term)}
          onChange={(_, { value }) => choose(value)}
        >
          <option value="">{t.all}</option>
          {terms.map((each, index) => (
            <option key={index} value={index}>
              {nameOf(each)}
            </option>
          ))}
        </Select>
      </Field>
      <Slider percent={request.percent} onChange={slide} />
      {term && (
        <Field label={t.figure} hint={t.figureHint(f.unitPrice(String(term.today)))}>
          <Input
            className={styles.input}
            inputMode="decimal"
            value={request.figure}
            onChange={(_, { value }) => type(value)}
          />
        </Field>
      )}
      {periods.length > 1 && <PeriodChoice periods={periods} />}
    </>
  );
}
