import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { usePane } from "../../hooks/context";
import { NotReadList } from "../../run/NotReadList";
import type { NotReadView } from "../../session/notReadView";
import { useText } from "../../strings/text";
import { strings } from "./strings";

const useStyles = makeStyles({ buttons: { display: "flex", gap: tokens.spacingHorizontalXS } });

interface UnreadActionsProps {
  readonly item: NotReadView;
  readonly nameId: string;
}

/** A column or sheet is read once its table knows it, or it is said that it need not be. */
function UnreadActions({ item, nameId }: UnreadActionsProps) {
  const { t } = useText(strings);
  const { bill, services } = usePane();
  const styles = useStyles();
  const { kind, at, table, header, canBeKnown } = item;
  const map = () => bill.map(table, kind === "sheet" ? at.sheet : undefined);
  const know = () => bill.change(() => services.session.ask("sheets", "know", { table, header }));
  return (
    <span className={styles.buttons}>
      <Button size="small" aria-describedby={nameId} onClick={() => void map()}>
        {t.mapOne}
      </Button>
      {canBeKnown && (
        <Button size="small" appearance="subtle" aria-describedby={nameId} onClick={() => void know()}>
          {t.iKnow}
        </Button>
      )}
    </span>
  );
}

/** What could matter and is not read, each with what can be done about it. */
export function UnreadList({ notRead }: { readonly notRead: readonly NotReadView[] }) {
  return (
    <NotReadList
      notRead={notRead}
      actions={(item, nameId) => <UnreadActions item={item} nameId={nameId} />}
    />
  );
}
