import { configure, render } from "@testing-library/react";
import { Pane } from "../../src/taskpane/app/Pane";
import { goTo } from "../../src/taskpane/state/location";
import { makeFormats } from "../../src/taskpane/strings/formats";
import { TextContext, type Translate } from "../../src/taskpane/strings/text";
import type { FakeServices } from "./fakeServices";
import { InFluent } from "./InFluent";

// Of a busy machine: an answer of the worker takes longer than the second that is waited by default.
configure({ asyncUtilTimeout: 10_000 });

const inEnglish: Translate = (strings) => strings;

/** Shows the pane over fake services, at Bill. */
export function renderPane(fake: FakeServices, translate = inEnglish, language = "en") {
  goTo({ view: "bill" });
  return render(
    <InFluent>
      <TextContext value={{ translate, f: makeFormats(language) }}>
        <Pane services={fake.services} />
      </TextContext>
    </InFluent>,
  );
}
