import { useFormats } from "../strings/text";
import type { Money } from "../session/views";
import { useTextStyles } from "./textStyles";

/** Amounts in several currencies stand side by side and are never added. */
export function MoneyText({ of }: { readonly of: Money | readonly Money[] }) {
  const f = useFormats();
  const styles = useTextStyles();
  const all = "currency" in of ? [of] : of;
  return <span className={styles.number}>{all.map(f.money).join(" · ")}</span>;
}
