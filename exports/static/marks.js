"use strict";

// Words with what is found in them: quotations in the panel, and stretches with their marks.
zhengmai.marks = (() => {
  const { graph, details, facts, element, state } = zhengmai;

  const place = (each) => `${facts.doc(each)}:${each.start}-${each.end}`;

  // Where a quotation stands, as a way into the text when the page holds that.
  function offsets(each) {
    const words = zhengmai.say("offsets", { start: each.start, end: each.end });
    if (!graph.documents[facts.doc(each)]) return element("span", { text: words });
    return element("button", {
      type: "button", className: "link", text: words,
      onClick: () => state.set({ view: "text", at: place(each) }),
    });
  }

  function quotation(each) {
    const why = each.why ? [element("p", { className: "quiet", text: each.why[zhengmai.language] })] : [];
    const from = graph.documents.length > 1 ? graph.documents[facts.doc(each)]?.name : "";
    return element("blockquote", each.finding ? { "data-finding": each.finding, tabindex: "-1" } : {}, [
      element("q", { text: each.quote, lang: "zh-CN" }),
      ...why,
      element("footer", {}, [[from, each.where].filter(Boolean).join(" "), " ", offsets(each)]),
      ...(each.finding ? [zhengmai.review.controls(each)] : []),
    ]);
  }

  // What states a relation; correspondences that are to be reviewed are folded into one line.
  function evidence(those) {
    const waiting = those.filter((each) => each.to_review).sort((one, two) => two.to_review - one.to_review);
    const sure = those.filter((each) => !each.to_review);
    if (!waiting.length) return sure.map(quotation);
    const named = waiting.map((each) => `${each.parent} ${each.to_review.toFixed(2).replace(/^0/, "")}`);
    const word = sure.length ? "to_review_besides" : "to_review_alone";
    const line = zhengmai.say(word, { n: waiting.length, those: zhengmai.list(named) });
    return [
      ...sure.map(quotation),
      element("details", { className: "to-review" }, [element("summary", { text: line }), ...waiting.map(quotation)]),
    ];
  }

  // What is marked in the words of a provision: relations by the kind they lead to, and the rest.
  function marksOf(id) {
    const marks = details.nodes[id].found.map((found) => ({ ...found, mark: found.field }));
    for (const edge of facts.touching.get(id)) {
      if (edge.from !== id || edge.relation === "corresponds") continue;
      marks.push(...graph.stated[edge.id].map((each) => ({ ...each, mark: facts.markOf(edge) })));
    }
    return marks;
  }

  // Splits a stretch where a mark begins or ends. Offsets count code points, not UTF-16 units.
  function marked(stretch, marks, chosen) {
    const points = Array.from(stretch.quote);
    const here = (mark) =>
      facts.doc(mark) === facts.doc(stretch) && mark.start < stretch.end && mark.end > stretch.start;
    const inside = marks.filter(here);
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
    const { text } = details.nodes[id] ?? { text: [] };
    if (!text.length) return [];
    const marks = [...marksOf(id), ...chosen];
    return [
      element("h3", { text: zhengmai.say("text") }),
      ...text.map((stretch) =>
        element("p", { className: "text", lang: "zh-CN" }, marked(stretch, marks, chosen)),
      ),
    ];
  }

  return { quotation, evidence, words, place };
})();
