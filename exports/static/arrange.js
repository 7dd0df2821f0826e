"use strict";

// Closes the gaps when only some shapes are shown. Columns and the order of the text stay as they
// were computed; what stands beside the text is spread along it, in the order of what it is tied to.
function arranged(base, nodes, edges) {
  const GAP = 5;
  const SPREAD = 40;
  const ACROSS = 120;
  const SCREEN = 800; // what is seen first of a long part
  const BESIDE = ["body", "group", "right"];
  const boxes = { ...base.boxes };
  const columns = new Map();
  for (const { id, column } of nodes) columns.set(column, [...(columns.get(column) ?? []), id]);
  const column = (...names) => names.flatMap((name) => columns.get(name) ?? []);
  const top = (id) => boxes[id].y - boxes[id].height / 2;
  const bottom = (id) => boxes[id].y + boxes[id].height / 2;
  const shift = (ids, by) => {
    for (const id of ids) boxes[id] = { ...boxes[id], y: boxes[id].y + by };
  };

  // From the top down, no gap wider than the one given; begins at zero and returns where it ends.
  function squeezed(ids, most) {
    let end = 0;
    let removed = 0;
    let first = true;
    for (const id of [...ids].sort((one, two) => top(one) - top(two))) {
      const wanted = top(id) - removed;
      if (first) removed = top(id);
      else if (wanted - end > most) removed += wanted - end - most;
      first = false;
      shift([id], -removed);
      end = Math.max(end, bottom(id));
    }
    return end;
  }

  const text = column("section", "clause");
  const others = [...columns.keys()].filter((name) => !["section", "clause", ...BESIDE].includes(name));
  const main = text.length ? squeezed(text, 14) : 0;
  const ends = new Map(others.map((name) => [name, squeezed(column(name), name === "cited" ? 36 : 24)]));
  const whole = Math.max(main, ...ends.values());
  for (const name of others) {
    const room = Math.min(main || whole, SCREEN);
    shift(column(name), Math.max(0, (room - ends.get(name)) / 2));
  }

  const placed = new Set([...text, ...others.flatMap((name) => column(name))]);
  for (const name of BESIDE) {
    const tied = new Map();
    for (const { from, to } of edges) {
      for (const [one, other] of [[from, to], [to, from]]) {
        if (placed.has(other)) tied.set(one, [...(tied.get(one) ?? []), boxes[other].y]);
      }
    }
    const wanted = (id) => {
      const ys = tied.get(id);
      return ys ? ys.reduce((sum, y) => sum + y, 0) / ys.length : 0;
    };
    const ids = column(name).sort((one, two) => wanted(one) - wanted(two) || (one < two ? -1 : 1));
    const needed = ids.reduce((sum, id) => sum + boxes[id].height, 0);
    const gap = Math.max(GAP, Math.min(SPREAD, (whole - needed) / (ids.length + 1)));
    let end = Math.max(0, (whole - needed - gap * (ids.length - 1)) / 2);
    for (const id of ids) {
      shift([id], end + boxes[id].height / 2 - boxes[id].y);
      end = bottom(id) + gap;
    }
    for (const id of ids) placed.add(id);
  }

  // A column that shows nothing leaves no room behind.
  const left = (id) => boxes[id].x - boxes[id].width / 2;
  const right = (id) => boxes[id].x + boxes[id].width / 2;
  const moved = new Map();
  const extents = [...columns].map(([name, ids]) => [Math.min(...ids.map(left)), Math.max(...ids.map(right)), name, ids]);
  let taken = 0; // by how much the columns so far have moved
  let reach = 0;
  for (const [from, to, name, ids] of extents.sort(([one], [other]) => one - other)) {
    taken = moved.size ? taken + Math.max(0, from - reach - ACROSS) : from;
    reach = to;
    moved.set(name, taken);
    for (const id of ids) boxes[id] = { ...boxes[id], x: boxes[id].x - taken };
  }

  const ids = nodes.map(({ id }) => id);
  const used = new Set(nodes.map((node) => node.column));
  const first = new Map(); // the highest shape of each level among the documents above
  for (const { id, column: name, tier } of nodes) {
    if (name === "cited" && !(first.get(tier) <= top(id))) first.set(tier, top(id));
  }
  const levels = [...first.values()].map((y) => y - 12);
  const above = Math.min(...ids.map(top), ...levels.map((y) => y - 14)) - 30;
  const captions = base.captions
    .filter((each) => (each.column ? used.has(each.key) : first.has(each.key)))
    .map((each) => ({
      ...each,
      x: each.x - (moved.get(each.column ? each.key : "cited") ?? 0),
      y: each.column ? above + 8 : first.get(each.key) - 12,
    }));
  return { boxes, captions, bounds: [0, above, Math.max(...ids.map(right)), Math.max(...ids.map(bottom))] };
}
