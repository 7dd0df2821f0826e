"use strict";

// Who does what, as a table. Built when it is first needed.
zhengmai.matrix = (() => {
  const { graph, facts, element, state } = zhengmai;
  const { agencies, rows, totals } = graph.matrix;
  const root = document.getElementById("duties");
  let built = "";

  // A thing of the page can be selected; the agencies of a store's page are none.
  const name = (id, text, title) =>
    facts.exists(id)
      ? element("button", { type: "button", text, title, "data-select": state.short(id) })
      : element("span", { text, title });

  function duty({ role, relation, standing, count }) {
    const glyph = zhengmai.say(`glyph_${role}`);
    const className = `role role-${role} standing-${standing}`;
    if (!relation) {
      const title = `${zhengmai.relation(role)} ${count}`;
      return element("b", { className, text: `${glyph}${count}`, title });
    }
    const title = zhengmai.line(facts.relations.get(relation));
    return element("button", {
      type: "button", className, text: glyph, title, "aria-label": title, "data-select": state.short(relation),
    });
  }

  const head = (attributes, children) => element("th", { scope: "col", ...attributes }, children);
  const what = () => zhengmai.say(graph.matrix.of_store ? "document" : "provision");

  function table() {
    const heads = agencies.map((agency) =>
      head(agency.open ? { className: "open" } : {}, [name(agency.id, agency.name, agency.full)]),
    );
    const lines = rows.map((row) =>
      element("tr", {}, [
        element("th", { scope: "row" }, [name(row.id, row.name, graph.names[row.id]?.full[zhengmai.language] ?? row.name)]),
        ...row.cells.map((cell) => element("td", {}, cell.map(duty))),
      ]),
    );
    const sums = totals.map((total) => element("td", { text: total }));
    return element("table", { id: "matrix" }, [
      element("thead", {}, [element("tr", {}, [head({ text: what() }), ...heads])]),
      element("tbody", {}, lines),
      element("tfoot", {}, [
        element("tr", {}, [element("th", { scope: "row", text: zhengmai.say("total") }), ...sums]),
      ]),
    ]);
  }

  function render() {
    if (!root || built === zhengmai.language) return;
    built = zhengmai.language;
    root.replaceChildren(table());
  }

  // The same for a spreadsheet.
  function plain() {
    if (!root) return [];
    const said = ({ role, relation, count }) =>
      relation ? zhengmai.relation(role) : `${zhengmai.relation(role)} ${count}`;
    return [
      [what(), ...agencies.map((agency) => agency.name)],
      ...rows.map((row) => [row.name, ...row.cells.map((cell) => cell.map(said).join("、"))]),
      [zhengmai.say("total"), ...totals],
    ];
  }

  return { render, plain };
})();
