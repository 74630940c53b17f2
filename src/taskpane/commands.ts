import { findOffice, type CommandEvent, type OfficeApi } from "./office";
import { goTo, type PaneLocation } from "./state/location";

/** Where each command of the ribbon and the context menu leads; the names are those of manifest.xml. */
export const locationOf: Readonly<Record<string, PaneLocation>> = {
  showBill: { view: "bill" },
  showReview: { view: "review" },
  showReconcile: { view: "reconcile" },
  showMore: { view: "more" },
  showFunctions: { view: "more", report: "functions" },
  showHelp: { view: "more", report: "help" },
  explainCell: { view: "review", explainCell: true },
};

async function open(office: OfficeApi, location: PaneLocation, event: CommandEvent): Promise<void> {
  try {
    // A copy, so that the same command counts again.
    goTo({ ...location });
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
  for (const [name, location] of Object.entries(locationOf)) {
    office.actions.associate(name, (event) => void open(office, location, event));
  }
}
