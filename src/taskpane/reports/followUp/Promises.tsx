import { mergeClasses } from "@fluentui/react-components";
import { Block } from "../../parts/Block";
import { SummaryRow } from "../../parts/SummaryRow";
import { useTextStyles } from "../../parts/textStyles";
import { useText } from "../../strings/text";
import { strings } from "./strings";
import type { FollowUpView } from "./view";

/** What was promised and is still open: kept back until its day, and no longer from then on. */
export function Promises({ view: { promises } }: { readonly view: FollowUpView }) {
  const { t, f } = useText(strings);
  const text = useTextStyles();
  if (promises.length === 0) return null;
  return (
    <Block title={t.promises} note={t.promisesNote}>
      <ul className={text.list}>
        {promises.map(({ invoiceNumber, customer, made, payBy, isBroken }, index) => (
          <li key={index} className={mergeClasses(text.row)} style={{ padding: "4px 0" }}>
            <SummaryRow
              title={customer}
              figure={isBroken ? <span className={text.error}>{t.broken}</span> : ""}
              note={[
                invoiceNumber === "" ? t.allDue : invoiceNumber,
                t.promised(f.day(payBy), f.day(made)),
              ].join(" · ")}
            />
          </li>
        ))}
      </ul>
    </Block>
  );
}
