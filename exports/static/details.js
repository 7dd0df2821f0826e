"use strict";

// The panel: what is selected, its own words with every finding marked, and the evidence.
zhengmai.panel = (() => {
  const { graph, details, drawing, element } = zhengmai;
  const aside = document.getElementById("panel");
  const MARKS = { agency: "body", open: "body", group: "group", right: "right" };

  const button = (id) =>
    element("button", {
      type: "button", className: "link", text: zhengmai.name(id), onClick: () => zhengmai.select(id),
    });

  const offsets = ({ start, end }) => zhengmai.say("offsets", { start, end });

  // Equal words are quoted once, with every place where they stand.
  function quotations(stated) {
    const places = new Map();
    for (const each of stated) {
      const key = JSON.stringify([each.quote, each.where]);
      places.set(key, [...(places.get(key) ?? []), each]);
    }
    return [...places.values()].map((same) =>
      element("blockquote", {}, [
        element("q", { text: same[0].quote }),
        element("footer", {
          text: [same[0].where, ...same.map(offsets)].filter(Boolean).join(" · "),
        }),
      ]),
    );
  }

  // What is marked in the words of a provision: relations by the kind they lead to, and the rest.
  function marksOf(id) {
    const marks = details.nodes[id].found.map((found) => ({ ...found, mark: found.field }));
    for (const edge of drawing.touching.get(id)) {
      if (edge.from !== id) continue;
      const mark = MARKS[drawing.kinds.get(edge.to)] ?? "cited";
      marks.push(...graph.stated[edge.id].map((stated) => ({ ...stated, mark })));
    }
    return marks;
  }

  // Splits a stretch where a mark begins or ends. Offsets count code points, not UTF-16 units.
  function marked(stretch, marks, chosen) {
    const points = Array.from(stretch.quote);
    const inside = marks.filter((mark) => mark.start < stretch.end && mark.end > stretch.start);
    const cuts = new Set([stretch.start, stretch.end]);
    for (const mark of inside) {
      cuts.add(Math.max(mark.start, stretch.start)).add(Math.min(mark.end, stretch.end));
    }
    const sorted = [...cuts].sort((one, other) => one - other);
    return sorted.slice(1).map((end, index) => {
      const start = sorted[index];
      const text = points.slice(start - stretch.start, end - stretch.start).join("");
      const over = inside.filter((mark) => mark.start <= start && mark.end >= end);
      if (!over.length) return document.createTextNode(text);
      const names = new Set(over.map((mark) => `mark-${mark.mark}`));
      if (chosen.some((mark) => mark.start <= start && mark.end >= end)) names.add("chosen");
      return element("mark", { text, className: [...names].join(" ") });
    });
  }

  function words(id, chosen = []) {
    const { text } = details.nodes[id];
    if (!text.length) return [];
    const marks = [...marksOf(id), ...chosen];
    return [
      element("h3", { text: zhengmai.say("text") }),
      ...text.map((stretch) => element("p", { className: "text" }, marked(stretch, marks, chosen))),
    ];
  }

  function found(id) {
    const all = details.nodes[id].found;
    if (!all.length) return [];
    return [
      element("h3", { text: zhengmai.say("says") }),
      ...all.map((one) =>
        element("div", { className: "relation" }, [
          element("span", { className: `tag mark-${one.field}`, text: zhengmai.field(one.field) }),
          ` ${one[zhengmai.language]}`,
          ...quotations([one]),
        ]),
      ),
    ];
  }

  function relations(id, end, other, heading) {
    const edges = drawing.touching.get(id).filter((edge) => edge[end] === id);
    if (!edges.length) return [];
    const order = Object.keys(graph.lines);
    edges.sort((one, two) => order.indexOf(one.relation) - order.indexOf(two.relation));
    return [
      element("h3", { text: `${zhengmai.say(heading)} (${edges.length})` }),
      ...edges.map((edge) =>
        element("div", { className: "relation" }, [
          element("span", { className: "tag", text: zhengmai.relation(edge.relation) }),
          " ",
          button(edge[other]),
          ...quotations(graph.stated[edge.id]),
        ]),
      ),
    ];
  }

  function header(tag, title) {
    return element("div", { className: "top" }, [
      element("span", { className: "tag", text: tag }),
      element("button", {
        type: "button", className: "close", text: "×", "aria-label": zhengmai.say("close"),
        onClick: () => zhengmai.select(null),
      }),
      element("h2", { text: title }),
    ]);
  }

  function node(id) {
    const { facts } = details.nodes[id];
    return [
      header(zhengmai.kind(drawing.kinds.get(id)), graph.names[id].full[zhengmai.language]),
      element("dl", {}, facts.flatMap((fact) => [
        element("dt", { text: zhengmai.field(fact.field) }),
        element("dd", { text: fact[zhengmai.language] }),
      ])),
      ...words(id),
      ...relations(id, "from", "to", "outgoing"),
      ...relations(id, "to", "from", "incoming"),
      ...found(id),
    ];
  }

  function edge(one) {
    const stated = graph.stated[one.id];
    return [
      header(zhengmai.relation(one.relation), `${zhengmai.name(one.from)} → ${zhengmai.name(one.to)}`),
      element("p", {}, [button(one.from)]),
      element("p", {}, [button(one.to)]),
      element("h3", { text: zhengmai.say("evidence") }),
      ...(stated.length
        ? quotations(stated)
        : [element("p", { className: "quiet", text: zhengmai.say("structure") })]),
      ...words(one.from, stated.map((each) => ({ ...each, mark: "chosen" }))),
    ];
  }

  function notes() {
    const made = [header(zhengmai.say("notes"), document.title), element("p", { text: zhengmai.say("help") })];
    for (const { word, ...values } of graph.notes) {
      made.push(element("p", { className: "warning", text: zhengmai.say(word, values) }));
    }
    if (details.warnings.length) made.push(element("h3", { text: zhengmai.say("warnings") }));
    for (const warning of details.warnings) {
      made.push(
        element("div", { className: "warning" }, [
          element("p", { text: warning.message }),
          ...quotations(warning.stated),
        ]),
      );
    }
    return made;
  }

  return {
    notesCount: graph.notes.length + details.warnings.length,
    // Tells whether the panel was opened or closed, so that the drawing has another width.
    show(selection) {
      const changed = aside.hidden === Boolean(selection);
      aside.hidden = !selection;
      if (!selection) return changed;
      const content = selection.notes ? notes() : selection.edge ? edge(selection.edge) : node(selection.id);
      aside.replaceChildren(...content);
      aside.scrollTop = 0;
      return changed;
    },
  };
})();
