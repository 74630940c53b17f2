import { readDocumentation } from "../../functions/documentation";
import type { Page } from "../pages";
import { functionPage } from "./functionPage";
import { indexPage } from "./indexPage";

/** The pages of docs/functions, which the build also turns into the help that Excel opens. */
export function functionPages(): readonly Page[] {
  const documentation = readDocumentation();
  return [
    { file: "README.md", text: indexPage(documentation.map(({ id }) => id)) },
    ...documentation.map((page) => ({ file: `${page.id}.md`, text: functionPage(page) })),
  ];
}
