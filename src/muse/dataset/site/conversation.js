"use strict";
// One conversation: the chat, the profile beside it, scores, what the rewriter changed, who wrote it.

const place = document.getElementById("conversation");
const { rows, shard } = MUSE.get("index");
const LONG_CHARS = 4000; // a longer utterance scrolls in its bubble
let typed = []; // the words that the list was searched for

async function show() {
  const { id, choice } = asked();
  const position = rows.findIndex((row) => row[0] === id);
  if (position < 0) {
    problem(place, id ? `There is no conversation “${id}”.` : "No conversation was asked for: choose one from the list.");
    return;
  }
  try {
    const [part, found] = await Promise.all([MUSE.load(`conversations-${Math.floor(position / shard)}`), find(choice)]);
    typed = words(choice.get("q") ?? "");
    draw(part[position % shard], neighbours(position, found, choice));
  } catch (error) {
    problem(place, `This conversation cannot be shown: ${error.message}.`);
  }
}

function draw(it, others) {
  const { persona, reason } = it.profile;
  document.title = `${persona.name || it.conversation_id} · MUSE`;
  const who = [persona.gender, persona.age > 0 ? `${persona.age} years` : null, persona.profession].filter(Boolean).join(", ");
  place.replaceChildren(
    h("div", { class: "heading" }, h("div", {}, h("h1", { dir: "auto" }, persona.name || it.conversation_id),
      h("p", { class: "kind", dir: "auto" }, [who, reason.text].filter(Boolean).join(" · "))), others),
    writer(it.provenance),
    h("div", { class: "two" },
      h("section", { class: "chat", "aria-label": "Conversation" }, tools(it), h("ol", {}, it.turns.map((turn) => message(turn, it)))),
      h("aside", { tabindex: 0, "aria-label": "About this conversation" }, profile(it, who), target(it), review(it), ...judged(it),
        provenance(it))));
  window.scrollTo(0, 0);
}

// Links to the conversations before and after, among those that the list had found.
function neighbours(position, found, choice) {
  const at = found.indexOf(position);
  const link = (to, text, rel) => (rows[to] ? h("a", { class: "button", href: conversationLink(rows[to][0], choice), rel }, text) : null);
  const narrowed = found.length < rows.length && at >= 0;
  const [before, after] = narrowed ? [found[at - 1], found[at + 1]] : [position - 1, position + 1];
  return h("nav", { class: "pages", "aria-label": "Neighbouring conversations" },
    narrowed ? h("a", { href: `index.html#${choice}` }, "All found") : null,
    link(before, "← Previous", "prev"),
    h("span", {}, narrowed ? `${at + 1} of ${found.length} found` : `${position + 1} of ${rows.length}`),
    link(after, "Next →", "next"));
}

function writer({ writer: name, scripted }) {
  return h("p", { class: scripted ? "writer scripted" : "writer" }, scripted
    ? `Written by the offline model (${name}): a script, neither a language model nor a person.`
    : `Written by ${name}.`);
}

function tools(it) {
  const jump = h("button", { type: "button", class: "narrow" }, "Profile and scores ↓");
  jump.addEventListener("click", () => document.querySelector("aside").focus());
  return h("div", { class: "tools" }, it.turns.some(rewriting) ? opener() : null, jump);
}

function opener() {
  const open = h("button", { type: "button", "aria-pressed": "false" }, "Show rewriting");
  open.addEventListener("click", () => {
    const on = open.getAttribute("aria-pressed") === "false";
    open.setAttribute("aria-pressed", on);
    for (const each of document.querySelectorAll(".rewriting details")) each.open = on;
  });
  return open;
}

function message(turn, it) {
  const named = turn.items.filter((item) => !turn.images.includes(item));
  const long = turn.text.length > LONG_CHARS;
  return h("li", { class: `message ${turn.speaker}` },
    h("p", { class: "who", dir: "auto" }, turn.speaker === "user" ? (it.profile.persona.name || "User") : "Assistant", " ",
      chip(turn.action, turn.action)),
    h("div", { class: "bubble" },
      h("div", { class: long ? "text long" : "text", dir: "auto", tabindex: long ? 0 : null }, marked(turn.text, typed)),
      turn.images.length ? h("ul", { class: "shown" }, turn.images.map((item) => h("li", {}, product(item, it)))) : null),
    named.length ? h("p", { class: "small" }, "about: ", named.map((item) =>
      h("a", { href: itemLink(item), dir: "auto" }, it.item_titles[item] ?? item))) : null,
    turn.query ? h("p", { class: "small" }, "searched for: ", h("q", { dir: "auto" }, turn.query)) : null,
    rewriting(turn));
}

