import * as views from "./reports/reportViews";
import { serve, type ServedPort } from "./session/serve";
import { Session } from "./session/session";
import { surroundings } from "./session/surroundings";

// The page's types call this a window; here it is the worker's own scope, which is a port to the page.
serve(self as unknown as ServedPort, new Session(surroundings, views));
