"use strict";

// The way back from exports/page/packing.py: things by their numbers, words by their offsets.
function unpack(data) {
  const { base, documents, places } = data;
  const ids = data.ids.map((id) => (id.startsWith("~") ? base + id.slice(1) : id));
  const byId = (list) => Object.fromEntries(list.map((value, at) => [ids[at], value]));

  // The texts stand in the page, character by character; offsets count code points.
  const texts = documents.map((_, number) => {
    const lines = document.querySelectorAll(`article[data-doc="${number}"] p`);
    const words = (line) => [...line.childNodes].filter((node) => node.nodeName !== "BUTTON");
    return Array.from([...lines].map((line) => words(line).map((node) => node.textContent).join("")).join("\n"));
  });

  function stretch([start, end, place = 0, finding = 0, statement = 0, status = 0, doc = 0, why = 0, quote = 0, parent = 0], about) {
    const own = about.startsWith(base) ? about.slice(base.length) : about;
    return {
      start,
      end,
      quote: quote || texts[doc]?.slice(start, end).join("") || "",
      where: places[place] ?? "",
      ...(finding ? { finding: finding.startsWith("/") ? own + finding : finding } : {}),
      ...(statement ? { statement } : {}),
      ...(status ? { status } : {}),
      ...(doc ? { doc } : {}),
      ...(why ? { why } : {}),
      ...(parent ? { parent } : {}),
    };
  }

  const stated = {};
  const line = ([from, to, relation, standing, across, bend, told]) => {
    const edge = {
      id: `${ids[from]} ${relation} ${ids[to]}`, from: ids[from], to: ids[to],
      relation, standing, across: Boolean(across), bend,
    };
    stated[edge.id] = told.map((each) => stretch(each, edge.from));
    return edge;
  };
  const names = byId(data.names.map((name) => {
    const [zh, en, fullZh, fullEn] = typeof name === "string" ? [name, name, name, name] : name;
    return { short: { zh, en }, full: { zh: fullZh, en: fullEn } };
  }));
  const language = (drawn) => ({
    ...drawn,
    boxes: byId(drawn.boxes.map(([x, y, width, height, label]) => ({ x, y, width, height, label }))),
  });
  const graph = {
    ...data,
    names,
    stated,
    nodes: data.nodes.map(([kind, tier, column], at) => ({
      id: ids[at], kind, tier, column, title: names[ids[at]].full.zh,
    })),
    parts: data.parts.map(([called, members]) => ({ names: called, nodes: members.map((at) => ids[at]) })),
    things: Object.fromEntries(data.things.map((kind, at) => [ids[data.nodes.length + at], { kind }])),
    edges: data.edges.map(line),
    relations: data.relations.map(line),
    languages: { zh: language(data.languages.zh), en: language(data.languages.en) },
  };
  const nodes = byId(data.details.map(([facts, text, found], at) => ({
    facts,
    text: text.map((each) => stretch(each, ids[at])),
    found: found.map(([field, zh, en, told]) => ({ field, zh, en, ...stretch(told, ids[at]) })),
  })));
  const warnings = data.warnings.map(({ message, stated: told }) => ({
    message, stated: told.map((each) => stretch(each, "")),
  }));
  return { graph, details: { nodes, warnings } };
}
