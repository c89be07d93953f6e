"use strict";
// What all pages share: data files, elements, links. Text reaches the page as text nodes, never as HTML.

const MUSE = (() => {
  const held = new Map();
  const waiting = new Map();

  // Data files call this with their content.
  function put(name, value) {
    held.set(name, value);
    waiting.get(name)?.resolve(value);
  }

  // The content of a data file, loaded by a script tag: from disk a page may run scripts but not fetch.
  function load(name) {
    if (held.has(name)) return Promise.resolve(held.get(name));
    if (!waiting.has(name)) {
      const script = document.createElement("script");
      script.src = `data/${name}.js`;
      const promise = new Promise((resolve, reject) => {
        waiting.set(name, { resolve });
        script.onerror = () => reject(new Error(`data/${name}.js is missing`));
      });
      waiting.get(name).promise = promise;
      document.head.append(script);
    }
    return waiting.get(name).promise;
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

// What the address asks for: `#id?q=words&split=test`. An address cut short is taken as it stands.
function asked() {
  const [id, ...rest] = location.hash.slice(1).split("?");
  try {
    return { id: decodeURIComponent(id), choice: new URLSearchParams(rest.join("?")) };
  } catch {
    return { id, choice: new URLSearchParams() };
  }
}

function conversationLink(id, choice = "") {
  return `conversation.html#${encodeURIComponent(id)}${String(choice) && `?${choice}`}`;
}
const itemLink = (id) => `item.html#${encodeURIComponent(id)}`;

function picture(file, title) {
  if (!file) return h("div", { class: "nopicture", role: "img", "aria-label": `No picture of ${title}` }, "no picture");
  return h("img", { src: file, alt: title, loading: "lazy", decoding: "async" });
}

function chip(text, kind) {
  return h("span", { class: "chip", "data-kind": kind, dir: "auto" }, text);
}

const REACHED = {
  retrieved: "found by search",
  revealed: "revealed in the last round",
  "not reached": "not reached",
  unknown: "how it was reached is not said",
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
