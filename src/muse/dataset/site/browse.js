"use strict";
// The lists of conversations and of items: search, filters, pages; the address keeps what was chosen.

const PER_PAGE = 24;
const form = document.getElementById("filters");
const results = document.getElementById("results");
const browsing = document.body.dataset.page === "items" ? items() : conversations();
let shown = 0; // how often something was asked for: an answer that a later question overtook is not drawn

function conversations() {
  const { facets, rows } = MUSE.get("index");
  return {
    what: ["conversation", "conversations"],
    facets,
    count: (kind) => tally(rows.map((row) => row[ROW.indexOf(kind === "action" ? "actions" : kind)]), facets[kind]),
    found: async (choice) => (await find(choice)).map((place) => named(rows[place], ROW)),
    card: (it, choice) => {
      const [group, category, split, reached] = ["group", "category", "split", "reached"].map((kind) => facets[kind][it[kind]]);
      const score = it.score === null ? [] : [`score ${it.score}/6`];
      return card(conversationLink(it.id, choice), it.picture, it.target, it.name || it.id,
        h("p", { class: "kind", dir: "auto" }, `${group} · ${category}`),
        h("p", { class: "clip", dir: "auto" }, it.scenario),
        h("p", { class: "meta" }, chip(REACHED[reached] ?? reached, reached),
          h("span", {}, [`${it.utterances} utterances`, ...score, split].join(" · "))));
    },
  };
}

function items() {
  const all = MUSE.get("items").rows.map((row) => named(row, ITEM_ROW));
  const facets = { category: [...new Set(all.map((it) => it.category))].sort() };
  const texts = all.map((it) => words([it.id, it.title, it.category].join(" ")));
  return {
    what: ["item", "items"],
    facets,
    count: () => tally(all.map((it) => facets.category.indexOf(it.category)), facets.category),
    found: async (choice) => {
      const typed = words(choice.get("q") ?? "");
      return all.filter((it, place) => (!choice.get("category") || it.category === choice.get("category"))
        && typed.every((start) => texts[place].some((word) => word.startsWith(start))));
    },
    card: (it) => card(itemLink(it.id), it.picture, it.title, it.title, h("p", { class: "kind", dir: "auto" }, it.category),
      h("p", { class: "meta" }, `${it.conversations} conversation${it.conversations === 1 ? "" : "s"}`)),
  };
}

function card(link, file, title, heading, ...lines) {
  return h("li", { class: "card" }, h("a", { href: link }, picture(file, title),
    h("div", {}, h("h2", { dir: "auto" }, heading), ...lines)));
}

function tally(columns, values) {
  const counts = values.map(() => 0);
  for (const column of columns) for (const place of [column].flat()) counts[place] += 1;
  return counts;
}

for (const [kind, values] of Object.entries(browsing.facets)) {
  const counts = browsing.count(kind);
  const select = form.elements[kind];
  values.forEach((value, place) => select.append(h("option", { value }, `${REACHED[value] ?? value} (${counts[place]})`)));
}

function chosen() {
  return new URLSearchParams(location.hash.slice(1));
}

async function show() {
  const choice = chosen();
  for (const control of form.elements) {
    if (control.name && document.activeElement !== control) control.value = choice.get(control.name) ?? "";
  }
  const asking = ++shown;
  let found;
  try {
    found = await browsing.found(choice);
  } catch (error) {
    results.replaceChildren();
    document.getElementById("found").textContent = `Nothing can be searched for: ${error.message}.`;
    return;
  }
  if (asking === shown) draw(found, choice);
}

function draw(found, choice) {
  const last = Math.max(1, Math.ceil(found.length / PER_PAGE));
  const page = Math.min(Math.max(1, Number(choice.get("page")) || 1), last);
  const from = (page - 1) * PER_PAGE;
  const kept = new URLSearchParams([...choice].filter(([name, value]) => form.elements[name] && value));
  results.replaceChildren(...found.slice(from, from + PER_PAGE).map((it) => browsing.card(it, kept)));
  results.start = from + 1;
  document.getElementById("found").textContent =
    `${found.length.toLocaleString("en")} ${browsing.what[found.length === 1 ? 0 : 1]}`
    + (last > 1 ? `, page ${page} of ${last}` : "");
  const link = (to, text) => (to < 1 || to > last ? null : h("a", { class: "button", href: address(choice, to) }, text));
  document.getElementById("pages").replaceChildren(
    ...[link(page > 2 ? 1 : 0, "First"), link(page - 1, "Previous"), link(page + 1, "Next"),
      link(page + 1 < last ? last : 0, "Last")].filter(Boolean));
}

function address(choice, page) {
  const next = new URLSearchParams(choice);
  if (page > 1) next.set("page", page);
  else next.delete("page");
  return `#${next}`;
}

form.addEventListener("input", () => {
  const next = new URLSearchParams();
  for (const control of form.elements) if (control.name && control.value) next.set(control.name, control.value);
  history.replaceState(null, "", `#${next}`);
  show();
});
form.addEventListener("reset", () => {
  history.replaceState(null, "", "#");
  setTimeout(show);
});
form.addEventListener("submit", (event) => event.preventDefault());
window.addEventListener("hashchange", () => {
  show();
  window.scrollTo(0, 0);
});
if (chosen().get("focus") === "search") form.elements.q.focus();
show();
