import { paneStrings } from "../strings/pane";
import { useText } from "../strings/text";
import { useTextStyles } from "./textStyles";

interface CountTableProps {
  /** What the rows are, and what is counted of each. */
  readonly titles: readonly [string, ...string[]];
  readonly rows: readonly { readonly name: string; readonly counts: readonly number[] }[];
}

/** Names with their counts. */
export function CountTable({ titles: [first, ...counted], rows }: CountTableProps) {
  const { f } = useText(paneStrings);
  const text = useTextStyles();
  return (
    <table className={text.table}>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {counted.map((title) => (
            <th key={title} scope="col" className="number">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, counts }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {counts.map((count, index) => (
              <td key={counted[index]} className="number">
                {f.count(count)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