function product(item, it) {
  const title = it.item_titles[item] ?? item;
  const target = item === it.profile.target_item;
  return h("a", { href: itemLink(item), class: target ? "product target" : "product" }, picture(it.pictures[item], title),
    h("span", {}, h("span", { dir: "auto" }, marked(title, typed)), target ? " " : null, target ? chip("target", "target") : null));
}

function rewriting(turn) {
  const parts = [];
  if (turn.original_text !== null && turn.original_text !== turn.text) {
    parts.push(h("details", {}, h("summary", {}, turn.colloquial ? "rewritten, colloquially" : "rewritten"),
      changes(["Before", "After"], turn.original_text, turn.text)));
  }
  if (turn.refused_text) {
    parts.push(h("details", {}, h("summary", {}, "a rewrite was refused: it moved the meaning"),
      changes(["Kept", "Refused"], turn.text, turn.refused_text)));
  }
  return parts.length ? h("div", { class: "rewriting" }, parts) : null;
}

function panel(heading, ...content) {
  return h("section", { class: "panel" }, h("h2", {}, heading), ...content);
}

function profile(it, who) {
  const { reason, scenario, requirements } = it.profile;
  return panel("Profile",
    facts([["Who", who], ["Why", [reason.group, reason.text].filter(Boolean).join(": ")]]),
    h("h3", {}, "Scenario"), h("p", { dir: "auto", class: "scenario" }, marked(scenario, typed)),
    requirements.length ? h("h3", {}, "Requirements") : null,
    requirements.length ? h("ul", {}, requirements.map((each) => h("li", { dir: "auto" }, marked(each, typed)))) : null);
}

function target(it) {
  return panel("Target item", product(it.profile.target_item, it),
    facts([["Category", it.profile.category], ["Reached", chip(REACHED[it.reached] ?? it.reached, it.reached)],
      ["Opening", it.opening]]),
    it.absent.length ? h("p", { class: "notice" }, `Not in the catalog: ${it.absent.join(", ")}`) : null);
}

function review(it) {
  if (!it.review) return panel("Scores", h("p", {}, "Not reviewed."));
  const names = { content_quality: "Content quality", logical_fluency: "Logical fluency", user_consistency: "User consistency" };
  return panel("Scores of the reviewer",
    Object.entries(names).map(([key, name]) => h("p", { class: "score" }, h("label", {}, name,
      h("meter", { min: 0, max: 2, value: it.review[key] }, String(it.review[key]))), ` ${it.review[key]} of 2`)),
    h("p", {}, it.review.fits_context ? "The recommended items fit the context." : "The recommended items do not fit the context."));
}

function judged(it) {
  const judges = new Map();
  for (const line of it.judged) {
    const name = line.scripted ? `${line.judge}, the offline model` : line.judge;
    judges.set(name, [...(judges.get(name) ?? []), [line.dimension.replaceAll("_", " "), line.score.toFixed(1)]]);
  }
  return [...judges].map(([name, lines]) => panel("Scores of a judge (1 to 5)", h("p", { class: "small" }, `Judge: ${name}`),
    facts(lines)));
}

function provenance(it) {
  const { writer: name, scripted, seed, prompts, models } = it.provenance;
  const more = (heading, entries) => (entries.length ? h("details", {}, h("summary", {}, `${heading} (${entries.length})`),
    facts(entries.map(([key, value]) => [key, h("code", {}, value)]))) : null);
  return panel("Provenance",
    facts([["Id", it.conversation_id], ["Profile", it.profile.profile_id], ["Split", it.split], ["Writer", name],
      ["Kind", scripted ? "offline model (scripted)" : "model"], ["Seed", String(seed)]]),
    more("Models by role", Object.entries(models)), more("Prompts by digest", Object.entries(prompts)));
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, .long")) return;
  const rel = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
  const link = rel && document.querySelector(`a[rel=${rel}]`);
  if (link) location.href = link.href;
});
window.addEventListener("hashchange", show);
show();
