import { Block } from "../../parts/Block";
import { Disclosure } from "../../parts/Disclosure";
import { SummaryRow } from "../../parts/SummaryRow";
import { useTextStyles } from "../../parts/textStyles";
import type { ControlTotalView } from "./view";
import { codeWords } from "../../strings/cellName";
import { useText } from "../../strings/text";
import { strings } from "./strings";

function Fates({ total }: { readonly total: ControlTotalView }) {
  const { t, f } = useText(strings);
  const text = useTextStyles();
  return (
    <table className={text.table}>
      <thead>
        <tr>
          <th scope="col">{t.fate}</th>
          <th scope="col" className="number">
            {t.rows}
          </th>
          <th scope="col" className="number">
            {t.quantity}
          </th>
        </tr>
      </thead>
      <tbody>
        {total.fates.map(({ fate, rows, quantity }) => (
          <tr key={fate}>
            <th scope="row">{codeWords(fate)}</th>
            <td className="number">{f.count(rows)}</td>
            <td className="number">{f.decimal(quantity)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What became of the usage rows of every meter. */
export function ControlTotals({ totals }: { readonly totals: readonly ControlTotalView[] }) {
  const { t, f } = useText(strings);
  if (totals.length === 0) return null;
  return (
    <Block title={t.totals} note={t.totalsWhy}>
      <div>
        {totals.map((total) => (
          <Disclosure
            key={total.meter}
            summary={
              <SummaryRow
                title={total.meter || "–"}
                note={fatesText(total, (count, fate) => `${f.count(count)} ${codeWords(fate).toLowerCase()}`)}
                figure={t.rowsRead(f.count(total.read))}
              />
            }
          >
            {() => <Fates total={total} />}
          </Disclosure>
        ))}
      </div>
    </Block>
  );
}

/** "1,204 rated · 3 rejected": the fates that rows of the meter had. */
const fatesText = ({ fates }: ControlTotalView, write: (count: number, fate: string) => string) =>
  fates
    .filter(({ rows }) => rows > 0)
    .map(({ rows, fate }) => write(rows, fate))
    .join(" · ");
