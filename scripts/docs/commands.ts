import type { Argument, Command, Option } from "commander";
import { commands } from "../../src/cli/commands/registry";
import { code, page, table } from "./markdown";

function argumentName(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? "…" : ""}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

const choicesOf = ({ argChoices }: Argument | Option): string =>
  argChoices === undefined ? "" : `; one of ${argChoices.join(", ")}`;

function commandBlocks(command: Command): string[] {
  const call = [command.name(), ...command.registeredArguments.map(argumentName)].join(" ");
  const taken = [
    ...command.registeredArguments.map((argument) => [argumentName(argument), argument] as const),
  ];
  const options = command.options
    .filter(({ hidden }) => !hidden)
    .map((option) => [option.flags, option] as const);
  const rows = [...taken, ...options].map(([name, of]) => [code(name), `${of.description}${choicesOf(of)}`]);
  return [`## ${code(call)}`, command.description(), table(["Takes", "Which is"], rows)];
}

/** Every command with what it takes, as its --help says it. */
export function commandsPage(): string {
  return page("Commands", [
    "`npm run ratebook -- COMMAND …`; `npm run bill -- …` is the same as `npm run ratebook -- bill …`. `COMMAND --help` prints what\n" +
      "stands here. `--json` prints one object in place of the text: [JSON](../json.md). How commands about review and sharing\n" +
      "act: [review](review.md), [sharing](sharing.md).",
    ...commands.flatMap((make) => commandBlocks(make())),
  ]);
}
