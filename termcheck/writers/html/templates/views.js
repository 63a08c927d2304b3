"use strict";

const $ = (id) => document.getElementById(id);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const main = $("main");
const cards = all(".card");
const rows = all(".row");
const views = all(".view");
const rowOf = new Map(cards.map((card) => [card, card.closest(".row")]));
const viewOf = (element) => element.closest(".view");

// What is marked for each finding, in either text.
const marks = all("mark, .answer").map((element) => ({ element, numbers: element.dataset.findings.split(" ") }));
const marksOf = new Map();
for (const { element, numbers } of marks) {
  for (const number of numbers) marksOf.set(number, [...(marksOf.get(number) ?? []), element]);
}
const numberOf = (card) => card.id.slice(1);
const say = (words) => { $("said").textContent = words; };
const several = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;

// Remembered where the browser lets a file remember.
const memory = {
  get(key) { try { return localStorage.getItem(`termcheck-${key}`); } catch { return null; } },
  set(key, value) { try { localStorage.setItem(`termcheck-${key}`, value); } catch { /* private */ } },
};

// Views: one document's text or entities, the checks, the list of documents.
let view = views.find((one) => one.matches("#documents")) ?? views[0];
let sheet = "0";
function show(next) {
  view = next;
  sheet = view?.dataset.sheet ?? sheet;
  for (const one of views) one.hidden = one !== view;
  const kind = ["documents", "checks", "entities", "text"].find((name) => view?.classList.contains(name));
  for (const link of all(".views a")) {
    if (link.dataset.view === "text") link.hash = `d${sheet}`;
    if (link.dataset.view === "entities") link.hash = `d${sheet}-entities`;
    if (link.dataset.view === kind) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  if ($("document")) $("document").value = sheet;
  const strip = $("strip");
  if (strip) strip.hidden = kind !== "text";
  filterEntities();
  tellEmpty();
  dispatchEvent(new Event("termcheck:view"));
}
