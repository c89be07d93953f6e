"use strict";
// What all pages share: data files, elements, links. Text reaches the page as text nodes, never as HTML.

const MUSE = (() => {
  const held = new Map();
  const waiting = new Map();

  // Data files call this with their content.
  function put(name, value) {
    held.set(name, value);
    if (waiting.has(name)) waiting.get(name)(value);
  }

  // The content of a data file, loaded by a script tag: from disk a page may run scripts but not fetch.
  function load(name) {
    if (held.has(name)) return Promise.resolve(held.get(name));
    return new Promise((resolve, reject) => {
      waiting.set(name, resolve);
      const script = document.createElement("script");
      script.src = `data/${name}.js`;
      script.onerror = () => reject(new Error(`data/${name}.js is missing`));
      document.head.append(script);
    });
  }

  return { put, load, get: (name) => held.get(name) };
})();

// An element with attributes and children (nodes or text); null children are left out.
function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

const ROW = ["id", "group", "category", "actions", "split", "reached", "opening", "name", "scenario", "target", "picture",
  "utterances", "score"];
const ITEM_ROW = ["id", "title", "category", "picture", "conversations"];

function named(row, columns) {
  return Object.fromEntries(columns.map((column, place) => [column, row[place]]));
}

const wanted = () => decodeURIComponent(location.hash.slice(1));
const conversationLink = (id) => `conversation.html#${encodeURIComponent(id)}`;
const itemLink = (id) => `item.html#${encodeURIComponent(id)}`;

function picture(file, title) {
  if (!file) return h("div", { class: "nopicture", role: "img", "aria-label": `No picture of ${title}` }, "no picture");
  return h("img", { src: file, alt: title, loading: "lazy", decoding: "async" });
}

const REACHED = {
  retrieved: "found by search",
  revealed: "revealed in the last round",
  "not reached": "not reached",
};

function facts(pairs) {
  const list = h("dl", {});
  for (const [name, value] of pairs) {
    if (value === null || value === undefined || value === "") continue;
    list.append(h("dt", {}, name), h("dd", { dir: "auto" }, value));
  }
  return list;
}

function problem(place, text) {
  place.replaceChildren(h("p", { class: "notice", role: "alert" }, text));
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea");
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/" && !typing) {
    const search = document.querySelector("input[type=search]");
    event.preventDefault();
    if (search) search.focus();
    else location.href = "index.html#focus=search";
  }
});
