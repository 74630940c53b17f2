import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { sampleFile } from "./support/books";
import { openInBrowser, openInExcel } from "./support/panes";
import { receivablesFile } from "./support/receivables";
import { receivablesTour } from "./support/receivablesTour";
import { reviewFile } from "./support/reviewed";
import { reviewTour } from "./support/reviewTour";
import { runTo } from "./support/steps";
import { tour } from "./support/tour";

const folder = join(__dirname, "../../docs/pictures");
const HEIGHT = 640;

/** The looks of the pane that the pictures show. */
export const looks = [
  { name: "light", colorScheme: "light", forcedColors: "none", behind: "#d6d6d6", ink: "black" },
  { name: "dark", colorScheme: "dark", forcedColors: "none", behind: "#5c5c5c", ink: "white" },
  { name: "forced-colours", colorScheme: "light", forcedColors: "active", behind: "#d6d6d6", ink: "black" },
] as const;

export const widths = [320, 400] as const;

type Look = (typeof looks)[number];

interface Shot {
  readonly name: string;
  readonly png: Buffer;
}

interface Sheet {
  readonly columns: number;
  readonly width: number;
  readonly look: Look;
  readonly file: string;
}

type Tour = typeof tour;

/** Every screen of a tour in one look at one width. */
async function shotsOf(
  browser: Browser,
  file: Uint8Array,
  toured: Tour,
  look: Look,
  width: number,
): Promise<Shot[]> {
  const { colorScheme, forcedColors } = look;
  const pane = await openInExcel(browser, {
    file,
    width,
    height: HEIGHT,
    colorScheme,
    forcedColors,
  });
  const shots: Shot[] = [];
  await toured(pane, async (name) => {
    // The pointer would colour what it rests on.
    await pane.page.mouse.move(0, 0);
    shots.push({ name, png: await pane.page.screenshot({ animations: "disabled", caret: "hide" }) });
  });
  await pane.close();
  return shots;
}

/** Few shades make a small file, and the eye hardly sees that they are few. */
const fewShades = (() => {
  const table = Array.from({ length: 13 }, (_, step) => (step / 12).toFixed(3)).join(" ");
  const channels = ["R", "G", "B"].map((name) => `<feFunc${name} type="discrete" tableValues="${table}"/>`);
  return `<svg width="0" height="0" style="position:absolute"><filter id="few" color-interpolation-filters="sRGB">
    <feComponentTransfer>${channels.join("")}</feComponentTransfer></filter></svg>`;
})();

/** Lays shots side by side under their names. */
async function contactSheet(browser: Browser, shots: readonly Shot[], sheet: Sheet): Promise<void> {
  const { columns, width, look, file } = sheet;
  const figures = shots.map(
    ({ name, png }) =>
      `<figure><figcaption>${name}</figcaption><img src="data:image/png;base64,${png.toString("base64")}"></figure>`,
  );
  const style = `body { margin: 0; padding: 16px; display: grid; grid-template-columns: repeat(${columns}, ${width}px);
    gap: 16px; background: ${look.behind}; color: ${look.ink}; font: 600 15px sans-serif }
    figure { margin: 0 } figcaption { margin-bottom: 6px } figcaption:empty { display: none }
    img { display: block; filter: url(#few) }`;
  const page = await browser.newPage({ viewport: { width: columns * (width + 16) + 16, height: 100 } });
  await page.setContent(`<style>${style}</style>${figures.join("")}${fewShades}`);
  await page.screenshot({ path: join(folder, file), fullPage: true });
  await page.close();
}

/** Writes the picture of one look at one width. */
export async function picture(browser: Browser, look: Look, width: number): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const shots = await shotsOf(browser, sampleFile(), tour, look, width);
  const file = `pane-${look.name}-${width}.png`;
  await contactSheet(browser, shots, { columns: Math.ceil(shots.length / 2), width, look, file });
}

/** Writes the picture of the screens about what is owed. */
export async function receivablesPicture(browser: Browser, look: Look, width: number): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const shots = await shotsOf(browser, receivablesFile(), receivablesTour, look, width);
  const file = `receivables-${look.name}-${width}.png`;
  await contactSheet(browser, shots, { columns: shots.length, width, look, file });
}

/** Writes the picture of review in a look at a width. */
export async function reviewPicture(browser: Browser, look: Look, width: number): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const shots = await shotsOf(browser, reviewFile(), reviewTour, look, width);
  const file = `review-${look.name}-${width}.png`;
  await contactSheet(browser, shots, { columns: 4, width, look, file });
}

/** Writes the picture of the page in a plain browser, over the example. */
export async function browserPicture(browser: Browser): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const pane = await openInBrowser(browser, { width: 1200, height: 720 });
  const { page } = pane;
  const example = readFileSync(join(__dirname, "../../examples/harbour.xlsx"));
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  await page.getByLabel("Workbook file").setInputFiles({ name: "harbour.xlsx", mimeType, buffer: example });
  await runTo(page, "Check");
  await page
    .getByRole("button", { name: /^'?Usage'?!/ })
    .first()
    .click();
  await page.mouse.move(0, 0);
  const png = await page.screenshot({ animations: "disabled", caret: "hide" });
  const sheet = { columns: 1, width: 1200, look: looks[0], file: "browser-1200.png" };
  await contactSheet(browser, [{ name: "", png }], sheet);
  await pane.close();
}
