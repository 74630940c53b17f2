import { findFunctions, readFunctions, signatureOf, type FunctionEntry } from "./functionIndex";

/** Text is only ever set as text, so nothing in functions.json can become markup. */
function make(tag: string, text = "", className = ""): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className !== "") element.className = className;
  return element;
}

function parameterList({ parameters }: FunctionEntry): HTMLElement {
  const list = make("dl");
  for (const { name, description, isOptional } of parameters) {
    list.append(make("dt", name), make("dd", isOptional ? `${description} (optional)` : description));
  }
  return list;
}

function helpLink({ name }: FunctionEntry): HTMLElement {
  const link = document.createElement("a");
  link.href = `help/${encodeURIComponent(name)}.html`;
  link.target = "_blank";
  link.rel = "noopener";
  link.textContent = `Help for ${name}`;
  return link;
}

function listItem(entry: FunctionEntry): HTMLElement {
  const summary = make("summary");
  summary.append(make("code", entry.name, "name"), make("span", entry.description, "description"));
  const details = make("details");
  details.append(summary, make("code", signatureOf(entry), "formula"), parameterList(entry));
  if (entry.example !== "") details.append(make("p", "Example"), make("code", entry.example, "formula"));
  details.append(helpLink(entry));
  const item = make("li");
  item.append(details);
  return item;
}

function countText(found: number, all: number): string {
  if (found === all) return `${all} functions`;
  return found === 0
    ? "No function matches. Try one word, such as tax or tier."
    : `${found} of ${all} functions`;
}

async function fetchFunctions(): Promise<FunctionEntry[]> {
  const response = await fetch("functions.json");
  if (!response.ok) throw new Error(`functions.json: ${response.status}`);
  const functions = readFunctions(await response.json());
  if (functions.length === 0) throw new Error("functions.json names no function");
  return functions;
}

/** Fills the list of functions and lets the search narrow it. */
export async function startFunctionList(): Promise<void> {
  const search = document.getElementById("search") as HTMLInputElement;
  const status = document.getElementById("status")!;
  const list = document.getElementById("list")!;
  const retry = document.getElementById("retry")!;
  retry.hidden = true;
  status.textContent = "Loading the functions…";
  try {
    const functions = await fetchFunctions();
    const items = new Map(functions.map((entry) => [entry, listItem(entry)]));
    list.replaceChildren(...items.values());
    const narrow = () => {
      const found = new Set(findFunctions(functions, search.value));
      // Items are hidden, not made anew, so that an opened one stays open.
      for (const [entry, item] of items) item.hidden = !found.has(entry);
      status.textContent = countText(found.size, functions.length);
    };
    search.addEventListener("input", narrow);
    search.disabled = false;
    narrow();
  } catch (error) {
    console.error(error);
    status.textContent = "The functions could not be loaded. Check the connection, then try again.";
    retry.hidden = false;
  }
}
