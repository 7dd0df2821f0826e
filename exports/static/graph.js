"use strict";

// The drawing: vis-network with places computed beforehand, and filters.
zhengmai.drawing = (() => {
  const { graph, facts } = zhengmai;
  const container = document.getElementById("graph");
  const LEAST_SCALE = 0.5; // below it, words cannot be told apart
  const READABLE_SCALE = 0.75;
  const MOST_SCALE = 1.6;
  const AROUND = 105; // half of the widest column, and some
  const LISTED = new Set(["section", "clause"]);
  const hidden = { kinds: new Set(), relations: new Set(), standings: new Set(), tiers: new Set() };
  const view = { dark: false, near: null, lit: null, chosen: "", places: null };

  const places = () => view.places ?? graph.languages[zhengmai.language];
  const shapes = () => (view.dark ? graph.dark : graph.kinds);
  const ground = () => (view.dark ? "16,21,27" : "255,255,255");

  function shapeLook({ id, kind, title, tier, column }) {
    const { fill, border, ink, radius, dashed, thick } = shapes()[kind];
    const { x, y, label, width, height } = places().boxes[id];
    const edge = view.dark ? "#ffffff" : "#000000";
    const lifted = { background: fill, border: edge };
    return {
      id, kind, tier, column, x, y, label, title, shape: "box", margin: 5,
      color: { background: fill, border, highlight: lifted, hover: lifted },
      font: { color: ink, align: LISTED.has(column) ? "left" : "center" },
      borderWidth: thick, borderWidthSelected: 3,
      shapeProperties: { borderRadius: radius, borderDashes: dashed ? [4, 3] : false },
      widthConstraint: { minimum: width - 10, maximum: width - 10 },
      heightConstraint: { minimum: height - 10 },
    };
  }

  function lineOf({ relation, standing }) {
    const line = graph.apart[standing] ?? graph.lines[relation];
    return { ...line, stroke: view.dark ? line.dark : line.color, arrow: graph.lines[relation].arrow };
  }

  // Between two shapes of a column a line goes around those that stand between them.
  function bow({ from, to, across, bend }) {
    if (across) return bend;
    const { boxes } = places();
    const far = Math.abs(boxes[from].y - boxes[to].y) || 1;
    return Math.min(0.8, (AROUND + 100 * bend) / (0.39 * far));
  }

  function lineLook(edge) {
    const { id, from, to, relation, standing, across } = edge;
    const { stroke, dashes, arrow, sign } = lineOf(edge);
    return {
      id, from, to, relation, standing,
      color: { color: stroke, highlight: stroke, hover: stroke, opacity: 0.55 },
      dashes: dashes.length ? dashes : false,
      arrows: { to: { enabled: arrow, scaleFactor: 0.5 } },
      ...(sign ? { label: sign, font: { color: stroke, strokeWidth: 0, size: 16 } } : {}),
      smooth: {
        enabled: true,
        type: across ? "cubicBezier" : "curvedCW",
        forceDirection: across ? "horizontal" : "none",
        roundness: bow(edge),
      },
    };
  }

  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  const isNear = (id) => !view.near || view.near.has(id);
  const nodeIsShown = (node) =>
    !hidden.kinds.has(node.kind) && !hidden.tiers.has(node.tier) && isNear(node.id);
  const edgePasses = (edge) => !hidden.relations.has(edge.relation) && !hidden.standings.has(edge.standing);
  const edgeIsShown = (edge) =>
    edgePasses(edge) && nodeIsShown(byId.get(edge.from)) && nodeIsShown(byId.get(edge.to));
  const shownNodes = new vis.DataView(nodes, { filter: nodeIsShown });
  const shownEdges = new vis.DataView(edges, { filter: edgeIsShown });
  let network = null;

  // A veil over everything, and what is lit drawn again above it: only what changed is touched.
  function veil(context) {
    const corner = network.DOMtoCanvas({ x: 0, y: 0 });
    const scale = network.getScale();
    context.fillStyle = `rgba(${ground()},0.84)`;
    context.fillRect(corner.x, corner.y, container.clientWidth / scale, container.clientHeight / scale);
    const lines = view.lit.edges.map((id) => network.body.edges[id]).filter((edge) => edge?.connected);
    for (const line of lines) line.draw(context);
    for (const id of view.lit.nodes) if (shownNodes.get(id)) network.body.nodes[id].draw(context);
    for (const line of lines) line.drawArrows(context);
  }

  // The names of the columns stay in sight, on a band of their own, when their place is not.
  function captions(context) {
    const corner = network.DOMtoCanvas({ x: 0, y: 0 });
    const first = network.DOMtoCanvas({ x: 0, y: 14 }).y;
    if (corner.y > places().bounds[1]) {
      const width = container.clientWidth / network.getScale();
      context.fillStyle = `rgba(${ground()},0.92)`;
      context.fillRect(corner.x, corner.y, width, 2 * (first - corner.y));
    }
    context.textAlign = "center";
    context.textBaseline = "middle";
    for (const { x, y, text, column } of places().captions) {
      context.font = `${column ? "bold 14px" : "12px"} ${graph.face}`;
      context.fillStyle = view.dark ? (column ? "#e4ebf2" : "#ffc9c2") : column ? "#22303d" : "#7d1c13";
      context.fillText(text, x, column ? Math.max(y, first) : y);
    }
  }

  // Fits what is shown, but never so small that words cannot be read.
  function fit(ids = null) {
    if (!network) return;
    const boxes = ids?.map((id) => places().boxes[id]).filter(Boolean) ?? [];
    const [left, top, right, bottom] = boxes.length
      ? [
          Math.min(...boxes.map((box) => box.x - box.width / 2)),
          Math.min(...boxes.map((box) => box.y - box.height / 2)) - 48,
          Math.max(...boxes.map((box) => box.x + box.width / 2)),
          Math.max(...boxes.map((box) => box.y + box.height / 2)),
        ]
      : places().bounds;
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
    const scale = Math.max(
      LEAST_SCALE,
      Math.min(
        container.clientWidth / (right - left + margin),
        container.clientHeight / (bottom - top + margin),
        Math.max(network.getScale(), 1),
      ),
    );
    network.moveTo({ scale, position: { x: (left + right) / 2, y: (top + bottom) / 2 } });
  }

  // A selection lights what it touches; the rest is veiled.
  function light(id) {
    view.chosen = id;
    const relation = facts.relations.get(id);
    const near = relation ? [relation] : facts.touching.get(id) ?? [];
    const drawn = near.filter((edge) => edges.get(edge.id));
    const lit = new Set(drawn.flatMap((edge) => [edge.from, edge.to]));
    if (byId.has(id)) lit.add(id);
    view.lit = lit.size ? { nodes: [...lit], edges: drawn.map((edge) => edge.id) } : null;
    if (!network) return [];
    const shown = drawn.filter((edge) => shownEdges.get(edge.id)).map((edge) => edge.id);
    const chosen = shownNodes.get(id) ? [id] : [];
    network.setSelection({ nodes: chosen, edges: shown }, { highlightEdges: false });
    network.redraw();
    return [...lit];
  }

  // Some shapes alone stand closer together than among all.
  function arrange() {
    const before = places();
    const base = graph.languages[zhengmai.language];
    const near = view.near ? graph.nodes.filter(({ id }) => view.near.has(id)) : [];
    const ties = near.length ? graph.edges.filter(({ from, to }) => view.near.has(from) && view.near.has(to)) : [];
    view.places = near.length ? arranged(base, near, ties) : null;
    if (!network) return;
    const { boxes } = places();
    nodes.update(
      graph.nodes
        .filter(({ id }) => boxes[id].y !== before.boxes[id].y || boxes[id].x !== before.boxes[id].x)
        .map(({ id }) => ({ id, x: boxes[id].x, y: boxes[id].y })),
    );
    edges.update(ties.filter(({ across }) => !across).map(lineLook));
  }

  return {
    fit,
    reveal,
    light,
    hidden,
    byId,
    lineOf,
    shapes,
    places,
    edgePasses,
    get network() {
      return network;
    },
    get near() {
      return view.near;
    },
    // Draws at the first sight of the graph, when its place has a size.
    draw(dark) {
      view.dark = dark;
      nodes.add(graph.nodes.map(shapeLook));
      edges.add(graph.edges.map(lineLook));
      network = new vis.Network(container, { nodes: shownNodes, edges: shownEdges }, graph.options);
      zhengmai.spaceLines(network);
      const lines = new Map(graph.edges.map((edge) => [edge.id, edge]));
      zhengmai.inSight(network, container, {
        curve: zhengmai.picture.curve,
        styleOf: (id) => {
          const { stroke, dashes } = lineOf(lines.get(id));
          return { edge: lines.get(id), color: stroke, dashes };
        },
        boxes: () => places().boxes,
        changes: [shownNodes, shownEdges],
      });
      network.on("afterDrawing", (context) => {
        if (view.lit) veil(context);
        captions(context);
      });
    },
    // Gives every shape its words and colours anew: another language, another ground.
    dress(dark) {
      view.dark = dark;
      arrange();
      if (!network) return;
      nodes.update(graph.nodes.map(shapeLook));
      edges.update(graph.edges.map(lineLook));
    },
    resize() {
      network?.setSize("100%", "100%");
      network?.redraw();
    },
    refresh(near = view.near) {
      view.near = near;
      arrange();
      shownNodes.refresh();
      shownEdges.refresh();
    },
    isShown: (id) => byId.has(id) && nodeIsShown(byId.get(id)),
    shown: () => ({
      nodes: graph.nodes.filter(nodeIsShown),
      edges: graph.edges.filter(edgeIsShown),
    }),
  };
})();
