import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Filled } from "@fluentui/react-icons/svg/checkmark-circle";
import { CellLink } from "../../parts/CellLink";
import { Severity } from "../../parts/Severity";
import { useTextStyles } from "../../parts/textStyles";
import type { TableView } from "../../session/views";
import { useText } from "../../strings/text";

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
  const { t, f } = useText();
  const styles = useStyles();
  const text = useTextStyles();
  const { role, help, sheet, header, rows, columnsFound, columnsNeeded, missing } = table;
  const isComplete = sheet !== undefined && missing.length === 0;
  return (
    <tr>
      <th scope="row" title={help}>
        {role}
        {missing.length > 0 && (
          <span className={mergeClasses(text.quiet, styles.missing)}>
            {t.sheets.missing(missing.join(", "))}
          </span>
        )}
      </th>
      <td>
        {sheet === undefined ? (
          <span className={text.error}>{t.sheets.notFound}</span>
        ) : header === undefined ? (
          sheet
        ) : (
          <CellLink at={header}>{sheet}</CellLink>
        )}
      </td>
      <td className="number">{sheet === undefined ? "" : f.count(rows)}</td>
      <td className="number">
        <span className={styles.columns}>
          {t.sheets.columnsOf(f.count(columnsFound), f.count(columnsNeeded))}
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
  const { t } = useText();
  const text = useTextStyles();
  const shown = tables.filter(({ sheet, isRequired }) => sheet !== undefined || isRequired);
  const unused = tables.filter((table) => !shown.includes(table)).map(({ role }) => role);
  return (
    <>
      <table className={text.table}>
        <thead>
          <tr>
            <th scope="col">{t.sheets.table}</th>
            <th scope="col">{t.sheets.sheet}</th>
            <th scope="col" className="number">
              {t.sheets.rows}
            </th>
            <th scope="col" className="number">
              {t.sheets.columns}
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
        <p className={mergeClasses(text.paragraph, text.quiet)}>{t.sheets.unused(unused.join(", "))}</p>
      )}
    </>
  );
}
