import { memoryGoogle } from "../port/memoryGoogle";
import { readFile } from "../port/officeBooks";

/** The services of Google around a spreadsheet in memory, what was said and which entries the menu has. */
export async function googleAround(file: Uint8Array) {
  const services = memoryGoogle(await readFile(file));
  const said: string[] = [];
  const items: string[] = [];
  const menu = {
    addItem: (_: string, name: string) => (items.push(name), menu),
    addToUi: () => undefined,
  };
  const rule = { requireValueInList: () => rule, setAllowInvalid: () => rule, build: () => rule };
  const rich = {
    text: "",
    url: "",
    setText: (text: string) => ((rich.text = text), rich),
    setLinkUrl: (url: string) => ((rich.url = url), rich),
    build: () => ({ text: rich.text, url: rich.url }),
  };
  const globals = {
    SpreadsheetApp: {
      getActiveSpreadsheet: () => services.spreadsheet,
      getUi: () => ({
        createMenu: () => menu,
        alert: (_: string, text: string) => said.push(text),
        ButtonSet: { OK: "OK" },
      }),
      newDataValidation: () => rule,
      newRichTextValue: () => rich,
    },
    Utilities: {
      formatDate: (date: Date, zone: string, format: string) => {
        if (format !== "yyyy-MM-dd'T'HH:mm:ss") return services.formatDate(date, zone, format);
        return "2026-10-31T12:00:00";
      },
    },
    Charts: { ChartType: services.chartTypes },
    Session: { getActiveUser: () => ({ getEmail: () => "A. Clerk" }) },
  };
  return { services, said, items, globals };
}
