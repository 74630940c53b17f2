import { Block } from "../../parts/Block";
import { CountTable } from "../../parts/CountTable";
import { useTextStyles } from "../../parts/textStyles";
import { useText } from "../../strings/text";
import { strings } from "./strings";
import type { ImportView } from "./view";

interface PreviewProps {
  readonly view: ImportView;
  readonly name: string;
}

function Added({ view, name }: PreviewProps) {
  const { t, f } = useText(strings);
  const text = useTextStyles();
  return (
    <Block title={t.added} note={t.read(f.count(view.rows), name)}>
      {view.added.length === 0 ? (
        <p className={text.paragraph}>{t.nothing}</p>
      ) : (
        <CountTable
          titles={[t.tableColumn, t.rows]}
          rows={view.added.map(({ table, rows }) => ({ name: table, counts: [rows] }))}
        />
      )}
    </Block>
  );
}

/** What a file would bring, what is left out, and what is wrong in it. */
export function ImportPreview({ view, name }: PreviewProps) {
  const { t, f } = useText(strings);
  const text = useTextStyles();
  return (
    <>
      <Added view={view} name={name} />
      {view.leftOut.length > 0 && (
        <Block title={t.leftOut}>
          <ul>
            {view.leftOut.map(({ reason, rows }) => (
              <li key={reason}>
                {f.count(rows)} {reason}
              </li>
            ))}
          </ul>
        </Block>
      )}
      {view.findings.length > 0 && (
        <Block title={t.findings}>
          <ul>
            {view.findings.map(({ code, subject, cause }, index) => (
              <li key={index}>
                <strong>{subject}</strong> {cause} <span className={text.quiet}>{code}</span>
              </li>
            ))}
          </ul>
        </Block>
      )}
      {view.issues.length > 0 && (
        <Block title={t.issues}>
          <ul>
            {view.issues.map(({ message, at }, index) => (
              <li key={index}>
                {message} <span className={text.quiet}>{t.line(f.count(at.line ?? at.row + 1))}</span>
              </li>
            ))}
          </ul>
        </Block>
      )}
    </>
  );
}
