import { browserForTests } from "../../simulatedExcel/browser";
import { browserPicture, looks, picture, receivablesPicture, reviewPicture, widths } from "./pictures";

const { describeInBrowser, browser } = browserForTests();
// They are documents: made when the pane looks different, and looked at by a person.
describeInBrowser("the pictures of docs/pane.md", () => {
  const all = looks.flatMap((look) => widths.map((width) => [look.name, width, look] as const));

  it.each(all)("the pane, %s, %i px wide", async (_, width, look) => {
    await picture(browser(), look, width);
  });

  const owed = [
    ["light", 320, looks[0]],
    ["dark", 400, looks[1]],
  ] as const;
  it.each(owed)("what is owed, %s, %i px wide", async (_, width, look) => {
    await receivablesPicture(browser(), look, width);
  });

  const reviewed = [
    ["light", 320, looks[0]],
    ["dark", 400, looks[1]],
  ] as const;
  it.each(reviewed)("review, %s, %i px wide", async (_, width, look) => {
    await reviewPicture(browser(), look, width);
  });

  it("the page in a plain browser", async () => {
    await browserPicture(browser());
  });
});
