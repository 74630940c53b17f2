import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { render } from "@testing-library/react";
import { Pane } from "../../src/taskpane/app/Pane";
import { goTo } from "../../src/taskpane/state/place";
import { en, type Strings } from "../../src/taskpane/strings/en";
import { makeFormats } from "../../src/taskpane/strings/formats";
import { TextContext } from "../../src/taskpane/strings/text";
import type { FakeServices } from "./fakeServices";

/** Shows the pane over fake services, at Bill. */
export function renderPane(fake: FakeServices, t: Strings = en, language = "en") {
  goTo({ view: "bill" });
  return render(
    <FluentProvider theme={webLightTheme}>
      <TextContext value={{ t, f: makeFormats(language) }}>
        <Pane services={fake.services} />
      </TextContext>
    </FluentProvider>,
  );
}
