"use strict";

// The source text: from a mark to what is found there, and from a selection to its marks.
zhengmai.text = (() => {
  const { graph, details, facts, state } = zhengmai;
  const root = document.getElementById("texts");
  const marks = [];
  for (const article of root?.querySelectorAll("article") ?? []) {
    const doc = Number(article.dataset.doc);
    for (const mark of article.querySelectorAll("mark")) {
      const start = Number(mark.dataset.at);
      marks.push({ mark, doc, start, end: start + Array.from(mark.textContent).length });
    }
    // Provisions that the page has no room to draw have no number, and cannot be selected.
    for (const label of article.querySelectorAll("button[data-n]")) {
      const short = state.short(graph.ids[label.dataset.n]);
      label.dataset.select = label.parentElement.dataset.place = short;
    }
  }
  let chosen = [];

  // "0:1333-1341" as the number of the text and two offsets.
  function parse(at) {
    const match = /^(\d+):(\d+)-(\d+)$/.exec(at);
    return match && graph.documents[match[1]] ? match.slice(1).map(Number) : null;
  }

  // Where the selection is stated: its own words, those of its relations, those found in it.
  function places({ select, at }) {
    const place = parse(at);
    if (place) return [{ doc: place[0], start: place[1], end: place[2] }];
    const relation = facts.relations.get(select);
    if (relation) return graph.stated[select].map((each) => ({ ...each, doc: facts.doc(each) }));
    if (!facts.kinds.has(select)) return [];
    const own = details.nodes[select].text;
    const stretches = own.length
      ? own
      : facts.touching.get(select).filter((edge) => edge.to === select).flatMap((edge) => graph.stated[edge.id]);
    return stretches.map((each) => ({ ...each, doc: facts.doc(each) }));
  }

  function show(now) {
    for (const mark of chosen) mark.classList.remove("chosen");
    for (const line of root?.querySelectorAll("p.chosen") ?? []) line.classList.remove("chosen");
    const wanted = places(now);
    chosen = marks
      .filter(({ doc, start, end }) => wanted.some((w) => w.doc === doc && start < w.end && end > w.start))
      .map(({ mark }) => mark);
    for (const mark of chosen) mark.classList.add("chosen");
    const line = now.select ? root?.querySelector(`p[data-place="${CSS.escape(state.short(now.select))}"]`) : null;
    line?.classList.add("chosen");
    if (now.view === "text") (line || chosen[0])?.scrollIntoView({ block: "center" });
  }

  root?.addEventListener("click", (event) => {
    const mark = event.target.closest("mark");
    if (!mark || window.getSelection().toString()) return;
    const { doc, start, end } = marks.find((each) => each.mark === mark);
    state.set({ select: "", at: `${doc}:${start}-${end}` });
  });
  // Marks can be reached by Tab one after another: the first is, the arrows go on.
  root?.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const at = marks.findIndex(({ mark }) => mark === event.target);
    if (at >= 0 && step) {
      marks[at + step]?.mark.focus();
      event.preventDefault();
    } else if (at >= 0 && event.key === "Enter") {
      event.target.click();
    }
  });
  for (const { mark } of marks) mark.tabIndex = -1;
  if (marks.length) marks[0].mark.tabIndex = 0;
  root?.addEventListener("focusin", (event) => {
    if (event.target.tagName !== "MARK") return;
    for (const mark of root.querySelectorAll('mark[tabindex="0"]')) mark.tabIndex = -1;
    event.target.tabIndex = 0;
  });

  return { parse, show };
})();
