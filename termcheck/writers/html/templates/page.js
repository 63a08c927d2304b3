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

// Filters: a finding is shown when it is of every kind that is asked for.
const filter = { words: "", severities: new Set(), family: "", entity: "" };
const wordsOf = new Map();
function saidIn(element) {
  if (!wordsOf.has(element)) wordsOf.set(element, element.textContent.toLocaleLowerCase());
  return wordsOf.get(element);
}
const matches = (card) =>
  filter.severities.has(card.dataset.severity) &&
  (!filter.family || card.dataset.family === filter.family) &&
  (!filter.entity || card.dataset.entities.split(" ").includes(filter.entity)) &&
  (!filter.words || saidIn(card).includes(filter.words));
let shown = cards;

function applyFilter() {
  shown = cards.filter(matches);
  const on = new Set(shown);
  const numbers = new Set(shown.map(numberOf));
  for (const card of cards) card.hidden = !on.has(card);
  for (const { element, numbers: own } of marks) {
    element.classList.toggle("off", !own.some((number) => numbers.has(number)));
  }
  const found = new Set(shown.map((card) => rowOf.get(card)));
  for (const row of rows) row.classList.toggle("bare", !found.has(row));
  for (const button of all(".severity")) {
    button.setAttribute("aria-pressed", filter.severities.has(button.dataset.severity));
  }
  for (const button of all(".family")) {
    button.setAttribute("aria-pressed", button.dataset.family === filter.family);
  }
  if ($("family")) $("family").value = filter.family;
  if ($("entity")) $("entity").value = filter.entity;
  if (current && !on.has(current)) mark(null);
  tellPlace();
  tellEmpty();
  filterEntities();
  dispatchEvent(new Event("termcheck:filter"));
}
function change(part) {
  Object.assign(filter, part);
  applyFilter();
  say(view?.matches(".entities") ? `${several(visibleEntities(), "entity").replace("entitys", "entities")} shown` : `${several(shown.length, "finding")} shown`);
}
function tellEmpty() {
  $("none").hidden = shown.length > 0 || !cards.length || !view?.matches(".text");
}
const clear = () => {
  if ($("search")) $("search").value = "";
  change({ words: "", family: "", entity: "", severities: new Set(cards.map((card) => card.dataset.severity)) });
};

// Entities follow the words that are searched for, and a choice of their own.
let kind = "";
const visibleEntities = () => all(".entity:not([hidden])", view).length;
function filterEntities() {
  if (!view?.matches(".entities")) return;
  for (const entity of all(".entity", view)) {
    entity.hidden = Boolean(kind && !entity.classList.contains(kind)) ||
      Boolean(filter.words && !saidIn(entity).includes(filter.words));
  }
  for (const button of all(".kinds button", view)) {
    button.setAttribute("aria-pressed", button.dataset.kind === kind);
  }
  view.querySelector(".none").hidden = visibleEntities() > 0 || !view.querySelector(".entity");
}

// The finding that one is at: its words in full, its text marked in both languages.
let current = null;
let showsWhy = memory.get("why") !== "no";
function mark(card) {
  for (const [one, on] of [[current, false], [card, true]]) {
    if (!one) continue;
    one.classList.toggle("current", on);
    one.toggleAttribute("aria-current", on);
    rowOf.get(one).classList.toggle("lit", on);
    for (const element of marksOf.get(numberOf(one)) ?? []) element.classList.toggle("lit", on);
  }
  current = card;
  explain();
  tellPlace();
}
function explain() {
  main.querySelector(".why")?.remove();
  const reason = $(`check-${current?.dataset.check.replace("/", "-")}`)?.querySelector(".reason");
  if (!current || !showsWhy || !reason) return;
  const why = document.createElement("div");
  why.className = "why";
  why.append(reason.cloneNode(true));
  rowOf.get(current).append(why);
}
function tellPlace() {
  if (!$("at")) return;
  const place = shown.indexOf(current);
  $("at").value = place < 0 ? several(shown.length, "finding") : `${place + 1} of ${shown.length}`;
}

// What stands at a height of the window, found by halves: each look at the layout of what is out of sight costs time.
const isBefore = (one, other) => Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
function endsBelow(elements, height) {
  let [low, high] = [0, elements.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (elements[middle].getBoundingClientRect().bottom < height) low = middle + 1;
    else high = middle;
  }
  return elements[Math.min(low, elements.length - 1)];
}
function rowAt(height) {
  const onlyFound = $("only")?.checked;
  const leaf = endsBelow(all(".leaf", view), height);
  const inIt = leaf && [...leaf.children].filter((row) => !onlyFound || !row.matches(".bare"));
  return inIt?.length ? endsBelow(inIt, height) : leaf?.firstElementChild;
}

// Twice: what comes into sight by the first turn may be higher or lower than was thought.
function bring(element, block = "center") {
  const turn = () => element.scrollIntoView({ block });
  turn();
  requestAnimationFrame(() => requestAnimationFrame(turn));
}

