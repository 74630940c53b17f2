import { Button } from "@fluentui/react-components";
import type { ViewOf } from "../../client/sessionClient";
import { usePane } from "../../hooks/context";
import { BackButton } from "../../parts/BackButton";
import { Screen } from "../../parts/Screen";
import { useTextStyles } from "../../parts/textStyles";
import type { RunAt } from "../../report/report";
import { useText } from "../../strings/text";
import { FieldRow } from "./FieldRow";
import { strings } from "./strings";
import { TableFields } from "./TableFields";
import { useMapping } from "./useMapping";
import type { MappingView } from "./view";

interface MappingPanelProps {
  readonly mapping: MappingView;
  readonly sheets: ViewOf<"sheets">;
}

/** One line a field: which header is read for it, and how its values read. */
function MappingPanel({ mapping: first, sheets }: MappingPanelProps) {
  const { t } = useText(strings);
  const { bill } = usePane();
  const text = useTextStyles();
  const { mapping, choice, choose, chooseSheet } = useMapping(first);
  const { sheet } = mapping;
  return (
    <Screen
      title={t.title}
      lead={t.lead}
      before={<BackButton onBack={bill.back} />}
      actions={
        <Button
          appearance="primary"
          disabledFocusable={sheet === undefined}
          onClick={() => sheet !== undefined && void bill.saveMapping(choice, sheet)}
        >
          {t.save}
        </Button>
      }
    >
      <TableFields mapping={mapping} sheets={sheets} onSheet={chooseSheet} />
      <ul className={text.list}>
        {mapping.fields.map((field) => (
          <FieldRow
            key={field.field}
            field={field}
            headers={mapping.headers}
            chosen={choice[field.field] ?? ""}
            onChoose={(header) => choose(field.field, header)}
          />
        ))}
      </ul>
    </Screen>
  );
}

/** The mapping of one table; another one begins anew. */
export default function MappingScreen({ run }: { readonly run: RunAt<"mapping"> }) {
  return (
    <MappingPanel
      key={`${run.mapping.role} ${run.mapping.sheet ?? ""}`}
      mapping={run.mapping}
      sheets={run.book.sheets}
    />
  );
}
