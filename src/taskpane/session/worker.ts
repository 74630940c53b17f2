import { serve, type ServedPort } from "./serve";
import { Session } from "./session";
import { surroundings } from "./surroundings";

// The page's types call this a window; here it is the worker's own scope, which is a port to the page.
serve(self as unknown as ServedPort, new Session(surroundings));
