import { findOffice, type CommandEvent, type OfficeApi } from "./office";
import { showView, type View } from "./view";

/** The view that each command of the ribbon and the context menu opens; the names are those of manifest.xml. */
const viewOf: Readonly<Record<string, View>> = { showFunctions: "functions", showHelp: "help" };

async function open(office: OfficeApi, view: View, event: CommandEvent): Promise<void> {
  try {
    showView(view);
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
  for (const [name, view] of Object.entries(viewOf)) {
    office.actions.associate(name, (event) => void open(office, view, event));
  }
}
