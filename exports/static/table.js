"use strict";

// Everything as rows: what is stated, and the things it is about. Built when it is first needed.
zhengmai.table = (() => {
  const { graph, facts, details, element } = zhengmai;
  const root = document.getElementById("tables");
  const sorting = { statements: null, things: null };
  let built = "";

  const COLUMNS = {
    statements: ["relation", "from", "to", "quote", "where", "start", "end", "status"],
    things: ["kind", "name", "level", "relations"],
  };

  function statements() {
    const bare = [...facts.relations.values()].filter((relation) => !graph.stated[relation.id].length);
    const rows = [...facts.stated, ...bare.map((relation) => ({ select: relation.id, relation }))];
    return rows.map((each) => ({
      select: each.select,
      relation: each.relation ? zhengmai.relation(each.relation.relation) : zhengmai.field(each.field),
      from: each.relation ? zhengmai.name(each.relation.from) : zhengmai.name(each.on),
      to: each.relation
        ? [zhengmai.name(each.relation.to), each.parent].filter(Boolean).join(" ")
        : each[zhengmai.language],
      quote: each.quote ?? "",
      where: each.where ?? "",
      start: each.start ?? "",
      end: each.end ?? "",
      status: zhengmai.standing(each.status ?? each.relation?.standing ?? "candidate"),
    }));
  }

  function things() {
    return [...facts.kinds].map(([id, kind]) => ({
      select: id,
      kind: zhengmai.kind(kind),
      name: graph.names[id].full[zhengmai.language],
      level: details.nodes[id].facts.find((fact) => fact.field === "level")?.[zhengmai.language] ?? "",
      relations: facts.touching.get(id).length,
    }));
  }

  const MAKE = { statements, things };
  const collator = new Intl.Collator("zh-CN", { numeric: true });

  function rows(name) {
    const made = MAKE[name]();
    const order = sorting[name];
    if (!order) return made;
    const by = typeof made[0]?.[order.column] === "number"
      ? (one, two) => one[order.column] - two[order.column]
      : (one, two) => collator.compare(one[order.column], two[order.column]);
    return made.sort((one, two) => by(one, two) * order.way);
  }

  function sort(name, column) {
    const order = sorting[name];
    sorting[name] = { column, way: order?.column === column ? -order.way : 1 };
    built = "";
    render();
    root.querySelector(`#table-${name} [data-column="${column}"] button`).focus();
  }

  function table(name) {
    const order = sorting[name];
    const heads = COLUMNS[name].map((column) =>
      element("th", {
        scope: "col", "data-column": column,
        "aria-sort": order?.column === column ? (order.way > 0 ? "ascending" : "descending") : "none",
      }, [element("button", { type: "button", text: zhengmai.say(`column_${column}`), onClick: () => sort(name, column) })]),
    );
    const lead = COLUMNS[name][1];
    const lines = rows(name).map((row) =>
      element("tr", {}, COLUMNS[name].map((column) =>
        element("td", { className: `column-${column}` }, column === lead
          ? [element("button", { type: "button", className: "link", text: row[column], "data-select": zhengmai.state.short(row.select) })]
          : [String(row[column])]),
      )),
    );
    return element("div", {}, [
      element("h2", { text: `${zhengmai.say(`table_${name}`)} (${lines.length})` }),
      element("table", { id: `table-${name}` }, [
        element("thead", {}, [element("tr", {}, heads)]), element("tbody", {}, lines),
      ]),
    ]);
  }

  function render() {
    if (built === zhengmai.language) return;
    built = zhengmai.language;
    root.replaceChildren(table("statements"), table("things"));
  }

  return { render, rows, columns: (name) => COLUMNS[name], get built() { return built; } };
})();
