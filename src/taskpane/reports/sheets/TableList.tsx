import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Filled } from "@fluentui/react-icons/svg/checkmark-circle";
import { CellLink } from "../../parts/CellLink";
import { Severity } from "../../parts/Severity";
import { useTextStyles } from "../../parts/textStyles";
import type { TableView } from "./view";
import { useText } from "../../strings/text";
import { strings } from "./strings";

const useStyles = makeStyles({
  columns: {
    flexWrap: "wrap",
    display: "flex",
    gap: tokens.spacingHorizontalXS,
    alignItems: "center",
    justifyContent: "flex-end",
  },
  missing: { display: "block" },
});

function TableRow({ table }: { readonly table: TableView }) {
  const { t, f } = useText(strings);
  const styles = useStyles();
  const text = useTextStyles();
  const { role, help, sheet, header, rows, columnsFound, columnsNeeded, missing } = table;
  const isComplete = sheet !== undefined && missing.length === 0;
  return (
    <tr>
      <th scope="row" title={help}>
        {role}
        {missing.length > 0 && (
          <span className={mergeClasses(text.quiet, styles.missing)}>{t.missing(missing.join(", "))}</span>
        )}
      </th>
      <td>
        {sheet === undefined ? (
          <span className={text.error}>{t.notFound}</span>
        ) : header === undefined ? (
          sheet
        ) : (
          <CellLink at={header}>{sheet}</CellLink>
        )}
      </td>
      <td className="number">{sheet === undefined ? "" : f.count(rows)}</td>
      <td className="number">
        <span className={styles.columns}>
          {t.columnsOf(f.count(columnsFound), f.count(columnsNeeded))}
          {isComplete ? (
            <CheckmarkCircle16Filled className={text.good} aria-hidden />
          ) : (
            <Severity of={table.isRequired ? "error" : "warning"} />
          )}
        </span>
      </td>
    </tr>
  );
}

/** The tables of billing and the sheets they were found on. Those that are neither there nor needed are only named. */
export function TableList({ tables }: { readonly tables: readonly TableView[] }) {
  const { t } = useText(strings);
  const text = useTextStyles();
  const shown = tables.filter(({ sheet, isRequired }) => sheet !== undefined || isRequired);
  const unused = tables.filter((table) => !shown.includes(table)).map(({ role }) => role);
  return (
    <>
      <table className={text.table}>
        <thead>
          <tr>
            <th scope="col">{t.table}</th>
            <th scope="col">{t.sheet}</th>
            <th scope="col" className="number">
              {t.rows}
            </th>
            <th scope="col" className="number">
              {t.columns}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((table) => (
            <TableRow key={table.role} table={table} />
          ))}
        </tbody>
      </table>
      {unused.length > 0 && (
        <p className={mergeClasses(text.paragraph, text.quiet)}>{t.unused(unused.join(", "))}</p>
      )}
    </>
  );
}
