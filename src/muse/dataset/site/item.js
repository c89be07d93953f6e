"use strict";
// One item: how a shop shows it, what a model saw in its picture, and the conversations that speak of it.

const place = document.getElementById("item");

async function show() {
  const { id } = asked();
  const { rows, shard } = MUSE.get("items");
  const position = rows.findIndex((row) => row[0] === id);
  if (position < 0) {
    problem(place, id ? `There is no item “${id}” in these conversations.` : "No item was asked for: choose one from the list.");
    return;
  }
  try {
    draw((await MUSE.load(`items-${Math.floor(position / shard)}`))[position % shard]);
  } catch (error) {
    problem(place, `This item cannot be shown: ${error.message}.`);
  }
}

function draw(it) {
  document.title = `${it.title} · MUSE`;
  place.replaceChildren(h("h1", { dir: "auto" }, it.title), h("div", { class: "product-page" },
    picture(it.picture, it.title),
    it.absent ? h("p", { class: "notice" }, "The catalog has no item with this id; conversations name it.") : details(it)),
  h("h2", {}, `In ${it.conversations.length} conversation${it.conversations.length === 1 ? "" : "s"}`),
  h("ul", { class: "uses" }, it.conversations.map(([id, part, name, scenario]) => h("li", {},
    h("a", { href: conversationLink(id), dir: "auto" }, name || id), " ", chip(part, part),
    h("p", { dir: "auto" }, scenario)))));
}

function details(it) {
  return h("div", {},
    it.description ? h("p", { class: "lead", dir: "auto" }, it.description) : null,
    it.features.length ? h("ul", {}, it.features.map((each) => h("li", { dir: "auto" }, each))) : null,
    facts([["Category", it.categories.join(" › ")], ["Price", it.price === null ? null : `$${it.price.toFixed(2)}`],
      ["Store", it.store], ["Source", it.source], ["Id", it.item_id]]),
    it.visual_description ? h("h2", {}, "What a model saw in the picture") : null,
    it.visual_description ? h("p", { dir: "auto" }, it.visual_description) : null);
}

window.addEventListener("hashchange", show);
show();
