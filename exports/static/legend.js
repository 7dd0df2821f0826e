"use strict";

// The legend is the filter: each entry hides or shows a kind, and the line below says what is hidden.
zhengmai.legend = (() => {
  const { graph, drawing, element, state } = zhengmai;
  const SVG = "http://www.w3.org/2000/svg";

  function svg(width, tag, attributes) {
    const picture = document.createElementNS(SVG, "svg");
    for (const [name, value] of Object.entries({ width, height: 14, "aria-hidden": "true" })) {
      picture.setAttribute(name, value);
    }
    const shape = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, value);
    picture.append(shape);
    return picture;
  }

  function swatch(key) {
    const { fill, border, dashed, radius } = drawing.shapes()[key];
    return svg(20, "rect", {
      x: 1, y: 1, width: 18, height: 12, rx: radius / 2, fill, stroke: border,
      "stroke-dasharray": dashed ? "3 2" : "none",
    });
  }
  const stroke = (relation, standing) => {
    const line = drawing.lineOf({ relation, standing });
    return svg(22, "line", {
      x1: 0, y1: 7, x2: 22, y2: 7, stroke: line.stroke, "stroke-width": 2,
      "stroke-dasharray": line.dashes.join(" ") || "none",
    });
  };

  function count(items, field) {
    const counts = new Map();
    for (const item of items) counts.set(item[field], (counts.get(item[field]) ?? 0) + 1);
    return counts;
  }

  const order = (keys, counts) => keys.filter((key) => counts.has(key));
  const kinds = count(graph.nodes, "kind");
  const relations = count(graph.edges, "relation");
  const standings = count(graph.edges, "standing");
  const tiers = count(graph.nodes.filter((node) => node.tier), "tier");
  const groups = [
    { id: "kinds", counts: kinds, keys: order(Object.keys(graph.kinds), kinds), draw: swatch },
    { id: "relations", counts: relations, keys: order(Object.keys(graph.lines), relations), draw: (key) => stroke(key) },
    {
      id: "standings", counts: standings,
      keys: order(["candidate", "accepted", "suspect", "rejected", "inferred", "structure"], standings),
      draw: (key) => (graph.apart[key] ? stroke("cites", key) : null),
    },
    { id: "tiers", counts: tiers, keys: order(["国", "省", "市", "县", "乡"], tiers), draw: () => null },
  ];

  // In the hash: kinds:group.right relations:lead
  const written = () =>
    groups
      .filter(({ id }) => drawing.hidden[id].size)
      .map(({ id }) => `${id}:${[...drawing.hidden[id]].sort().join(".")}`)
      .join(" ");

  function read(text) {
    for (const { id } of groups) drawing.hidden[id].clear();
    for (const part of text.split(" ")) {
      const [id, keys = ""] = part.split(":");
      const group = groups.find((each) => each.id === id);
      for (const key of keys.split(".")) if (group?.keys.includes(key)) drawing.hidden[id].add(key);
    }
  }

  function toggle(id, key) {
    const set = drawing.hidden[id];
    if (!set.delete(key)) set.add(key);
    state.set({ hide: written() });
    document.querySelector(`#${id} [data-key="${key}"]`).focus();
  }

  function render() {
    for (const { id, counts, keys, draw } of groups) {
      const row = document.getElementById(id);
      row.parentElement.querySelector(`#${id}`).hidden = !keys.length;
      row.replaceChildren(
        ...keys.map((key) =>
          element(
            "button",
            {
              type: "button",
              "data-key": key,
              "aria-pressed": String(!drawing.hidden[id].has(key)),
              onClick: () => toggle(id, key),
            },
            [draw(key), element("span", { text: zhengmai.term(id, key) }), element("b", { text: counts.get(key) })].filter(Boolean),
          ),
        ),
      );
      const caption = row.previousElementSibling;
      if (caption) caption.hidden = !keys.length;
    }
    tell();
  }

  function tell() {
    const { nodes, edges } = drawing.shown();
    const shown = zhengmai.say("shown", {
      nodes: nodes.length, allNodes: graph.nodes.length, edges: edges.length, allEdges: graph.edges.length,
    });
    const parts = groups.flatMap(({ id, counts }) =>
      [...drawing.hidden[id]].map((key) => `${zhengmai.term(id, key)} ${counts.get(key)}`),
    );
    const outside = drawing.near ? graph.nodes.length - drawing.near.size : 0;
    const narrowed = zhengmai.parts.isFocus(state.now) ? "out_of_focus" : "out_of_part";
    if (outside) parts.push(zhengmai.say(narrowed, { n: outside }));
    const hidden = parts.length
      ? zhengmai.say("hidden", { list: zhengmai.list(parts) })
      : zhengmai.say("nothing_hidden");
    document.getElementById("shown").textContent = `${shown}${zhengmai.language === "zh" ? "；" : "; "}${hidden}`;
  }

  return { render, read, tell };
})();
