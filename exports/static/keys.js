"use strict";

// The keys: one for each thing that the mouse can do.
(() => {
  const { drawing, facts, review, search, state } = zhengmai;
  const WRITES = "input:not([type=button]), select, textarea";
  const AROUND = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

  // The nearest shown shape in a direction; what is off the line counts double.
  function beside(id, [across, down]) {
    const { boxes } = drawing.places();
    const shown = drawing.shown().nodes;
    if (!boxes[id]) return shown[0]?.id;
    const from = boxes[id];
    let best = null;
    for (const node of shown) {
      const box = boxes[node.id];
      const ahead = (box.x - from.x) * across + (box.y - from.y) * down;
      const aside = Math.abs((box.x - from.x) * down + (box.y - from.y) * across);
      const far = ahead + 2 * aside;
      if (node.id !== id && ahead > 1 && (!best || far < best.far)) best = { id: node.id, far };
    }
    return best?.id;
  }

  const SIMPLE = {
    "?": () => state.set({ select: state.now.select === "notes" ? "" : "notes", at: "" }),
    a: () => review.decide("accepted"),
    r: () => review.decide("rejected"),
    c: () => review.correct(),
    u: () => review.takeBack(),
    j: () => review.step(1),
    k: () => review.step(-1),
    n: () => review.next(),
    f: () => state.set({ hops: { "": "1", 1: "2", 2: "3", 3: "" }[state.now.hops], from: "", to: "" }),
    l: () => document.getElementById("language").click(),
    t: () => document.getElementById("theme").click(),
    0: () => document.getElementById("fit").click(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      search.close();
      if (event.target === search.input) search.input.blur();
      else state.set({ select: "", at: "", hops: "", from: "", to: "" });
      return;
    }
    if (event.target.matches?.(WRITES)) return;
    if (event.key === "/") {
      search.input.focus();
      search.input.select();
    } else if (/^[1-6]$/.test(event.key)) {
      state.set({ view: state.VIEWS[event.key - 1] });
    } else if (SIMPLE[event.key]) {
      SIMPLE[event.key]();
    } else if (AROUND[event.key] && event.target.id === "graph") {
      const { select } = state.now;
      const next = beside(facts.relations.get(select)?.to ?? select, AROUND[event.key]);
      if (next) zhengmai.select(next);
    } else if (event.key === "Enter" && event.target.id === "graph") {
      zhengmai.panel.aside.focus();
    } else {
      return;
    }
    event.preventDefault();
  });
})();
