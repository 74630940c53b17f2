import { usePane } from "../../hooks/context";
import { useStore } from "../../hooks/useStore";
import { FailureText } from "../../parts/FailureText";
import { FileDrop } from "../../parts/FileDrop";
import { useText } from "../../strings/text";
import { compareOf } from "./compareState";
import { compareStrings } from "./compareStrings";

/** The way to the other file: chosen, or let go of here. */
export function OtherWorkbook({ isBusy }: { readonly isBusy: boolean }) {
  const { t } = useText(compareStrings);
  const compare = compareOf(usePane());
  const { book, failure } = useStore(compare.other);
  return (
    <>
      <FileDrop
        name="workbook"
        button={book === undefined ? t.choose : t.chooseAgain}
        hint={t.drop}
        label={t.file}
        appearance={book === undefined ? "primary" : "secondary"}
        accept=".xlsx,.xlsm"
        isBusy={isBusy}
        onFiles={([file]) => void compare.choose(file!)}
      />
      {failure !== undefined && <FailureText>{failure.message}</FailureText>}
    </>
  );
}
