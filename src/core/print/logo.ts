import type { Picture, Snapshot } from "../grid/grid";
import { unheard } from "../issues/issue";
import { readSettings } from "../settings/readSettings";
import { isSettingsSheet } from "../settings/settings.table";

/** The logo of a book: the picture on its Settings sheet, else the name of a file beside it. */
export interface BookLogo {
  readonly picture: Picture | undefined;
  /** Empty where Settings names none. */
  readonly file: string;
}

export function bookLogo(snapshot: Snapshot): BookLogo {
  const picture = snapshot.pictures.find(({ sheet }) => isSettingsSheet(sheet));
  return { picture, file: readSettings(snapshot, unheard).logo };
}
