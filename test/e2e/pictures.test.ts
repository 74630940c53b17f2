import { browserForTests } from "../../simulatedExcel/browser";
import { browserPicture, looks, picture, widths } from "./pictures";

const { describeInBrowser, browser } = browserForTests();
// They are documents: made when the pane looks different, and looked at by a person.
describeInBrowser("the pictures of docs/pane.md", () => {
  const all = looks.flatMap((look) => widths.map((width) => [look.name, width, look] as const));

  it.each(all)("the pane, %s, %i px wide", async (_, width, look) => {
    await picture(browser(), look, width);
  });

  it("the page in a plain browser", async () => {
    await browserPicture(browser());
  });
});
