"use strict";

// What is drawn of a large graph. vis-network computes every line and arrow anew for each frame;
// here only what is in sight is drawn, and while the view moves, many lines are a few strokes
// without arrows. Standing still it looks as vis-network draws it.
zhengmai.inSight = (network, container, { curve, styleOf, boxes, changes }) => {
  const { body, renderer } = network;
  const MARGIN = 200; // more than half of the largest shape
  const MANY = 400; // lines in sight from which on it matters
  const REST = 200; // milliseconds without a move
  const seen = { nodeIndices: [], edgeIndices: [] };
  let place = "";
  let moving = false;
  let resting = 0;
  let strokes = null;
  let measured = false; // whether every shape has got its size, which lines end at

  function look() {
    const { x: left, y: top } = network.DOMtoCanvas({ x: 0, y: 0 });
    const { x: right, y: bottom } = network.DOMtoCanvas({ x: container.clientWidth, y: container.clientHeight });
    const overlaps = (x1, y1, x2, y2) => x1 < right && x2 > left && y1 < bottom && y2 > top;
    seen.nodeIndices = body.nodeIndices.filter((id) => {
      const { x, y } = body.nodes[id];
      return !measured || overlaps(x - MARGIN, y - MARGIN, x + MARGIN, y + MARGIN);
    });
    measured = true;
    seen.edgeIndices = body.edgeIndices.filter((id) => {
      const { from, to, connected } = body.edges[id];
      if (!connected) return false;
      // A line between columns stays between its ends, one within a column is bowed to the side.
      const bow = MARGIN + (Math.abs(from.x - to.x) < MARGIN ? Math.abs(from.y - to.y) : 0);
      return overlaps(
        Math.min(from.x, to.x) - bow, Math.min(from.y, to.y) - MARGIN,
        Math.max(from.x, to.x) + bow, Math.max(from.y, to.y) + MARGIN,
      );
    });
    const now = [left, top, right].join(" ");
    moving = place !== "" && place !== now && seen.edgeIndices.length > MANY;
    place = now;
  }

  // Counted from the end of a frame: a slow one must not be followed by a slower.
  function rest() {
    clearTimeout(resting);
    if (moving) resting = setTimeout(() => network.redraw(), REST);
  }

  // All lines of one look as one path, made once: places change only when a shape is dragged.
  function stroked() {
    const paths = new Map();
    for (const id of body.edgeIndices) {
      const { from, to, connected } = body.edges[id];
      if (!connected) continue;
      const { edge, color, dashes } = styleOf(id);
      const key = `${color} ${dashes}`;
      if (!paths.has(key)) paths.set(key, { color, path: new Path2D() });
      // Between columns from middle to middle, as vis-network bends them; shapes lie above.
      const [one, other] = [from, to].map(({ id: end, x, y }) => ({
        ...boxes()[end], ...(edge.across ? { width: 0 } : {}), x, y,
      }));
      paths.get(key).path.addPath(new Path2D(curve(edge, one, other)));
    }
    return [...paths.values()];
  }

  function strokeAll(context) {
    strokes ??= stroked();
    context.save();
    context.globalAlpha = 0.55;
    context.lineWidth = 1;
    for (const { color, path } of strokes) {
      context.strokeStyle = color;
      context.stroke(path);
    }
    context.restore();
  }

  function only(method, kind, whileMoving = null) {
    const draw = renderer[method].bind(renderer);
    renderer[method] = (...given) => {
      if (moving && whileMoving) return whileMoving(...given);
      const all = body[kind];
      body[kind] = seen[kind];
      try {
        return draw(...given);
      } finally {
        body[kind] = all;
      }
    };
  }

  const forget = () => {
    measured = false;
    strokes = null;
  };
  for (const change of changes) change.on("*", forget);
  network.on("dragEnd", forget);
  network.on("beforeDrawing", look);
  network.on("afterDrawing", rest);
  only("_drawEdges", "edgeIndices", strokeAll);
  only("_drawNodes", "nodeIndices");
  only("_drawArrows", "edgeIndices", () => {});
};
