import { elementsNamed, hasAncestor, describeElement, typeOf } from "../manifestDocument";
import type { Rule } from "./rule";

const thereIsOneCustomTab: Rule = (manifest) => {
  const tabs = elementsNamed(manifest, "CustomTab");
  return tabs.length === 1 ? [] : [`There are ${tabs.length} CustomTab elements; an add-in has one.`];
};

/** A second tab, built in or not, would scatter the commands; the schema allows either kind, not both. */
const commandsAreOnNoOfficeTab: Rule = (manifest) =>
  elementsNamed(manifest, "OfficeTab").map(
    (tab) => `${describeElement(tab)}: the commands stand on the CustomTab alone.`,
  );

const extensionPointsAreNotRepeated: Rule = (manifest) => {
  const points = elementsNamed(manifest, "ExtensionPoint");
  return points
    .filter((point, index) => points.slice(0, index).some((before) => typeOf(before) === typeOf(point)))
    .map((point) => `${describeElement(point)} is a second ${typeOf(point) ?? ""}.`);
};

const contextMenuIsThatOfCells: Rule = (manifest) =>
  elementsNamed(manifest, "OfficeMenu")
    .filter(({ attributes }) => attributes.get("id") !== "ContextMenuCell")
    .map((menu) => `${describeElement(menu)}: in Excel the menu of a cell is called ContextMenuCell.`);

const contextMenuHasOneControl: Rule = (manifest) =>
  elementsNamed(manifest, "OfficeMenu")
    .filter(({ children }) => children.length !== 1)
    .map(
      (menu) =>
        `${describeElement(menu)} has ${menu.children.length} controls; Excel takes one, which may be a Menu.`,
    );

const enabledIsOnTheRibbonOnly: Rule = (manifest) =>
  elementsNamed(manifest, "Enabled")
    .filter((element) => hasAncestor(element, "OfficeMenu"))
    .map((element) => `${describeElement(element)} stands in a context menu, where Office does not heed it.`);

const functionNamesHaveHandlers: Rule = (manifest, { handlers }) =>
  elementsNamed(manifest, "FunctionName")
    .filter(({ text }) => !handlers.has(text))
    .map(({ text, line }) => `"${text}" on line ${line} is given to Office.actions.associate nowhere.`);

const handlersAreReachable: Rule = (manifest, { handlers }) => {
  const named = elementsNamed(manifest, "FunctionName").map(({ text }) => text);
  return [...handlers]
    .filter((handler) => !named.includes(handler))
    .map((handler) => `The page has a handler for "${handler}", which no command calls.`);
};

export const commandRules: readonly Rule[] = [
  thereIsOneCustomTab,
  commandsAreOnNoOfficeTab,
  extensionPointsAreNotRepeated,
  contextMenuIsThatOfCells,
  contextMenuHasOneControl,
  enabledIsOnTheRibbonOnly,
  functionNamesHaveHandlers,
  handlersAreReachable,
];
