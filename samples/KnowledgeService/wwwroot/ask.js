import { eventsOf } from "./stream.js";

const at = (id) => document.getElementById(id);
const question = at("question");
let running = null;

// Everything that comes from a source is text, never markup.
function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text ?? "";
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}

const say = (text) => { at("status").textContent = text; };

const pageOf = (item) => `source.html#${encodeURIComponent(item.source)}/${encodeURIComponent(item.id)}/${encodeURIComponent(item.quote ?? "")}`;

function show(text) {
  const paragraphs = text.split(/\n{2,}/).filter((part) => part.trim() !== "").map((part) => {
    const paragraph = document.createElement("p");
    part.split(/(\[\d+\])/).forEach((piece) => {
      const number = /^\[(\d+)\]$/.exec(piece)?.[1];
      paragraph.append(number ? element("a", piece, { href: `#citation-${number}`, class: "marker", "aria-label": `Citation ${number}` }) : piece);
    });
    return paragraph;
  });
  at("text").replaceChildren(...paragraphs);
}

function cite(citation) {
  const item = element("li", "", { id: `citation-${citation.number}`, value: citation.number, tabindex: "-1" });
  item.append(element("a", citation.title, { href: pageOf(citation) }), origin(citation), element("blockquote", citation.quote));
  return item;
}

function origin(item) {
  const line = element("div", `${item.source}${item.version ? `, version ${item.version}` : ""} `, { class: "origin" });
  if (/^https?:/.test(item.address ?? "")) {
    line.append(element("a", "in the source itself", { href: item.address, rel: "noreferrer", "aria-label": `${item.title} in the source itself` }));
  }

  return line;
}

function clear() {
  running?.abort();
  running = null;
  at("answer").hidden = at("found").hidden = at("stop").hidden = true;
  ["text", "citations", "notices", "hits"].forEach((id) => at(id).replaceChildren());
  at("text").setAttribute("aria-busy", "false");
}

async function post(path, signal) {
  const response = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ text: question.value }), signal });
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new Error(response.status === 401 ? "Choose who reads first." : problem.detail ?? "That did not work. Try again in a minute.");
  }

  return response;
}

async function run(work) {
  clear();
  const own = new AbortController();
  running = own;
  at("stop").hidden = false;
  try {
    await work(own.signal);
  } catch (error) {
    if (running === own) {
      say(own.signal.aborted ? "Stopped." : error.message);
    }
  } finally {
    if (running === own) {
      at("text").setAttribute("aria-busy", "false");
      if (at("stop") === document.activeElement) {
        question.focus();
      }

      at("stop").hidden = true;
    }
  }
}

function summaryOf({ outcome, isComplete, citations }) {
  const sources = `${citations.length} ${citations.length === 1 ? "source" : "sources"}`;
  return outcome === "DontKnow" ? "Answered: nothing was found." : `Answered${isComplete ? "" : ", but not to its end"}: ${sources}.`;
}

async function ask(signal) {
  say("Looking it up …");
  const response = await post("answers", signal);
  at("answer").hidden = false;
  at("text").setAttribute("aria-busy", "true");
  let text = "";
  for await (const event of eventsOf(response)) {
    if (event.type === "failure") {
      throw new Error(event.data.message);
    }

    text = event.type === "text" ? text + event.data.text : event.data.text;
    show(text);
    if (event.type === "answer") {
      at("citations").replaceChildren(...event.data.citations.map(cite));
      at("notices").replaceChildren(...event.data.notices.map((notice) => element("li", notice)));
      at("citations-title").hidden = event.data.citations.length === 0;
      say(summaryOf(event.data));
    }
  }
}

async function search(signal) {
  say("Searching …");
  const page = await (await post("search", signal)).json();
  at("found").hidden = false;
  at("hits").replaceChildren(...page.hits.map((hit) => {
    const item = document.createElement("li");
    item.append(element("a", hit.title, { href: pageOf(hit) }), origin(hit), element("div", hit.excerpt));
    return item;
  }));
  const missing = page.missing.length ? ` Not all of ${page.missing.join(", ")} could be asked.` : "";
  say(`${page.hits.length === 0 ? "Nothing" : page.hits.length} found.${missing}`);
}

async function signIn(name) {
  clear();
  const response = await fetch("session", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ name }) });
  say(response.ok ? `You read as ${name}.` : "That reader can't be tried.");
}

async function start() {
  const session = await (await fetch("session")).json();
  at("readers").replaceChildren(...session.readers.map((name) => {
    const label = element("label", "");
    const choice = element("input", "", { type: "radio", name: "reader", value: name });
    choice.checked = name === session.reader;
    choice.addEventListener("change", () => signIn(name));
    label.append(choice, name);
    return label;
  }));
  say(session.reader ? `You read as ${session.reader}.` : session.readers.length ? "Choose who reads, then ask." : "Sign in to ask.");
}

at("ask").addEventListener("submit", (event) => {
  event.preventDefault();
  run(ask);
});
at("session").addEventListener("submit", (event) => event.preventDefault());
at("search").addEventListener("click", () => question.reportValidity() && run(search));
at("stop").addEventListener("click", () => running?.abort());
question.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    at("ask").requestSubmit();
  }
});
await start();
