"use strict";

// The way back from exports/page/packing.py: things by their numbers, words by their offsets.
function unpack(data) {
  const { base, documents, places, findings, kinds_of: kindsOf, ties, sayings } = data;
  const starts = { "~": base, "^": documents[0]?.id };
  const ids = data.ids.map((id) => (id[0] in starts ? starts[id[0]] + id.slice(1) : id));
  const byId = (list) => Object.fromEntries(list.map((value, at) => [ids[at], value]));

  // The texts stand in the page, character by character; offsets count code points.
  const texts = documents.map((_, number) => {
    const lines = document.querySelectorAll(`article[data-doc="${number}"] p`);
    const words = (line) => [...line.childNodes].filter((node) => node.nodeName !== "BUTTON");
    return Array.from([...lines].map((line) => words(line).map((node) => node.textContent).join("")).join("\n"));
  });

  function stretch(packed, about) {
    const [start, end, place = 0, below = 0, statement = 0, status = 0, doc = 0, why = 0, quote = 0, parent = 0, review = 0] = packed;
    const own = about.startsWith(base) ? about.slice(base.length) : about;
    const finding = findings[below];
    return {
      start,
      end,
      quote: quote || texts[doc]?.slice(start, end).join("") || "",
      where: places[place],
      ...(finding ? { finding: finding.startsWith("/") ? own + finding : finding } : {}),
      ...(statement ? { statement } : {}),
      ...(status ? { status } : {}),
      ...(doc ? { doc } : {}),
      ...(why ? { why } : {}),
      ...(parent ? { parent } : {}),
      ...(review ? { to_review: review } : {}),
    };
  }

  const stated = {};
  const line = ([from, to, tie, ...told]) => {
    const [relation, standing, across, bend] = ties[tie];
    const edge = {
      id: `${ids[from]} ${relation} ${ids[to]}`, from: ids[from], to: ids[to],
      relation, standing, across: Boolean(across), bend,
    };
    stated[edge.id] = told.map((each) => stretch(each, edge.from));
    return edge;
  };
  const edges = data.edges.map(line);
  const names = byId(data.names.map((name) => {
    const [zh, en, fullZh, fullEn] = typeof name === "string" ? [name, name, name, name] : name;
    return { short: { zh, en }, full: { zh: fullZh, en: fullEn } };
  }));
  const language = (drawn) => ({
    ...drawn,
    boxes: byId(drawn.boxes.map((box, at) => {
      const [x, y, width, height, label] = box || data.languages.zh.boxes[at];
      return { x, y, width, height, label };
    })),
  });

  const agencies = data.matrix.agencies.map(([id, name, full, open]) => ({ id, name, full, open }));
  const columns = new Map(agencies.map(({ id }, at) => [id, at]));
  const row = ([at, name, ...told]) => {
    const cells = agencies.map(() => []);
    for (const each of told) {
      if (Array.isArray(each)) {
        const [column, role, count] = each;
        cells[column].push({ role, relation: "", standing: "candidate", count });
      } else {
        const { id, to, relation, standing } = edges[each];
        cells[columns.get(to)].push({ role: relation, relation: id, standing, count: 1 });
      }
    }
    const id = ids[at] ?? at;
    return { id, name: name || names[id].short.zh, cells };
  };

  const graph = {
    ...data,
    ids,
    names,
    stated,
    edges,
    nodes: data.nodes.map((number, at) => {
      const [kind, tier, column] = kindsOf[number];
      return { id: ids[at], kind, tier, column, title: names[ids[at]].full.zh };
    }),
    parts: data.parts.map(([called, members]) => ({ names: called, nodes: members.map((at) => ids[at]) })),
    things: Object.fromEntries(data.things.map((kind, at) => [ids[data.nodes.length + at], { kind }])),
    relations: data.relations.map(line),
    matrix: { ...data.matrix, agencies, rows: data.matrix.rows.map(row) },
    languages: { zh: language(data.languages.zh), en: language(data.languages.en) },
  };
  const nodes = byId(data.details.map(([facts = [], text = [], found = []], at) => ({
    facts,
    text: text.map((each) => stretch(each, ids[at])),
    found: found.map(([saying, ...told]) => {
      const [field, zh, en] = sayings[saying];
      return { field, zh, en, ...stretch(told, ids[at]) };
    }),
  })));
  const warnings = data.warnings.map(({ message, stated: told }) => ({
    message, stated: told.map((each) => stretch(each, "")),
  }));
  return { graph, details: { nodes, warnings } };
}
