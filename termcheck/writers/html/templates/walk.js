
// The finding that one is at: its words in full, its text marked in both languages.
let current = null;
let showsWhy = memory.get("why") !== "no";
function mark(card) {
  for (const [one, on] of [[current, false], [card, true]]) {
    if (!one) continue;
    one.classList.toggle("current", on);
    if (on) one.setAttribute("aria-current", "true");
    else one.removeAttribute("aria-current");
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
