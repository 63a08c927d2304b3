
// The strip: both texts as grey lines, the findings over them. An error takes the width of its text, a warning
// three quarters, a hint a half, so that they differ without colour.
const strip = $("strip");
if (strip) {
  const canvas = strip.querySelector("canvas");
  const pen = canvas.getContext("2d");
  const tip = strip.querySelector("output");
  const SHARE = { error: 1, warning: 0.75, hint: 0.5 };
  const LINE = 56; // characters
  let lines = []; // { row, top, size, found }, in lines of text
  let total = 1;
  let colours = {};
  let due = 0;

  function measure() {
    if (!view?.matches(".text")) return;
    const found = new Map();
    for (const card of shown) {
      const row = rowOf.get(card);
      found.set(row, [...(found.get(row) ?? []), card]);
    }
    let top = 0;
    lines = all(".row", view).map((row) => {
      const lengths = row.dataset.lengths.split(" ").map(Number);
      const size = 1 + Math.ceil(Math.max(...lengths) / LINE) + (row.matches(".section") ? 1 : 0);
      const line = { row, top, size, lengths, found: found.get(row) ?? [] };
      top += size;
      return line;
    });
    total = Math.max(top, 1);
  }

  // A canvas knows nothing of light-dark(): an element that wears the colour does.
  function mix() {
    const probe = document.createElement("span");
    strip.append(probe);
    colours = Object.fromEntries(["error", "warning", "hint", "thread", "hair", "ink", "lit-thread"].map((name) => {
      probe.style.color = `var(--${name})`;
      return [name, getComputedStyle(probe).color];
    }));
    probe.remove();
  }

  // The first row that ends below a height of the window, found by halves: each look at the layout costs time.
  function rowBelow(height) {
    let [low, high] = [0, lines.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (lines[middle].row.getBoundingClientRect().bottom < height) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  function depth(height) {
    const line = lines[Math.min(rowBelow(height), lines.length - 1)];
    const box = line.row.getBoundingClientRect();
    const part = box.height ? Math.min(Math.max((height - box.top) / box.height, 0), 1) : 0;
    return line.top + part * line.size;
  }

  function draw() {
    due = 0;
    if (strip.hidden || !lines.length) return;
    const [width, height] = [canvas.clientWidth, canvas.clientHeight];
    const ratio = devicePixelRatio;
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, width, height);
    const scale = Math.min(height / total, 4);
    const lanes = view.matches(".alone") ? 1 : 2;
    const edge = width > 40 ? 10 : 3;
    const lane = (width - 2 * edge - (lanes - 1) * 4) / lanes;
    const laneAt = (side) => edge + (lanes === 2 && side === "ru" ? lane + 4 : 0);
    for (const { row, top, size, lengths } of lines) {
      pen.fillStyle = colours[row.matches(".section") ? "thread" : "hair"];
      for (const [index, length] of lengths.entries()) {
        if (!length || (lanes === 1 && !index)) continue;
        const wide = Math.min(1, length / LINE) * lane;
        const high = Math.max(0.6, (Math.ceil(length / LINE) / size) * size * scale - 1);
        pen.fillRect(laneAt(index ? "ru" : "en"), top * scale, wide, high);
      }
    }
    for (const name of ["hint", "warning", "error"]) {
      pen.fillStyle = colours[name];
      for (const { top, size, lengths, found } of lines) {
        for (const card of found) {
          if (card.dataset.severity !== name) continue;
          const length = lengths[card.dataset.side === "ru" ? 1 : 0];
          const part = length ? card.dataset.at / length : 0;
          const y = (top + part * Math.max(size - 1, 0)) * scale;
          pen.fillRect(laneAt(card.dataset.side), y, lane * SHARE[name], 2.5);
        }
      }
    }
    if (current) {
      const line = lines.find(({ row }) => row === rowOf.get(current));
      if (line) {
        const y = (line.top + line.size / 2) * scale;
        pen.fillStyle = colours.ink;
        pen.beginPath();
        pen.moveTo(0, y - 5);
        pen.lineTo(edge > 4 ? 7 : 4, y);
        pen.lineTo(0, y + 5);
        pen.fill();
      }
    }
    const from = depth(document.querySelector(".controls").getBoundingClientRect().bottom) * scale;
    const to = depth(innerHeight) * scale;
    pen.fillStyle = colours["lit-thread"];
    pen.globalAlpha = 0.12;
    pen.fillRect(0, from, width, Math.max(to - from, 6));
    pen.globalAlpha = 1;
    pen.fillRect(width - 2, from, 2, Math.max(to - from, 6));
  }
  const plan = () => { due ||= requestAnimationFrame(draw); };
  const again = () => { measure(); plan(); };

  const lineAt = (event) => {
    const scale = Math.min(canvas.clientHeight / total, 4);
    const at = (event.clientY - canvas.getBoundingClientRect().top) / scale;
    return lines.find(({ top, size }) => at < top + size) ?? lines.at(-1);
  };
  canvas.addEventListener("pointermove", (event) => {
    const line = lineAt(event);
    tip.hidden = false;
    tip.style.top = `${event.clientY}px`;
    const label = line.row.getAttribute("aria-label");
    tip.value = line.found.length ? `${label} · ${several(line.found.length, "finding")}` : label;
    if (event.buttons) line.row.scrollIntoView({ block: "center" });
  });
  canvas.addEventListener("pointerleave", () => { tip.hidden = true; });
  canvas.addEventListener("pointerdown", (event) => lineAt(event).row.scrollIntoView({ block: "center" }));
  addEventListener("scroll", plan, { passive: true });
  addEventListener("resize", plan);
  addEventListener("termcheck:view", again);
  addEventListener("termcheck:filter", again);
  addEventListener("termcheck:current", plan);
  addEventListener("termcheck:theme", () => { mix(); plan(); });
  mix();
  again();
}
