"use strict";

// The relations, the findings and the words that state them, found by what they touch.
zhengmai.facts = (() => {
  const { graph, details } = zhengmai;
  const MARKS = { agency: "body", open: "body", group: "group", right: "right" };
  const relations = new Map();
  const touching = new Map();
  const kinds = new Map(graph.nodes.map((node) => [node.id, node.kind]));
  for (const [id, thing] of Object.entries(graph.things)) kinds.set(id, thing.kind);
  for (const id of kinds.keys()) touching.set(id, []);
  // The lineage says of a document what the graph says of its annex: once is enough beside a thing.
  const told = new Set(graph.edges.flatMap((edge) => graph.stated[edge.id].map((each) => each.finding)));
  const again = new Set(
    graph.relations.filter(({ id }) => graph.stated[id].every((each) => told.has(each.finding))),
  );
  for (const relation of [...graph.edges, ...graph.relations]) {
    relations.set(relation.id, relation);
    if (again.has(relation)) continue;
    touching.get(relation.from)?.push(relation);
    if (relation.to !== relation.from) touching.get(relation.to)?.push(relation);
  }

  // Everything that is stated, in the order of the texts: relations and what else was found.
  const stated = [];
  for (const relation of relations.values()) {
    if (again.has(relation)) continue;
    for (const each of graph.stated[relation.id]) {
      stated.push({ ...each, select: relation.id, relation, mark: MARKS[kinds.get(relation.to)] ?? "cited" });
    }
  }
  for (const [id, { found }] of Object.entries(details.nodes)) {
    for (const each of found) stated.push({ ...each, select: id, on: id, mark: each.field });
  }
  const doc = (each) => each.doc ?? 0;
  stated.sort((one, two) => doc(one) - doc(two) || one.start - two.start || one.end - two.end);

  // One entry for each finding, which several relations may come from.
  const findings = new Map();
  for (const each of stated) {
    if (each.finding && !findings.has(each.finding)) findings.set(each.finding, each);
  }

  return {
    relations,
    touching,
    kinds,
    stated,
    findings,
    doc,
    markOf: (relation) => MARKS[kinds.get(relation.to)] ?? "cited",
    exists: (id) => kinds.has(id) || relations.has(id),
    at: (number, start, end) =>
      stated.filter((each) => doc(each) === number && each.start < end && each.end > start),
  };
})();
