"use strict";

// The drawing: vis-network with places computed beforehand, filters, and one selection.
zhengmai.drawing = (() => {
  const { graph } = zhengmai;
  const container = document.getElementById("graph");
  const hidden = { kinds: new Set(), relations: new Set() };
  const LOOKS = {
    plain: { opacity: 1, line: 0.5, width: 1.1 },
    lit: { opacity: 1, line: 1, width: 2.4 },
    dim: { opacity: 0.13, line: 0.05, width: 1 },
  };
  const LEAST_SCALE = 0.5; // below it, words cannot be told apart
  const READABLE_SCALE = 0.75;
  const MOST_SCALE = 1.6;

  const nodes = new vis.DataSet(graph.nodes);
  const edges = new vis.DataSet(graph.edges.map((edge) => ({ ...edge, ...edgeLook(edge, "plain") })));
  const looks = new Map();
  const kinds = new Map(graph.nodes.map((node) => [node.id, node.kind]));
  const touching = new Map(graph.nodes.map((node) => [node.id, []]));
  for (const edge of graph.edges) {
    touching.get(edge.from).push(edge);
    touching.get(edge.to).push(edge);
  }

  const nodeIsShown = (node) => !hidden.kinds.has(node.kind);
  const edgeIsShown = (edge) =>
    !hidden.relations.has(edge.relation) &&
    !hidden.kinds.has(kinds.get(edge.from)) &&
    !hidden.kinds.has(kinds.get(edge.to));
  const shownNodes = new vis.DataView(nodes, { filter: nodeIsShown });
  const shownEdges = new vis.DataView(edges, { filter: edgeIsShown });
  const network = new vis.Network(container, { nodes: shownNodes, edges: shownEdges }, graph.options);

  const places = () => graph.languages[zhengmai.language];

  function nodeLook(node, look) {
    const color = look === "dim" ? `${node.color.border}88` : node.font.color;
    return { opacity: LOOKS[look].opacity, font: { ...node.font, color } };
  }

  function edgeLook(edge, look) {
    const { line, width } = LOOKS[look];
    return { color: { ...edge.color, opacity: line }, width };
  }

  // The names of the columns stay in sight, on a band of their own, when their place is not.
  network.on("afterDrawing", (context) => {
    const corner = network.DOMtoCanvas({ x: 0, y: 0 });
    const first = network.DOMtoCanvas({ x: 0, y: 14 }).y;
    const top = places().bounds[1];
    if (corner.y > top) {
      const width = container.clientWidth / network.getScale();
      context.fillStyle = "rgba(255,255,255,0.92)";
      context.fillRect(corner.x, corner.y, width, 2 * (first - corner.y));
    }
    context.textAlign = "center";
    context.textBaseline = "middle";
    for (const { x, y, text, column } of places().captions) {
      context.font = `${column ? "bold 14px" : "12px"} ${graph.face}`;
      context.fillStyle = column ? "#22303d" : "#7d1c13";
      context.fillText(text, x, column ? Math.max(y, first) : y);
    }
  });

  function fit() {
    const [left, top, right, bottom] = places().bounds;
    const margin = 24;
    const across = container.clientWidth / (right - left + margin);
    const down = container.clientHeight / (bottom - top + margin);
    const scale = Math.min(across, down, MOST_SCALE);
    const whole = scale >= LEAST_SCALE;
    const used = whole ? scale : Math.max(LEAST_SCALE, Math.min(across, 1));
    network.moveTo({
      scale: used,
      position: {
        x: (left + right) / 2,
        y: whole ? (top + bottom) / 2 : top + container.clientHeight / used / 2 - margin,
      },
    });
  }

  // Moves only when something of it is out of sight, or too small to read.
  function reveal(ids) {
    const boxes = ids.map((id) => places().boxes[id]).filter(Boolean);
    if (!boxes.length) return;
    const left = Math.min(...boxes.map((box) => box.x - box.width / 2));
    const right = Math.max(...boxes.map((box) => box.x + box.width / 2));
    const top = Math.min(...boxes.map((box) => box.y - box.height / 2));
    const bottom = Math.max(...boxes.map((box) => box.y + box.height / 2));
    const from = network.canvasToDOM({ x: left, y: top });
    const to = network.canvasToDOM({ x: right, y: bottom });
    const seen =
      from.x >= 0 && from.y >= 0 && to.x <= container.clientWidth && to.y <= container.clientHeight;
    if (seen && network.getScale() >= READABLE_SCALE) return;
    const margin = 40;
    const scale = Math.min(
      container.clientWidth / (right - left + margin),
      container.clientHeight / (bottom - top + margin),
      Math.max(network.getScale(), 1),
    );
    network.moveTo({ scale, position: { x: (left + right) / 2, y: (top + bottom) / 2 } });
  }

  // A selection lights what it touches and dims the rest; only what changes is drawn anew.
  function light(selection) {
    const lit = new Set();
    if (selection) {
      lit.add(selection.id);
      const near = selection.edge ? [selection.edge] : touching.get(selection.id);
      for (const edge of near) {
        lit.add(edge.id).add(edge.from).add(edge.to);
      }
    }
    const look = (id) => (selection ? (lit.has(id) ? "lit" : "dim") : "plain");
    const changed = (items) => items.filter((item) => (looks.get(item.id) ?? "plain") !== look(item.id));
    const changedNodes = changed(graph.nodes);
    const changedEdges = changed(graph.edges);
    nodes.update(changedNodes.map((node) => ({ id: node.id, ...nodeLook(node, look(node.id)) })));
    edges.update(changedEdges.map((edge) => ({ id: edge.id, ...edgeLook(edge, look(edge.id)) })));
    for (const item of [...changedNodes, ...changedEdges]) looks.set(item.id, look(item.id));
    return [...lit].filter((id) => kinds.has(id));
  }

  return {
    network,
    fit,
    reveal,
    light,
    hidden,
    touching,
    kinds,
    edge: (id) => graph.edges.find((edge) => edge.id === id),
    resize() {
      network.setSize("100%", "100%");
      network.redraw();
    },
    refresh() {
      shownNodes.refresh();
      shownEdges.refresh();
    },
    isShown: nodeIsShown,
    shown: () => ({ nodes: shownNodes.length, edges: shownEdges.length }),
    place() {
      const { boxes } = places();
      nodes.update(
        graph.nodes.map(({ id }) => {
          const { x, y, label, height } = boxes[id];
          return { id, x, y, label, heightConstraint: { minimum: height - 10 } };
        }),
      );
    },
  };
})();
