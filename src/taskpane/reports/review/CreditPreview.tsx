import { makeStyles } from "@fluentui/react-components";
import { useCallback } from "react";
import { usePane } from "../../hooks/context";
import { useLoaded } from "../../hooks/useLoaded";
import { Facts } from "../../parts/Facts";
import { useTextStyles } from "../../parts/textStyles";
import { Waiting } from "../../parts/Waiting";
import { settle } from "../../state/failure";
import { useText } from "../../strings/text";
import { strings } from "./strings";
import type { CreditPreview as Preview, CreditRequest } from "./view/creditView";

const useStyles = makeStyles({ figures: { "& dd": { textAlign: "right" } } });

function Figures({ preview }: { readonly preview: Extract<Preview, { isPossible: true }> }) {
  const { t, f } = useText(strings);
  const styles = useStyles();
  const { number, net, tax, total, leftNet, leftTax } = preview;
  const facts = [
    [t.creditNote, number],
    [t.net, f.money(net)],
    [t.tax, f.money(tax)],
    [t.total, f.money(total)],
    [t.leftAfter, t.leftSum(f.money(leftNet), f.money(leftTax))],
  ] as const;
  return <Facts facts={facts} showsEmpty className={styles.figures} />;
}

interface CreditPreviewProps {
  readonly number: string;
  readonly request: CreditRequest;
  /** Who makes it. */
  readonly by: string;
  /** Whatever was written since: it changes what is left. */
  readonly acts: unknown;
}

/** What the next press would write, or why it would not. */
export function CreditPreview({ number, request, by, acts }: CreditPreviewProps) {
  const { t } = useText(strings);
  const text = useTextStyles();
  const { session } = usePane().services;
  const { amount, line, reason, isRebill } = request;
  const load = useCallback(() => {
    void acts;
    return settle(session.ask("review", "credit", number, { amount, line, reason, isRebill }, by));
  }, [session, number, amount, line, reason, isRebill, by, acts]);
  const [loaded, again] = useLoaded(load);
  return (
    <section aria-label={t.willWrite}>
      <Waiting for={loaded} onRetry={again}>
        {(preview) =>
          preview.isPossible ? (
            <>
              <Figures preview={preview} />
              {preview.waits && <p className={text.paragraph}>{t.waits}</p>}
              {preview.tampering.map((message) => (
                <p key={message} className={text.paragraph}>
                  {message}
                </p>
              ))}
            </>
          ) : (
            <p className={text.paragraph} role="status">
              {preview.why}
            </p>
          )
        }
      </Waiting>
    </section>
  );
}
