"use strict";
// Which conversations the words and filters in an address find: shared by the list and the conversation's page.

const KINDS = ["group", "category", "action", "split", "reached", "opening"];

// Words without case and accents, as site/words.py makes them.
function words(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
}

// The places of the conversations that hold a word that begins so.
function holding(start, index) {
  const places = new Set();
  index.words.forEach((word, at) => {
    if (!word.startsWith(start)) return;
    let place = 0;
    for (const gap of index.places[at].split(" ")) places.add(place += parseInt(gap, 36));
  });
  return places;
}

// Ascending places of the conversations that fit: every word typed, every filter set. Words are loaded when asked for.
async function find(choice) {
  const { facets, rows } = MUSE.get("index");
  const set = KINDS.filter((kind) => choice.get(kind))
    .map((kind) => [ROW.indexOf(kind === "action" ? "actions" : kind), facets[kind].indexOf(choice.get(kind))]);
  const typed = words(choice.get("q") ?? "");
  const index = typed.length ? await MUSE.load("words") : null;
  const held = typed.map((word) => holding(word, index));
  return [...rows.keys()].filter((place) => held.every((places) => places.has(place))
    && set.every(([column, value]) => [rows[place][column]].flat().includes(value)));
}

// The text as nodes, with the words that were searched for marked.
function marked(text, typed) {
  if (!typed.length) return [text];
  return text.split(/([\p{L}\p{N}\p{M}_]+)/gu).map((part, at) =>
    at % 2 && words(part).some((word) => typed.some((start) => word.startsWith(start))) ? h("mark", {}, part) : part);
}
