interface Described {
  /** What it says of itself in a line. */
  readonly help: string;
}

/** An option of a script. */
export type ScriptOption = Described &
  (
    | { readonly type: "number"; readonly default?: number }
    | { readonly type: "text"; readonly value: string; readonly default?: string }
    | {
        readonly type: "choice";
        readonly value: string;
        readonly choices: readonly string[];
        readonly default?: string;
      }
    | {
        readonly type: "list";
        readonly value: string;
        readonly choices: readonly string[];
        readonly default?: readonly string[];
      }
    | { readonly type: "flag" }
  );

/** Words beside the options, each one of a list. */
interface ScriptWords extends Described {
  readonly name: string;
  readonly choices: readonly string[];
  /** Any number where it is left out. */
  readonly most?: 1;
}

export interface Script {
  /** As it is called: npm run fuzz -- */
  readonly call: string;
  /** What it does, in a sentence. */
  readonly about: string;
  readonly options: Readonly<Record<string, ScriptOption>>;
  readonly words?: ScriptWords;
}

type Written<Option> = Option extends { readonly type: "number" }
  ? number
  : Option extends { readonly type: "flag" }
    ? boolean
    : Option extends { readonly type: "choice"; readonly choices: readonly (infer Choice)[] }
      ? Choice
      : Option extends { readonly type: "list"; readonly choices: readonly (infer Choice)[] }
        ? readonly Choice[]
        : string;

type ValueOf<Option> = Option extends { readonly type: "flag" } | { readonly default: unknown }
  ? Written<Option>
  : Written<Option> | undefined;

type WordsOf<Called extends Script> = Called["words"] extends { readonly choices: readonly (infer Choice)[] }
  ? { readonly words: readonly Choice[] }
  : unknown;

/** What a script was given; where it cannot run, it ends with its usage or in one line. */
export function readCall<const Called extends Script>(
  script: Called,
  given?: readonly string[],
): { readonly [Name in keyof Called["options"]]: ValueOf<Called["options"][Name]> } & WordsOf<Called>;
