import type { CommandEvent, OfficeApi } from "./office";
import type { View } from "./view";

const showView = jest.fn<void, [View]>();
jest.mock("./view", () => ({ showView: (view: View) => showView(view) }));

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
    ["showFunctions", "functions"],
    ["showHelp", "help"],
  ])("%s shows %s, opens the pane and ends", async (name, view) => {
    const showAsTaskpane = jest.fn(() => Promise.resolve());
    await run(loadCommands(showAsTaskpane).get(name)!);
    expect(showView.mock.calls).toEqual([[view]]);
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
