import { Block } from "../../parts/Block";
import { CellLink } from "../../parts/CellLink";
import { CountTable } from "../../parts/CountTable";
import { useTextStyles } from "../../parts/textStyles";
import { useText } from "../../strings/text";
import { strings } from "./strings";
import type { ExportView } from "./view";

function Files({ view }: { readonly view: ExportView }) {
  const { t, f } = useText(strings);
  const text = useTextStyles();
  return (
    <Block title={t.files} note={view.already > 0 ? t.already(f.count(view.already)) : undefined}>
      {view.files.length === 0 ? (
        <p className={text.paragraph}>{t.nothing}</p>
      ) : (
        <CountTable
          titles={[t.file, t.documents, t.rows]}
          rows={view.files.map(({ name, documents, rows }) => ({ name, counts: [documents, rows] }))}
        />
      )}
    </Block>
  );
}

/** What goes into the files, what is left out with its cell, and what is worth knowing. */
export function ExportPreview({ view }: { readonly view: ExportView }) {
  const { t, f } = useText(strings);
  const documents = new Set(view.leftOut.map(({ invoiceNumber }) => invoiceNumber)).size;
  return (
    <>
      <Files view={view} />
      {documents > 0 && (
        <Block title={t.leftOut} note={t.leftOutNote(f.count(documents))}>
          <ul>
            {view.leftOut.map(({ invoiceNumber, field, message, at }) => (
              <li key={`${invoiceNumber} ${field} ${at.sheet} ${String(at.row)} ${String(at.column)}`}>
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
