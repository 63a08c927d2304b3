
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
const system = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (document.documentElement.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";
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
system.addEventListener("change", () => setTheme());

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