let planned = 0;
function go(card) {
  if (viewOf(card) !== view) show(viewOf(card));
  mark(card);
  rowOf.get(card).classList.remove("bare");
  const box = card.getBoundingClientRect();
  bring(card, box.height > innerHeight / 2 ? "start" : "center");
  card.focus({ preventScroll: true });
  dispatchEvent(new Event("termcheck:current"));
  clearTimeout(planned); // browsers stop a page that rewrites its address at every key
  planned = setTimeout(() => history.replaceState(null, "", `#${card.id}`), 400);
}
function step(by) {
  if (!shown.length) return;
  const at = shown.indexOf(current);
  if (at >= 0) return go(shown[(at + by + shown.length) % shown.length]);
  // From where one has read to.
  const top = document.querySelector(".controls").getBoundingClientRect().bottom;
  const row = view?.matches(".text") ? rowAt(top) : null;
  const ahead = row ? shown.findIndex((card) => viewOf(card) === view && !isBefore(rowOf.get(card), row)) : 0;
  const start = ahead < 0 ? shown.length : ahead;
  go(shown[(by > 0 ? start : start - 1 + shown.length) % shown.length]);
}

// Somebody points at a finding: the page stays where it is while the card opens.
function choose(card, anchor) {
  const before = anchor.getBoundingClientRect().top;
  mark(card);
  scrollBy(0, anchor.getBoundingClientRect().top - before);
  card.focus({ preventScroll: true });
  dispatchEvent(new Event("termcheck:current"));
}
main.addEventListener("click", (event) => {
  if (String(getSelection())) return; // somebody copies the text
  const about = event.target.closest(".about");
  if (about) {
    change({ entity: about.dataset.entity, words: "", family: "", severities: new Set(["error", "warning", "hint"]) });
    $("search").value = "";
    return go($(about.dataset.first));
  }
  const chosen = event.target.closest(".kinds button");
  if (chosen) {
    kind = chosen.dataset.kind;
    return filterEntities();
  }
  if (event.target.closest("a, button")) return;
  const card = event.target.closest(".card");
  if (card) return card !== current && choose(card, card);
  const words = event.target.closest("mark:not(.off)");
  if (!words) return;
  const own = words.dataset.findings.split(" ").map((number) => $(`f${number}`)).filter((one) => one && !one.hidden);
  const next = own[(own.indexOf(current) + 1) % own.length]; // a second click: the next one about these words
  if (next) choose(next, words);
});

// Links into the page open the view that holds what they name.
let pointed = null;
function follow() {
  const target = $(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  if (target.matches(".view")) {
    const same = target === view;
    show(target);
    if (!same) scrollTo(0, Math.min(scrollY, document.querySelector("header").offsetHeight));
    return;
  }
  const holder = viewOf(target);
  if (!holder) return;
  if (target.matches(".card")) {
    if (target.hidden) clear();
    return go(target);
  }
  if (holder !== view) show(holder);
  pointed?.classList.remove("shown-to");
  pointed = target.matches(".block") ? target : null;
  pointed?.classList.add("shown-to");
  bring(target);
}
addEventListener("hashchange", follow);
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (link && link.hash === location.hash) follow(); // the browser would stay
});

// Controls.
$("search")?.addEventListener("input", (event) => change({ words: event.target.value.trim().toLocaleLowerCase() }));
$("family")?.addEventListener("change", (event) => change({ family: event.target.value }));
$("entity")?.addEventListener("change", (event) => change({ entity: event.target.value }));
$("document")?.addEventListener("change", (event) => { location.hash = `d${event.target.value}`; });
$("clear")?.addEventListener("click", clear);
$("previous")?.addEventListener("click", () => step(-1));
$("next")?.addEventListener("click", () => step(1));
$("only")?.addEventListener("change", () => main.classList.toggle("only-found", $("only").checked));
for (const button of all(".family")) {
  button.addEventListener("click", () =>
    change({ family: filter.family === button.dataset.family ? "" : button.dataset.family }));
}
function toggleSeverity(name) {
  const severities = new Set(filter.severities);
  if (!severities.delete(name)) severities.add(name);
  change({ severities });
}
for (const button of all(".severity")) {
  if (button.getAttribute("aria-pressed") === "true") filter.severities.add(button.dataset.severity);
  button.addEventListener("click", () => toggleSeverity(button.dataset.severity));
}

// Light and dark: the system's, until one is chosen.
const isDark = () => (document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
function setTheme(theme) {
  if (theme) document.documentElement.dataset.theme = theme;
  $("theme").setAttribute("aria-pressed", isDark());
  dispatchEvent(new Event("termcheck:theme"));
}
function switchTheme() {
  const theme = isDark() ? "light" : "dark";
  memory.set("theme", theme);
  setTheme(theme);
}
$("theme").addEventListener("click", switchTheme);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => setTheme());

const help = $("help");
$("how").addEventListener("click", () => help.showModal());
help.addEventListener("click", (event) => { if (event.target === help) help.close(); });

const keys = {
  j: () => step(1), ArrowRight: () => step(1), k: () => step(-1), ArrowLeft: () => step(-1),
  w() {
    showsWhy = !showsWhy;
    memory.set("why", showsWhy ? "yes" : "no");
    explain();
  },
  "/": () => $("search")?.focus(),
  1: () => toggleSeverity("error"), 2: () => toggleSeverity("warning"), 3: () => toggleSeverity("hint"),
  o: () => $("only")?.click(),
  x: clear,
  t: () => { location.hash = `d${sheet}`; },
  e: () => { location.hash = `d${sheet}-entities`; },
  d: switchTheme,
  "?": () => help.showModal(),
};
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
  const field = event.target.closest?.("input:not([type='checkbox']), select");
  if (event.key === "Escape" && field) return field.blur();
  if (event.key === "Enter" && field?.id === "search") return step(1);
  if (field || !Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
});

setTheme(memory.get("theme"));
show(view);
applyFilter();
follow();
