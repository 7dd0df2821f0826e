"use strict";

// The legend is the filter: each entry hides or shows a kind, and the line below says what is hidden.
zhengmai.legend = (() => {
  const { graph, drawing, element } = zhengmai;
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

  const swatch = ({ fill, border, dashed, radius }) =>
    svg(20, "rect", {
      x: 1, y: 1, width: 18, height: 12, rx: radius / 2, fill, stroke: border,
      "stroke-dasharray": dashed ? "3 2" : "none",
    });
  const stroke = ({ color, dashes }) =>
    svg(22, "line", {
      x1: 0, y1: 7, x2: 22, y2: 7, stroke: color, "stroke-width": 2,
      "stroke-dasharray": dashes.join(" ") || "none",
    });

  function count(items, field) {
    const counts = new Map();
    for (const item of items) counts.set(item[field], (counts.get(item[field]) ?? 0) + 1);
    return counts;
  }
  const groups = [
    { id: "kinds", counts: count(graph.nodes, "kind"), looks: graph.kinds, draw: swatch, word: zhengmai.kind },
    { id: "relations", counts: count(graph.edges, "relation"), looks: graph.lines, draw: stroke, word: zhengmai.relation },
  ];

  function toggle(set, key) {
    if (!set.delete(key)) set.add(key);
    drawing.refresh();
    render();
  }

  function render() {
    for (const { id, counts, looks, draw, word } of groups) {
      const set = drawing.hidden[id];
      const entries = Object.keys(looks).filter((key) => counts.has(key));
      document.getElementById(id).replaceChildren(
        ...entries.map((key) =>
          element(
            "button",
            {
              type: "button",
              "data-key": key,
              "aria-pressed": String(!set.has(key)),
              onClick: () => {
                toggle(set, key);
                document.querySelector(`#${id} [data-key="${key}"]`).focus();
              },
            },
            [draw(looks[key]), element("span", { text: word(key) }), element("b", { text: counts.get(key) })],
          ),
        ),
      );
    }
    document.getElementById("shown").textContent = `${shown()}${zhengmai.language === "zh" ? "；" : "; "}${hidden()}`;
  }

  function shown() {
    const { nodes, edges } = drawing.shown();
    return zhengmai.say("shown", { nodes, allNodes: graph.nodes.length, edges, allEdges: graph.edges.length });
  }

  function hidden() {
    const parts = groups.flatMap(({ id, counts, word }) =>
      [...drawing.hidden[id]].map((key) => `${word(key)} ${counts.get(key)}`),
    );
    if (!parts.length) return zhengmai.say("nothing_hidden");
    return zhengmai.say("hidden", { list: parts.join(zhengmai.language === "zh" ? "、" : ", ") });
  }

  return { render };
})();
