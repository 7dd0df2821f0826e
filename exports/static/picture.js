"use strict";

// The graph and the lineage as SVG that stands alone, and as PNG.
zhengmai.picture = (() => {
  const { graph, drawing } = zhengmai;
  const SVG = "http://www.w3.org/2000/svg";
  const LISTED = new Set(["section", "clause"]);
  const DRAWN = ["fill", "stroke", "stroke-width", "stroke-dasharray", "font-size", "font-weight", "font-family"];

  function node(tag, attributes, children = []) {
    const made = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  }

  function curve(edge, one, other) {
    if (!edge.across) {
      // Around what stands between, to the side that vis-network takes; a curve reaches 3/4 of its handles.
      const far = Math.abs(one.y - other.y);
      const bow = (Math.min(105 + 100 * edge.bend, 0.31 * far) / 0.75) * (other.y > one.y ? 1 : -1);
      const [from, to] = [one.y + (other.y > one.y ? one.height : -one.height) / 2, other.y - (other.y > one.y ? other.height : -other.height) / 2];
      return `M${one.x} ${from}C${one.x + bow} ${from} ${other.x + bow} ${to} ${other.x} ${to}`;
    }
    const way = other.x > one.x ? 1 : -1;
    const [from, to] = [one.x + (way * one.width) / 2, other.x - (way * other.width) / 2];
    const reach = (to - from) * edge.bend;
    return `M${from} ${one.y}C${from + reach} ${one.y} ${to - reach} ${other.y} ${to} ${other.y}`;
  }

  function line(edge) {
    const { boxes } = drawing.places();
    const { stroke, dashes, arrow } = drawing.lineOf(edge);
    return node("path", {
      d: curve(edge, boxes[edge.from], boxes[edge.to]), fill: "none", stroke, "stroke-width": 1.1,
      "stroke-opacity": 0.6, "stroke-dasharray": dashes.join(" ") || "none",
      ...(arrow ? { "marker-end": `url(#to-${stroke.slice(1)})` } : {}),
    });
  }

  function box({ id, kind, column, title }) {
    const { x, y, width, height, label } = drawing.places().boxes[id];
    const { fill, border, ink, radius, dashed, thick } = drawing.shapes()[kind];
    const lines = label.split("\n");
    const left = LISTED.has(column);
    return node("g", {}, [
      node("title", {}, [title]),
      node("rect", {
        x: x - width / 2, y: y - height / 2, width, height, rx: radius, fill, stroke: border,
        "stroke-width": thick, "stroke-dasharray": dashed ? "4 3" : "none",
      }),
      node("text", { fill: ink, "font-size": 13, "text-anchor": left ? "start" : "middle" },
        lines.map((words, row) => node("tspan", {
          x: left ? x - width / 2 + 5 : x, y: y + (row - (lines.length - 1) / 2) * zhengmai.LINE + 4.5,
        }, [words]))),
    ]);
  }

  // What of the graph is shown now.
  function ofGraph() {
    const [left, top, right, bottom] = drawing.places().bounds;
    const { nodes, edges } = drawing.shown();
    const colors = [...new Set(edges.map((edge) => drawing.lineOf(edge).stroke))].sort();
    const ink = getComputedStyle(document.body).color;
    const size = { width: right - left + 40, height: bottom - top + 40 };
    return node("svg", {
      ...size, viewBox: `${left - 20} ${top - 20} ${size.width} ${size.height}`, "font-family": graph.face,
    }, [
      node("defs", {}, colors.map((color) => node("marker", {
        id: `to-${color.slice(1)}`, viewBox: "0 0 10 10", refX: 9, refY: 5, markerWidth: 7, markerHeight: 7,
        markerUnits: "userSpaceOnUse", orient: "auto",
      }, [node("path", { d: "M0 1 10 5 0 9z", fill: color })]))),
      node("rect", { x: left - 20, y: top - 20, ...size, fill: getComputedStyle(document.body).backgroundColor }),
      ...edges.map(line),
      ...nodes.map(box),
      ...drawing.places().captions.map(({ x, y, text, column }) => node("text", {
        x, y: y + 5, fill: ink, "text-anchor": "middle", "font-size": column ? 14 : 12,
        "font-weight": column ? "bold" : "normal",
      }, [text])),
    ]);
  }

  // A copy in which every shape carries the look that the style sheet gives it.
  function ofLineage() {
    const shown = document.getElementById("lineage");
    const copy = shown.cloneNode(true);
    const [from, to] = [shown, copy].map((each) => [...each.querySelectorAll("path, rect, text, tspan, line")]);
    from.forEach((each, at) => {
      const look = getComputedStyle(each);
      for (const name of DRAWN) to[at].setAttribute(name, look.getPropertyValue(name));
    });
    for (const each of copy.querySelectorAll(".wide")) each.remove();
    const { width, height } = shown.viewBox.baseVal;
    copy.prepend(node("rect", { width, height, fill: getComputedStyle(document.body).backgroundColor }));
    return copy;
  }

  function svg(view) {
    if (view === "graph") return ofGraph();
    return document.getElementById("lineage") ? ofLineage() : null;
  }

  const source = (picture) => `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(picture)}\n`;

  // Twice the size, for print; less where a browser's canvas would not hold it.
  function png(picture, give) {
    const { width, height } = picture.viewBox.baseVal;
    const scale = Math.min(2, 16000 / Math.max(width, height));
    const image = new Image();
    image.addEventListener("load", () => {
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(width * scale);
      canvas.height = Math.round(height * scale);
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob(give, "image/png");
    });
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source(picture))}`;
  }

  return { svg, source, png, curve };
})();
