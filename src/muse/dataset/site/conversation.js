"use strict";
// One conversation: the chat, the profile beside it, scores, what the rewriter changed, who wrote it.

const place = document.getElementById("conversation");
const rows = MUSE.get("index").rows;
const DIFF_LIMIT = 1e6; // cells of the comparison; a longer pair is shown whole, one above the other

async function show() {
  const id = wanted();
  const position = rows.findIndex((row) => row[0] === id);
  if (position < 0) {
    problem(place, id ? `There is no conversation “${id}”.` : "No conversation was asked for: choose one from the list.");
    return;
  }
  const { shard } = MUSE.get("index");
  try {
    const part = await MUSE.load(`conversations-${Math.floor(position / shard)}`);
    draw(part[position % shard], position);
  } catch (error) {
    problem(place, `This conversation cannot be shown: ${error.message}.`);
  }
}

function draw(it, position) {
  const { persona } = it.profile;
  document.title = `${persona.name || it.conversation_id} · MUSE`;
  place.replaceChildren(
    h("div", { class: "heading" }, h("h1", { dir: "auto" }, persona.name || it.conversation_id), neighbours(position)),
    writer(it.provenance),
    h("p", { class: "narrow" }, h("button", { type: "button", id: "jump" }, "Profile, scores and provenance ↓")),
    h("div", { class: "two" },
      h("section", { class: "chat", "aria-label": "Conversation" }, h("ol", {}, it.turns.map((turn) => message(turn, it)))),
      h("aside", { "aria-label": "About this conversation" }, profile(it), target(it), review(it), ...judged(it), provenance(it))));
  document.getElementById("jump").addEventListener("click", () => document.querySelector("aside").scrollIntoView());
  window.scrollTo(0, 0);
}

function neighbours(position) {
  const link = (to, text, rel) => (rows[to] ? h("a", { href: conversationLink(rows[to][0]), rel }, text) : null);
  return h("nav", { class: "pages", "aria-label": "Neighbouring conversations" },
    link(position - 1, "← Previous", "prev"), h("span", {}, `${position + 1} of ${rows.length}`),
    link(position + 1, "Next →", "next"));
}

function writer({ writer: name, scripted }) {
  return h("p", { class: scripted ? "writer scripted" : "writer" }, scripted
    ? `Written by the offline model (${name}): a script, neither a language model nor a person.`
    : `Written by ${name}.`);
}

function message(turn, it) {
  const named = turn.items.filter((item) => !turn.images.includes(item));
  return h("li", { class: `message ${turn.speaker}` },
    h("p", { class: "who" }, turn.speaker === "user" ? (it.profile.persona.name || "User") : "Assistant", " ",
      h("span", { class: "chip", "data-kind": turn.action }, turn.action)),
    h("div", { class: turn.text.length > 4000 ? "text long" : "text", dir: "auto",
      tabindex: turn.text.length > 4000 ? 0 : null }, turn.text),
    turn.images.length ? h("ul", { class: "shown" }, turn.images.map((item) => h("li", {}, product(item, it)))) : null,
    named.length ? h("p", { class: "small" }, "about: ", named.map((item) =>
      h("a", { href: itemLink(item), dir: "auto" }, it.item_titles[item] ?? item))) : null,
    turn.query ? h("p", { class: "small" }, "searched for: ", h("q", { dir: "auto" }, turn.query)) : null,
    rewriting(turn));
}

function product(item, it) {
  const title = it.item_titles[item] ?? item;
  return h("a", { href: itemLink(item), class: item === it.profile.target_item ? "product target" : "product" },
    picture(it.pictures[item], title), h("span", { dir: "auto" }, title),
    item === it.profile.target_item ? h("span", { class: "chip", "data-kind": "accept" }, "target") : null);
}

