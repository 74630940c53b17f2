import { editsBetween, wordsOf } from "../base/likeness";
import { nameKey } from "../base/name";
import { settingDefinitions } from "./definitions";

/** Slips of the finger after which a key is still told. */
const MOST_SLIPS = 2;
const MOST_NAMED = 3;

const titles = Object.values(settingDefinitions).map(({ title }) => title);
const keys = new Set(titles.map(nameKey));

/** Whether a text is the key of a setting, as a cell of Settings has it. */
export const isSettingKey = (text: string): boolean => keys.has(nameKey(text));

/** How near a key is to a setting: a slip of the finger, or words that both have. Higher is nearer, 0 is not near. */
function nearness(key: string, title: string): number {
  const slips = editsBetween(nameKey(key), nameKey(title), MOST_SLIPS);
  if (slips <= MOST_SLIPS) return 100 - slips;
  const words = wordsOf(key);
  const others = wordsOf(title);
  const shared = words.filter((word) => others.includes(word)).length;
  return shared === 0 ? 0 : shared / (words.length + others.length - shared);
}

/** The settings that a key is most likely meant for, nearest first: “Seller IBAN” is near Company IBAN. Three at most. */
export function nearSettings(key: string): string[] {
  return titles
    .map((title) => ({ title, near: nearness(key, title) }))
    .filter(({ near }) => near > 0)
    .sort((a, b) => b.near - a.near)
    .slice(0, MOST_NAMED)
    .map(({ title }) => title);
}
