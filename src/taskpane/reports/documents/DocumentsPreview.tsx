import { Block } from "../../parts/Block";
import { CellLink } from "../../parts/CellLink";
import { useTextStyles } from "../../parts/textStyles";
import { useText } from "../../strings/text";
import { documentsStrings } from "./documentsStrings";
import type { DocumentsView } from "./view";

/** As many names as somebody reads; the rest is counted in the button. */
const SHOWN = 50;

/** Which files there would be, which documents are left out with their cells, and what is worth knowing. */
export function DocumentsPreview({ view }: { readonly view: DocumentsView }) {
  const { t, f } = useText(documentsStrings);
  const text = useTextStyles();
  const documents = new Set(view.leftOut.map(({ invoiceNumber }) => invoiceNumber)).size;
  return (
    <>
      <Block title={t.files}>
        {view.files.length === 0 ? (
          <p className={text.paragraph}>{t.nothing}</p>
        ) : (
          <ul>
            {view.files.slice(0, SHOWN).map(({ number, customer, name }) => (
              <li key={number}>
                <strong>{number}</strong> {customer} · {name}
              </li>
            ))}
          </ul>
        )}
      </Block>
      {documents > 0 && (
        <Block title={t.leftOut} note={t.leftOutNote(f.count(documents))}>
          <ul>
            {view.leftOut.map(({ invoiceNumber, code, field, message, at }) => (
              <li
                key={`${invoiceNumber} ${code} ${field} ${at.sheet} ${String(at.row)} ${String(at.column)}`}
              >
                <strong>{invoiceNumber}</strong> {message} <CellLink at={at} />
              </li>
            ))}
          </ul>
        </Block>
      )}
      {view.remarks.length > 0 && (
        <Block title={t.remarks}>
          <ul>
            {view.remarks.map(({ message, at }, index) => (
              <li key={index}>
                {message} <CellLink at={at} />
              </li>
            ))}
          </ul>
        </Block>
      )}
    </>
  );
}
