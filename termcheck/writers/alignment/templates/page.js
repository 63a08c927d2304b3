"use strict";

const main = document.querySelector("main");
const passages = [...main.querySelectorAll(".passage")];

// Asking the layout would lay out the whole page, so what the filter hides is known by its class.
const only = document.getElementById("only");
const isShown = (element) => !only?.checked || element.closest(".row").matches(".near");

// What belongs to a pair: its passages, ribbons and notes.
const members = new Map();
for (const element of main.querySelectorAll("[data-pair]")) {
  const pair = element.dataset.pair;
  if (!members.has(pair)) members.set(pair, []);
  members.get(pair).push(element);
}

// Ribbons of moved passages run from row to row, so they are drawn where the rows have come to lie. Only those
// with an end in sight are: the others would be lines from nowhere to nowhere.
const SVG = "http://www.w3.org/2000/svg";
const LANES = 5; // ribbons side by side in the gutter
const crossings = document.createElementNS(SVG, "svg");
crossings.id = "crossings";
crossings.setAttribute("aria-hidden", "true");
main.append(crossings);
const inSight = new Set();
const drawn = new Map();

function anchor(passage, side, origin) {
  const box = passage.querySelector(".body").getBoundingClientRect();
  const line = passage.querySelector(".text").getBoundingClientRect();
  const x = side === "en" ? box.right : box.left;
  return [x - origin.left, line.top - origin.top + Math.min(line.height / 2, 13)];
}

function course(pair, origin) {
  const ends = members.get(pair).filter((element) => element.matches(".passage") && isShown(element));
  const left = ends.filter((end) => end.matches(".en")).map((end) => anchor(end, "en", origin));
  const right = ends.filter((end) => end.matches(".ru")).map((end) => anchor(end, "ru", origin));
  const lane = (1 + (Number(pair) % LANES)) / (LANES + 1);
  return left.flatMap(([x, y]) => right.map(([u, v]) => {
    const middle = x + (u - x) * lane;
    return `M${x} ${y}C${middle} ${y} ${middle} ${v} ${u} ${v}`;
  })).join("");
}

function drawCrossings() {
  const origin = main.getBoundingClientRect();
  const wanted = new Set([...inSight].map((passage) => passage.dataset.pair));
  for (const [pair, group] of drawn) {
    if (wanted.has(pair)) continue;
    group.remove();
    drawn.delete(pair);
  }
  const courses = [...wanted].map((pair) => [pair, course(pair, origin)]);
  for (const [pair, path] of courses) {
    if (!drawn.has(pair)) {
      const group = document.createElementNS(SVG, "g");
      const line = document.createElementNS(SVG, "path");
      line.setAttribute("class", "line");
      group.append(line);
      group.setAttribute("class", "crossing");
      group.classList.toggle("doubtful", members.get(pair)[0].matches(".doubtful"));
      group.classList.toggle("lit", pair === lit);
      drawn.set(pair, group);
      crossings.append(group);
    }
    drawn.get(pair).firstChild.setAttribute("d", path);
  }
}

let planned = 0;
function planCrossings() {
  cancelAnimationFrame(planned);
  planned = requestAnimationFrame(drawCrossings);
}

// The pair under the pointer or in focus.
let lit = null;
function light(pair) {
  if (pair === lit) return;
  for (const [key, on] of [[lit, false], [pair, true]]) {
    for (const element of members.get(key) ?? []) element.classList.toggle("lit", on);
    drawn.get(key)?.classList.toggle("lit", on);
  }
  lit = pair;
}
const pairOf = (target) => target?.closest?.("[data-pair]")?.dataset.pair ?? null;
main.addEventListener("mouseover", (event) => light(pairOf(event.target) ?? pairOf(document.activeElement)));
main.addEventListener("mouseleave", () => light(pairOf(document.activeElement)));
main.addEventListener("focusin", (event) => light(pairOf(event.target)));
main.addEventListener("focusout", () => light(null));

// A moved passage takes its reader to its counterpart, which comes to stand at the same height of the window.
function goAcross(passage) {
  const side = passage.matches(".en") ? "ru" : "en";
  const other = document.getElementById(`${side}-${passage.dataset.pair}`);
  if (!other || !isShown(other)) return false;
  scrollBy(0, other.getBoundingClientRect().top - passage.getBoundingClientRect().top);
  other.focus({ preventScroll: true });
  return true;
}
main.addEventListener("click", (event) => {
  if (String(getSelection())) return; // somebody copies the text
  const passage = event.target.closest(".passage.moved");
  if (passage && goAcross(passage)) event.preventDefault();
});

// Keys: n and p go to what should be looked at, j and k from row to row, Enter to the counterpart.
const stops = [...main.querySelectorAll(".row.stop")];
const rows = [...main.querySelectorAll(".row")];
let current = null;

function following(among, step) {
  const shown = among.filter(isShown);
  if (!shown.length) return null;
  const here = current && isShown(current) ? current : null;
  const line = document.querySelector("nav").getBoundingClientRect().bottom;
  const isBefore = (row) => here
    ? Boolean(row.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING)
    : row.getBoundingClientRect().bottom < line;
  let index = 0; // of the first that is here or after: found by halves, as each look at the layout costs time
  for (let end = shown.length; index < end;) {
    const middle = (index + end) >> 1;
    if (isBefore(shown[middle])) index = middle + 1;
    else end = middle;
  }
  if (step < 0) index -= 1;
  else if (here && shown[index] === here) index += 1;
  return shown[(index + shown.length) % shown.length];
}

function go(among, step) {
  const row = following(among, step);
  if (!row) return;
  current = row;
  row.scrollIntoView({ block: row.offsetHeight > innerHeight / 2 ? "start" : "center" });
  const passage = row.querySelector(".passage.doubtful, .passage.alone") ?? row.querySelector(".passage");
  passage.focus({ preventScroll: true });
}

const at = document.getElementById("at");
const howMany = at?.value;
main.addEventListener("focusin", (event) => {
  current = event.target.closest(".row");
  const place = stops.indexOf(current);
  if (at) at.value = place < 0 ? howMany : `${place + 1} of ${stops.length}`;
});
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const keys = { n: [stops, 1], p: [stops, -1], j: [rows, 1], k: [rows, -1] };
  if (event.key in keys) go(...keys[event.key]);
  else if (event.key === "Enter" && event.target.matches?.(".passage.moved")) goAcross(event.target);
});
if (stops.length) {
  document.querySelector(".steps").hidden = false;
  document.getElementById("next").addEventListener("click", () => go(stops, 1));
  document.getElementById("previous").addEventListener("click", () => go(stops, -1));
}

// One passage can be reached with Tab; the keys lead on from there.
passages[0]?.setAttribute("tabindex", "0");

const moved = passages.filter((passage) => passage.matches(".moved"));
if (moved.length) {
  const watch = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) inSight.add(target);
      else inSight.delete(target);
    }
    planCrossings();
  }, { rootMargin: "50% 0px" });
  for (const passage of moved) watch.observe(passage);
  new ResizeObserver(planCrossings).observe(main);
}
