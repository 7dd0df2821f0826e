"use strict";

// The panel: what is selected, its own words with every finding marked, and the evidence.
zhengmai.panel = (() => {
  const { graph, details, facts, marks, element } = zhengmai;
  const aside = document.getElementById("panel");

  const button = (id) =>
    element("button", {
      type: "button", className: "link", text: zhengmai.name(id), onClick: () => zhengmai.select(id),
    });

  const structure = () => element("p", { className: "quiet", text: zhengmai.say("structure") });

  function tag(relation) {
    const { standing } = relation;
    const made = [element("span", { className: "tag", text: zhengmai.relation(relation.relation) })];
    if (!["candidate", "structure"].includes(standing)) {
      made.push(" ", element("span", { className: `tag standing-${standing}`, text: zhengmai.standing(standing) }));
    }
    return made;
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
          marks.quotation(one),
        ]),
      ),
    ];
  }

  function relations(id, end, other, heading) {
    const edges = facts.touching.get(id).filter((edge) => edge[end] === id);
    if (!edges.length) return [];
    const order = Object.keys(graph.lines);
    edges.sort((one, two) => order.indexOf(one.relation) - order.indexOf(two.relation));
    return [
      element("h3", { text: `${zhengmai.say(heading)} (${edges.length})` }),
      ...edges.map((edge) =>
        element("div", { className: "relation" }, [
          ...tag(edge), " ", button(edge[other]), ...marks.evidence(graph.stated[edge.id]),
        ]),
      ),
    ];
  }

  // In the frame of a notebook there is no address that a link could lead to.
  const copy = () =>
    location.protocol === "about:" ? [] : [element("button", {
      type: "button", className: "copy link", text: zhengmai.say("copy_link"),
      onClick: (event) => {
        const said = (word) => () => { event.target.textContent = zhengmai.say(word); };
        navigator.clipboard?.writeText(zhengmai.state.link()).then(said("copied"), said("copy_by_hand"));
      },
    })];

  function header(tag, title) {
    return element("div", { className: "top" }, [
      element("span", { className: "tag", text: tag }),
      ...copy(),
      element("button", {
        type: "button", className: "close", text: "×", "aria-label": zhengmai.say("close"),
        onClick: () => zhengmai.select(null),
      }),
      element("h2", { text: title }),
    ]);
  }

  function node(id) {
    return [
      header(zhengmai.kind(facts.kinds.get(id)), graph.names[id].full[zhengmai.language]),
      element("dl", {}, details.nodes[id].facts.flatMap((fact) => [
        element("dt", { text: zhengmai.field(fact.field) }),
        element("dd", { text: fact[zhengmai.language] }),
      ])),
      ...marks.words(id),
      ...relations(id, "from", "to", "outgoing"),
      ...relations(id, "to", "from", "incoming"),
      ...found(id),
    ];
  }

  function relation(one) {
    const stated = graph.stated[one.id];
    return [
      header(zhengmai.relation(one.relation), `${zhengmai.name(one.from)} → ${zhengmai.name(one.to)}`),
      element("p", {}, tag(one)),
      element("p", {}, [button(one.from)]),
      element("p", {}, [button(one.to)]),
      element("h3", { text: zhengmai.say("evidence") }),
      ...(stated.length ? marks.evidence(stated) : [structure()]),
      ...marks.words(one.from, stated.map((each) => ({ ...each, mark: "chosen" }))),
    ];
  }

  // Everything that is found in one place of the text.
  function stretch([number, start, end]) {
    const here = facts.at(number, start, end);
    return [
      header(zhengmai.say("view_text"), zhengmai.say("offsets", { start, end })),
      ...here.map((each) =>
        element("div", { className: "relation" }, [
          ...(each.relation
            ? [...tag(each.relation), " ", element("button", {
                type: "button", className: "link",
                text: `${zhengmai.name(each.relation.from)} → ${zhengmai.name(each.relation.to)}`,
                onClick: () => zhengmai.state.set({ select: each.select }),
              })]
            : [element("span", { className: `tag mark-${each.field}`, text: zhengmai.field(each.field) }),
               ` ${each[zhengmai.language]} `, button(each.on)]),
          marks.quotation(each),
        ]),
      ),
      ...(here.length ? [] : warnings(details.warnings.filter((warning) =>
        warning.stated.some((each) => facts.doc(each) === number && each.start < end && each.end > start)))),
    ];
  }

  const warnings = (those) =>
    those.map((warning) =>
      element("div", { className: "warning" }, [
        element("p", { text: warning.message }), ...warning.stated.map(marks.quotation),
      ]),
    );

  function notes() {
    const made = [header(zhengmai.say("notes"), document.title), element("p", { text: zhengmai.say("help") })];
    made.push(element("p", { text: zhengmai.say("keys") }));
    for (const { word, ...values } of graph.notes) {
      made.push(element("p", { className: "warning", text: zhengmai.say(word, values) }));
    }
    if (details.warnings.length) made.push(element("h3", { text: zhengmai.say("warnings") }));
    return [...made, ...warnings(details.warnings)];
  }

  function content({ select, at }) {
    if (select === "notes") return notes();
    if (facts.relations.has(select)) return relation(facts.relations.get(select));
    if (select) return node(select);
    const place = zhengmai.text.parse(at);
    return place ? stretch(place) : null;
  }

  return {
    notesCount: graph.notes.length + details.warnings.length,
    aside,
    // Tells whether the panel was opened or closed, so that the drawing has another width.
    show(now) {
      const made = content(now);
      const changed = aside.hidden === Boolean(made);
      aside.hidden = !made;
      if (made) {
        aside.replaceChildren(...made);
        aside.scrollTop = 0;
      }
      return changed;
    },
  };
})();
