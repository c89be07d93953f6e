"use strict";
// The lists of conversations and of items: search, filters, pages; the address keeps what was chosen.

const PER_PAGE = 24;
const form = document.getElementById("filters");
const results = document.getElementById("results");
const browsing = document.body.dataset.page === "items" ? items() : conversations();

function conversations() {
  const { facets, rows } = MUSE.get("index");
  const kinds = Object.keys(facets);
  return {
    what: ["conversation", "conversations"],
    facets,
    count: (kind) => tally(rows.map((row) => row[ROW.indexOf(kind === "action" ? "actions" : kind)]), facets[kind]),
    rows: rows.map((row) => {
      const it = named(row, ROW);
      it.values = Object.fromEntries(kinds.map((kind) => [kind, kind === "action"
        ? it.actions.map((place) => facets.action[place]) : [facets[kind][it[kind]]]]));
      it.text = [it.id, it.name, it.scenario, it.target, it.values.category, it.values.group].join("\n").toLowerCase();
      return it;
    }),
    card: (it) => h("li", { class: "card" },
      h("a", { href: conversationLink(it.id) }, picture(it.picture, it.target),
        h("div", {}, h("h2", { dir: "auto" }, it.name || it.id), h("p", { class: "clip", dir: "auto" }, it.scenario),
          h("p", { class: "chips" }, chip(it.values.group[0]), chip(it.values.category[0]), chip(it.values.split[0]),
            chip(REACHED[it.values.reached[0]] ?? it.values.reached[0], it.values.reached[0]),
            chip(`${it.utterances} utterances`), it.score === null ? null : chip(`score ${it.score} of 6`))))),
  };
}

function items() {
  const { rows } = MUSE.get("items");
  const all = rows.map((row) => named(row, ITEM_ROW));
  const facets = { category: [...new Set(all.map((it) => it.category))].sort() };
  for (const it of all) {
    it.values = { category: [it.category] };
    it.text = [it.id, it.title, it.category].join("\n").toLowerCase();
  }
  return {
    what: ["item", "items"],
    facets,
    count: () => tally(all.map((it) => facets.category.indexOf(it.category)), facets.category),
    rows: all,
    card: (it) => h("li", { class: "card" }, h("a", { href: itemLink(it.id) }, picture(it.picture, it.title),
      h("div", {}, h("h2", { dir: "auto" }, it.title), h("p", { class: "chips" }, chip(it.category),
        chip(`${it.conversations} conversation${it.conversations === 1 ? "" : "s"}`))))),
  };
}

function chip(text, kind) {
  return h("span", { class: "chip", "data-kind": kind, dir: "auto" }, text);
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

function show() {
  const choice = chosen();
  for (const control of form.elements) {
    if (control.name && document.activeElement !== control) control.value = choice.get(control.name) ?? "";
  }
  const words = (choice.get("q") ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const kinds = Object.keys(browsing.facets).filter((kind) => choice.get(kind));
  const found = browsing.rows.filter((it) => kinds.every((kind) => it.values[kind].includes(choice.get(kind)))
    && words.every((word) => it.text.includes(word)));
  const last = Math.max(1, Math.ceil(found.length / PER_PAGE));
  const page = Math.min(Math.max(1, Number(choice.get("page")) || 1), last);
  const from = (page - 1) * PER_PAGE;
  results.replaceChildren(...found.slice(from, from + PER_PAGE).map(browsing.card));
  results.start = from + 1;
  document.getElementById("found").textContent =
    `${found.length.toLocaleString("en")} ${browsing.what[found.length === 1 ? 0 : 1]}`
    + (last > 1 ? `, page ${page} of ${last}` : "");
  const link = (to, text) => (to < 1 || to > last ? null : h("a", { href: address(choice, to) }, text));
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
