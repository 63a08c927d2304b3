
// The strip: both texts as grey lines, the findings over them. An error takes the width of its text, a warning
// three quarters, a hint a half, so that they differ without colour.
const strip = $("strip");
if (strip) {
  const canvas = strip.querySelector("canvas");
  const pen = canvas.getContext("2d");
  const tip = strip.querySelector("output");
  const SHARE = { error: 1, warning: 0.75, hint: 0.5 };
  const LINE = 56; // characters
  let lines = []; // { row, top, size, lengths, section, found }: top and size in lines of text
  let lineOf = new Map();
  let total = 1;
  let colours = {};
  let due = 0;

  const shapes = new Map();
  function shapeOf(row) {
    if (!shapes.has(row)) {
      const lengths = row.dataset.lengths.split(" ").map(Number);
      const section = row.matches(".section");
      shapes.set(row, { row, lengths, section, size: 1 + Math.ceil(Math.max(...lengths) / LINE) + (section ? 1 : 0) });
    }
    return shapes.get(row);
  }
  function measure() {
    if (!view?.matches(".text")) return;
    const found = new Map();
    for (const card of shown) {
      const row = rowOf.get(card);
      if (!found.has(row)) found.set(row, []);
      found.get(row).push(card);
    }
    let top = 0;
    lines = all(".row", view).map((row) => {
      const line = { ...shapeOf(row), top, found: found.get(row) ?? [] };
      top += line.size;
      return line;
    });
    lineOf = new Map(lines.map((line) => [line.row, line]));
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

  function depth(height) {
    const row = rowAt(height);
    const line = lineOf.get(row);
    const box = row.getBoundingClientRect();
    const part = box.height ? Math.min(Math.max((height - box.top) / box.height, 0), 1) : 0;
    return line.top + part * line.size;
  }

  // The texts and their findings change with the filter, the window and the colours; where one reads, with every key.
  const ground = document.createElement("canvas");
  const brush = ground.getContext("2d");
  const scaled = () => Math.min(canvas.clientHeight / total, 4);
  let stale = true;

  function drawGround(width, height, ratio) {
    stale = false;
    for (const one of [canvas, ground]) {
      one.width = Math.round(width * ratio);
      one.height = Math.round(height * ratio);
    }
    brush.setTransform(ratio, 0, 0, ratio, 0, 0);
    const scale = scaled();
    const lanes = view.matches(".alone") ? 1 : 2;
    const edge = width > 40 ? 10 : 3;
    const lane = (width - 2 * edge - (lanes - 1) * 4) / lanes;
    const laneAt = (side) => edge + (lanes === 2 && side === "ru" ? lane + 4 : 0);
    for (const { top, lengths, section } of lines) {
      brush.fillStyle = colours[section ? "thread" : "hair"];
      for (const [index, length] of lengths.entries()) {
        if (!length || (lanes === 1 && !index)) continue;
        const high = Math.max(0.6, Math.ceil(length / LINE) * scale - 1);
        brush.fillRect(laneAt(index ? "ru" : "en"), top * scale, Math.min(1, length / LINE) * lane, high);
      }
    }
    for (const name of ["hint", "warning", "error"]) {
      brush.fillStyle = colours[name];
      for (const { top, size, lengths, found } of lines) {
        for (const card of found) {
          if (card.dataset.severity !== name) continue;
          const length = lengths[card.dataset.side === "ru" ? 1 : 0];
          const part = length ? card.dataset.at / length : 0;
          const y = (top + part * Math.max(size - 1, 0)) * scale;
          brush.fillRect(laneAt(card.dataset.side), y, lane * SHARE[name], 2.5);
        }
      }
    }
  }

  function draw() {
    due = 0;
    const [width, height, ratio] = [canvas.clientWidth, canvas.clientHeight, devicePixelRatio];
    if (!width || !height || !lines.length) return; // another view, or paper
    if (stale || canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      drawGround(width, height, ratio);
    }
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(ground, 0, 0);
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    const line = current && lineOf.get(rowOf.get(current));
    if (line) {
      const y = (line.top + line.size / 2) * scaled();
      pen.fillStyle = colours.ink;
      pen.beginPath();
      pen.moveTo(0, y - 5);
      pen.lineTo(width > 40 ? 7 : 4, y);
      pen.lineTo(0, y + 5);
      pen.fill();
    }
    const from = depth(document.querySelector(".controls").getBoundingClientRect().bottom) * scaled();
    const deep = Math.max(depth(innerHeight) * scaled() - from, 6);
    pen.fillStyle = colours["lit-thread"];
    pen.globalAlpha = 0.12;
    pen.fillRect(0, from, width, deep);
    pen.globalAlpha = 1;
    pen.fillRect(width - 2, from, 2, deep);
  }
  const plan = () => { due ||= requestAnimationFrame(draw); };
  const again = () => { measure(); stale = true; plan(); };

  const lineAt = (event) => {
    const at = (event.clientY - canvas.getBoundingClientRect().top) / scaled();
    return lines.find(({ top, size }) => at < top + size) ?? lines.at(-1);
  };
  canvas.addEventListener("pointermove", (event) => {
    const line = lineAt(event);
    tip.hidden = false;
    tip.style.top = `${event.clientY}px`;
    const label = line.row.getAttribute("aria-label");
    tip.value = line.found.length ? `${label} · ${several(line.found.length, "finding")}` : label;
    if (event.buttons) bring(line.row);
  });
  canvas.addEventListener("pointerleave", () => { tip.hidden = true; });
  canvas.addEventListener("pointerdown", (event) => bring(lineAt(event).row));
  addEventListener("scroll", plan, { passive: true });
  addEventListener("resize", plan);
  addEventListener("termcheck:view", again);
  addEventListener("termcheck:filter", again);
  addEventListener("termcheck:current", plan);
  addEventListener("termcheck:theme", () => { mix(); stale = true; plan(); });
  mix();
  again();
}
