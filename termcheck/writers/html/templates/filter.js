
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
  const what = view?.matches(".entities") ? several(visibleEntities(), "concept") : several(shown.length, "finding");
  say(`${what} shown`);
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
