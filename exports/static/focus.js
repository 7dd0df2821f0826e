"use strict";

// The neighbourhood of the selection, and the shortest path between two things.
zhengmai.focus = (() => {
  const { drawing, facts, parts, state } = zhengmai;
  const output = document.getElementById("focused");
  const hops = document.getElementById("hops");

  const neighbours = (id) =>
    facts.touching
      .get(id)
      .filter((edge) => drawing.byId.has(edge.from) && drawing.byId.has(edge.to) && drawing.edgePasses(edge))
      .map((edge) => (edge.from === id ? edge.to : edge.from));

  // Breadth first from one thing; each knows where it was reached from.
  function walk(start, most, goal) {
    const from = new Map([[start, null]]);
    let ring = [start];
    for (let step = 0; ring.length && step < most && !from.has(goal); step += 1) {
      const next = [];
      for (const id of ring) {
        for (const other of neighbours(id)) {
          if (!from.has(other)) {
            from.set(other, id);
            next.push(other);
          }
        }
      }
      ring = next;
    }
    return from;
  }

  function path(start, goal) {
    const from = walk(start, Infinity, goal);
    if (!from.has(goal)) return null;
    const steps = [];
    for (let id = goal; id; id = from.get(id)) steps.push(id);
    return steps.reverse();
  }

  // The ids that are in focus, or null for all.
  function near(now) {
    const { select, hops: most, from, to } = now;
    if (from && to && drawing.byId.has(from) && drawing.byId.has(to)) {
      const steps = path(from, to);
      output.textContent = steps
        ? zhengmai.say("path_found", { n: steps.length - 1 })
        : zhengmai.say("path_none");
      return steps ? new Set(steps) : new Set([from, to]);
    }
    output.textContent = from ? zhengmai.say("path_waits", { name: zhengmai.name(from) }) : "";
    if (!most || !drawing.byId.has(select)) return parts.near(now);
    return new Set(walk(select, Number(most)).keys());
  }

  hops.addEventListener("change", () => state.set({ hops: hops.value, from: "", to: "" }));
  const chosen = () => (drawing.byId.has(state.now.select) ? state.now.select : "");
  document.getElementById("path-from").addEventListener("click", () => state.set({ from: chosen(), hops: "" }));
  document.getElementById("path-to").addEventListener("click", () => state.set({ to: chosen(), hops: "" }));

  return { near, path, show: (now) => { hops.value = now.hops; } };
})();
