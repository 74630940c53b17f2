import type { CommandEvent, OfficeApi } from "./office";
import type { PaneLocation } from "./state/location";

const goTo = jest.fn<void, [PaneLocation]>();
jest.mock("./state/location", () => ({ goTo: (location: PaneLocation) => goTo(location) }));

/** Loads the commands as the page does, with an Office that opens the pane like this. */
function loadCommands(showAsTaskpane: () => Promise<void>) {
  const commands = new Map<string, (event: CommandEvent) => void>();
  const office: OfficeApi = {
    onReady: () => Promise.resolve({ host: "Excel" }),
    actions: { associate: (name, command) => void commands.set(name, command) },
    addin: { showAsTaskpane },
  };
  Object.assign(globalThis, { Office: office });
  jest.isolateModules(() => void jest.requireActual("./commands"));
  return commands;
}

/** Resolves when the command says that it is done. */
const run = (command: (event: CommandEvent) => void) =>
  new Promise<void>((resolve) => command({ completed: resolve }));

afterEach(() => {
  Object.assign(globalThis, { Office: undefined });
  jest.clearAllMocks();
});

describe("the commands", () => {
  it.each([
    ["showBill", { view: "bill" }],
    ["showReview", { view: "review" }],
    ["showReconcile", { view: "reconcile" }],
    ["showMore", { view: "more" }],
    ["showFunctions", { view: "more", report: "functions" }],
    ["showHelp", { view: "more", report: "help" }],
    ["explainCell", { view: "review", explainCell: true }],
  ])("%s goes to %j, opens the pane and ends", async (name, location) => {
    const showAsTaskpane = jest.fn(() => Promise.resolve());
    await run(loadCommands(showAsTaskpane).get(name)!);
    expect(goTo.mock.calls).toEqual([[location]]);
    expect(showAsTaskpane).toHaveBeenCalledTimes(1);
  });

  it("end although the pane does not open", async () => {
    const log = jest.spyOn(console, "error").mockImplementation();
    await run(loadCommands(() => Promise.reject(new Error("no pane"))).get("showHelp")!);
    expect(log).toHaveBeenCalledTimes(1);
    log.mockRestore();
  });

  it("leave a page without Office alone", () => {
    expect(() => jest.isolateModules(() => void jest.requireActual("./commands"))).not.toThrow();
  });
});
