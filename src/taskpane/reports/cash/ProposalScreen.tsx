import { Button, mergeClasses } from "@fluentui/react-components";
import { useState } from "react";
import { usePane } from "../../hooks/context";
import { BackButton } from "../../parts/BackButton";
import { Block } from "../../parts/Block";
import { CellLink } from "../../parts/CellLink";
import { Facts } from "../../parts/Facts";
import { Screen } from "../../parts/Screen";
import { useTextStyles } from "../../parts/textStyles";
import { useText } from "../../strings/text";
import { cashOf } from "./cashState";
import { ChangeMatch } from "./ChangeMatch";
import { Confidence } from "./ProposalList";
import { strings } from "./strings";
import type { ProposalView } from "./view/proposals";

function ProposalFacts({ proposal }: { readonly proposal: ProposalView }) {
  const { t, f } = useText(strings);
  const { paymentId, customer, customerId, payer, date, amount, reference, at } = proposal;
  const { rule, difference, treatment } = proposal;
  const facts = [
    [t.payment, paymentId],
    [t.customer, [customer, customerId].filter((part) => part !== "").join(" · ")],
    [t.payer, payer],
    [t.date, f.day(date)],
    [t.amount, f.money(amount)],
    [t.reference, reference],
    [t.cell, at === undefined ? t.notYet : <CellLink key="cell" at={at} />],
    [t.rule, rule === "" ? "" : (t.rules[rule] ?? rule)],
    [t.sureness, <Confidence key="confidence" proposal={proposal} />],
    [
      t.difference,
      difference === undefined || difference === 0 ? "" : f.money({ ...amount, amount: difference }),
    ],
    [t.treatment, treatment],
  ] as const;
  return <Facts facts={facts} />;
}

function Shares({ proposal }: { readonly proposal: ProposalView }) {
  const { t, f } = useText(strings);
  const text = useTextStyles();
  if (proposal.shares.length === 0) return null;
  return (
    <Block title={t.goesTo}>
      <table className={text.table}>
        <thead>
          <tr>
            <th scope="col">{t.document}</th>
            <th scope="col">{t.kind}</th>
            <th scope="col" className="number">
              {t.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {proposal.shares.map(({ document, at, kind, amount }, index) => (
            <tr key={index}>
              <th scope="row">{at === undefined ? document : <CellLink at={at}>{document}</CellLink>}</th>
              <td>{kind}</td>
              <td className="number">{f.money(amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Block>
  );
}

interface ProposalScreenProps {
  readonly proposal: ProposalView;
  readonly isBusy: boolean;
  readonly onBack: () => void;
}

/** A payment with all that is known of it, and what else it could pay. */
export function ProposalScreen({ proposal, isBusy, onBack }: ProposalScreenProps) {
  const { t, f } = useText(strings);
  const cash = cashOf(usePane());
  const text = useTextStyles();
  const { paymentId, canChange, rule, customer, amount } = proposal;
  // Where no rule says anything there is nothing else to do here.
  const [isChanging, setIsChanging] = useState(canChange && rule === "");
  const choose = async (numbers: readonly string[]) => {
    await cash.choose(paymentId, numbers);
    setIsChanging(false);
  };
  const actions = canChange && !isChanging && (
    <>
      <Button disabledFocusable={isBusy} onClick={() => setIsChanging(true)}>
        {t.changeMatch}
      </Button>
      {rule === "chosen" && (
        <Button appearance="subtle" disabledFocusable={isBusy} onClick={() => void choose([])}>
          {t.byRules}
        </Button>
      )}
    </>
  );
  return (
    <Screen
      title={t.from(f.money(amount), customer)}
      before={<BackButton onBack={onBack} />}
      {...(actions !== false && { actions })}
    >
      <ProposalFacts proposal={proposal} />
      <Shares proposal={proposal} />
      {rule === "given" && <p className={mergeClasses(text.paragraph, text.quiet)}>{t.cannotChange}</p>}
      {isChanging && (
        <ChangeMatch proposal={proposal} onChoose={choose} onBack={() => setIsChanging(false)} />
      )}
    </Screen>
  );
}
