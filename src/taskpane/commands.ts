import { findOffice, type CommandEvent, type OfficeApi } from "./office";
import { goTo, type Place } from "./state/place";

/** Where each command of the ribbon and the context menu leads; the names are those of manifest.xml. */
export const placeOf: Readonly<Record<string, Place>> = {
  showBill: { view: "bill" },
  showReview: { view: "review" },
  showReconcile: { view: "reconcile" },
  showMore: { view: "more" },
  showFunctions: { view: "more", report: "functions" },
  showHelp: { view: "more", report: "help" },
  explainCell: { view: "review", explainCell: true },
};

async function open(office: OfficeApi, place: Place, event: CommandEvent): Promise<void> {
  try {
    // A copy, so that the same command counts again.
    goTo({ ...place });
    await office.addin.showAsTaskpane();
  } catch (error) {
    // Without a pane there is nowhere to tell the user.
    console.error(error);
  } finally {
    // Excel keeps the button waiting until it hears this, whatever happened.
    event.completed();
  }
}

// At top level, since Excel may call a command as soon as the page has loaded.
const office = findOffice();
if (office !== undefined) {
  for (const [name, place] of Object.entries(placeOf)) {
    office.actions.associate(name, (event) => void open(office, place, event));
  }
}
