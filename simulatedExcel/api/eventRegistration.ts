import type { Arguments } from "../office/apiObject";
import type { HostEvents } from "../office/hostEvents";

type Methods = Record<string, (args: Arguments) => null>;

/** The methods by which the library asks for events and stops asking. */
export function registrations(
  events: HostEvents,
  target: string,
  types: Readonly<Record<string, number>>,
): Methods {
  const methods: Methods = {};
  for (const [method, type] of Object.entries(types)) {
    methods[method] = () => {
      events.want(type, target, true);
      return null;
    };
    methods[method.replace("_Register", "_Unregister")] = () => {
      events.want(type, target, false);
      return null;
    };
  }
  return methods;
}