function rewriting(turn) {
  const parts = [];
  if (turn.original_text !== null && turn.original_text !== turn.text) {
    parts.push(h("details", {}, h("summary", {}, turn.colloquial ? "rewritten, colloquially" : "rewritten"),
      h("p", { dir: "auto" }, difference(turn.original_text, turn.text))));
  }
  if (turn.refused_text) {
    parts.push(h("details", {}, h("summary", {}, "a rewrite was refused: it moved the meaning"),
      h("p", { dir: "auto" }, difference(turn.text, turn.refused_text))));
  }
  return parts.length ? h("div", { class: "rewriting" }, parts) : null;
}

// Words taken out and put in, by the longest common subsequence (Wagner and Fischer 1974).
function difference(before, after) {
  const [a, b] = [before, after].map((text) => text.split(/(?<=\s)/));
  if (a.length * b.length > DIFF_LIMIT) return [h("del", {}, before), " ", h("ins", {}, after)];
  const width = b.length + 1;
  const common = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] = a[i].trim() === b[j].trim() ? common[(i + 1) * width + j + 1] + 1
        : Math.max(common[(i + 1) * width + j], common[i * width + j + 1]);
    }
  }
  const parts = [];
  const add = (tag, word) => {
    const last = parts.at(-1);
    if (last && last.tag === tag) last.text += word;
    else parts.push({ tag, text: word });
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i].trim() === b[j].trim()) {
      add("span", b[j]);
      i++;
      j++;
    } else if (i < a.length && (j === b.length || common[(i + 1) * width + j] >= common[i * width + j + 1])) {
      add("del", a[i++]);
    } else add("ins", b[j++]);
  }
  return parts.flatMap(({ tag, text }) => [h(tag, {}, text.trimEnd()), " "]);
}

function profile(it) {
  const { persona, reason, scenario, requirements } = it.profile;
  const who = [persona.gender, persona.age >= 0 ? `${persona.age} years` : null, persona.profession].filter(Boolean).join(", ");
  return h("section", { class: "panel" }, h("h2", {}, "Profile"),
    facts([["Who", who], ["Why", `${reason.group}: ${reason.text}`]]),
    h("h3", {}, "Scenario"), h("p", { dir: "auto", class: "scenario" }, scenario),
    requirements.length ? h("h3", {}, "Requirements") : null,
    requirements.length ? h("ul", {}, requirements.map((each) => h("li", { dir: "auto" }, each))) : null);
}

function target(it) {
  return h("section", { class: "panel" }, h("h2", {}, "Target item"), product(it.profile.target_item, it),
    facts([["Category", it.profile.category], ["Reached", REACHED[it.reached] ?? it.reached], ["Opening", it.opening]]),
    it.absent.length ? h("p", { class: "notice" }, `Not in the catalog: ${it.absent.join(", ")}`) : null);
}

function review(it) {
  if (!it.review) return h("section", { class: "panel" }, h("h2", {}, "Scores"), h("p", {}, "Not reviewed."));
  const names = { content_quality: "Content quality", logical_fluency: "Logical fluency", user_consistency: "User consistency" };
  return h("section", { class: "panel" }, h("h2", {}, "Scores of the reviewer"),
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
  return [...judges].map(([name, lines]) => h("section", { class: "panel" }, h("h2", {}, "Scores of a judge (1 to 5)"),
    h("p", { class: "small" }, `Judge: ${name}`), facts(lines)));
}

function provenance(it) {
  const { writer: name, scripted, seed, prompts } = it.provenance;
  return h("section", { class: "panel" }, h("h2", {}, "Provenance"),
    facts([["Id", it.conversation_id], ["Profile", it.profile.profile_id], ["Split", it.split], ["Writer", name],
      ["Kind", scripted ? "offline model (scripted)" : "model"], ["Seed", String(seed)]]),
    h("details", {}, h("summary", {}, `Prompts (${Object.keys(prompts).length})`),
      facts(Object.entries(prompts).map(([prompt, digest]) => [prompt, h("code", {}, digest)]))));
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, .long")) return;
  const rel = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
  const link = rel && document.querySelector(`a[rel=${rel}]`);
  if (link) location.href = link.href;
});
window.addEventListener("hashchange", show);
show();
