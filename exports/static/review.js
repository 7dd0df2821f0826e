"use strict";

// Decisions of a reviewer, kept in the page (and by the browser, where it may) and given out as a
// file that `zhengmai review import` reads. Nothing is sent anywhere. What the store knows of earlier
// reviews came with the page.
zhengmai.review = (() => {
  const { graph, facts, element, state } = zhengmai;
  const decisions = new Map();
  const KEPT = `zhengmai ${graph.documents.map((each) => each.id).join(" ")}`;
  const SIGNS = { accepted: "✓", rejected: "✗", corrected: "✎" };
  const counter = document.getElementById("reviewed");

  // A decision holds for the statement that it was made on: a finding that says something else by
  // now is another one.
  function restore() {
    try {
      for (const [finding, decision] of Object.entries(JSON.parse(localStorage.getItem(KEPT) ?? "{}"))) {
        const same = decision?.statement && facts.findings.get(finding)?.statement === decision.statement;
        if (same && decision.decision in SIGNS) decisions.set(finding, decision);
      }
    } catch {
      // What the browser does not keep stays in the page.
    }
  }

  function keep() {
    try {
      localStorage.setItem(KEPT, JSON.stringify(Object.fromEntries(decisions)));
    } catch {
      // Likewise.
    }
  }

  const all = (name, finding) => document.querySelectorAll(`[data-${name}="${CSS.escape(finding)}"]`);

  function decide(finding, decision) {
    if (!facts.findings.has(finding)) return; // a page that is cut may compare what it does not draw
    const { statement } = facts.findings.get(finding);
    if (decision) decisions.set(finding, { note: "", correction: "", ...decision, statement });
    else decisions.delete(finding);
    keep();
    tell();
    for (const bar of all("bar", finding)) bar.replaceWith(controls(facts.findings.get(finding)));
  }

  // One button takes back what it has done; a note stays while the decision changes.
  function toggle(finding, decision) {
    const made = decisions.get(finding);
    decide(finding, made?.decision === decision ? null : { decision, note: made?.note ?? "" });
  }

  const stored = (finding) => graph.reviews[finding];
  const settled = (finding) => decisions.has(finding) || (stored(finding) && !stored(finding).outdated);

  // What was decided before, as the store has it.
  function before(finding) {
    const review = stored(finding);
    if (!review) return [];
    const told = [
      `${SIGNS[review.decision]} ${zhengmai.say(review.decision)}`,
      review.correction && `${zhengmai.say("correction")} ${review.correction}`,
      review.note && `${zhengmai.say("note")} ${review.note}`,
      review.by && `${zhengmai.say("by")} ${review.by}`,
    ];
    const word = review.outdated ? "review_outdated" : "review_stored";
    return [element("p", { className: `stored${review.outdated ? " outdated" : ""}` }, [
      element("b", { text: zhengmai.say(word) }), ` ${told.filter(Boolean).join(" · ")}`,
    ])];
  }

  function controls(each) {
    const { finding } = each;
    const made = decisions.get(finding);
    const press = (decision, onClick) =>
      element("button", {
        type: "button", text: `${SIGNS[decision]} ${zhengmai.say(decision)}`, onClick,
        className: `decision-${decision}`, "aria-pressed": String(made?.decision === decision),
      });
    const said = made && (made.correction || made.note);
    return element("div", { className: "review", "data-bar": finding }, [
      press("accepted", () => toggle(finding, "accepted")),
      press("rejected", () => toggle(finding, "rejected")),
      press("corrected", (event) => correct(finding, event.target.closest("[data-bar]"))),
      ...(each.status ? [element("span", { className: `tag standing-${each.status}`, text: zhengmai.standing(each.status) })] : []),
      ...(said ? [element("p", { className: "quiet", text: [made.correction, made.note].filter(Boolean).join(" · ") })] : []),
      ...before(finding),
    ]);
  }

  // A small form in the place of the buttons. A correction rejects; a note alone goes with what was
  // decided, and decides nothing.
  function correct(finding, bar) {
    const made = decisions.get(finding);
    const field = (name, value) => {
      const input = element("input", { type: "text", name, value, autocomplete: "off", maxlength: "10000" });
      return element("label", {}, [element("span", { text: zhengmai.say(name) }), input]);
    };
    const back = () => {
      const fresh = controls(facts.findings.get(finding));
      form.replaceWith(fresh);
      fresh.closest("[data-finding]")?.focus();
    };
    const form = element("form", { className: "review" }, [
      field("correction", made?.correction ?? ""),
      field("note", made?.note ?? ""),
      element("button", { type: "submit", text: zhengmai.say("keep") }),
      element("button", { type: "button", text: zhengmai.say("cancel"), onClick: back }),
    ]);
    const [correction, note] = form.querySelectorAll("input");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const said = { correction: correction.value.trim(), note: note.value.trim() };
      const plain = made && made.decision !== "corrected" ? made.decision : null;
      if (said.note && !said.correction && !plain) {
        correction.required = true;
        form.reportValidity();
        return;
      }
      back();
      if (said.correction) decide(finding, { decision: "corrected", ...said });
      else decide(finding, plain ? { decision: plain, ...said } : null);
    });
    form.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key === "Escape") back();
    });
    bar.replaceWith(form);
    correction.focus();
  }

  function tell() {
    const done = [...facts.findings.keys()].filter(settled).length;
    counter.textContent = facts.findings.size
      ? zhengmai.say("reviewed", { n: done, all: facts.findings.size })
      : "";
  }

  // In the comparison every alignment has its buttons beside it.
  function fill() {
    for (const each of document.querySelectorAll("#comparisons [data-finding] > .review")) {
      const known = facts.findings.get(each.closest("[data-finding]").dataset.finding);
      if (known) each.replaceWith(controls(known));
    }
  }

  // Where decisions are made: in the comparison while it has the focus or the panel has none.
  function scope() {
    const { aside } = zhengmai.panel;
    const view = document.getElementById("view-comparison");
    const inside = view.contains(document.activeElement) && document.activeElement.closest("[data-finding]");
    return inside || (!view.hidden && !aside.querySelector("[data-finding]")) ? view : aside;
  }

  // The finding that has the focus, or the first.
  function current() {
    const own = document.activeElement?.closest?.("[data-finding]");
    return own ?? scope().querySelector("[data-finding]");
  }

  function step(by) {
    const here = [...scope().querySelectorAll("[data-finding]")];
    const own = document.activeElement?.closest?.("[data-finding]");
    const next = here[own ? here.indexOf(own) + by : 0];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  }

  // Goes on to the first finding behind the current one that nobody has decided on.
  function next() {
    const order = [...facts.findings.keys()];
    const at = order.indexOf(current()?.dataset.finding ?? "");
    const ahead = [...order.slice(at + 1), ...order.slice(0, at + 1)];
    const open = ahead.find((finding) => !settled(finding));
    if (!open) return;
    state.set({ select: facts.findings.get(open).select, at: "" });
    const block = zhengmai.panel.aside.querySelector(`[data-finding="${CSS.escape(open)}"]`);
    block?.focus();
    block?.scrollIntoView({ block: "center" });
  }

  function says(each) {
    if (!each.relation) return `${zhengmai.field(each.field)} ${each.zh}`;
    return `${zhengmai.relation(each.relation.relation)} → ${graph.names[each.relation.to].full.zh}`;
  }

  // Sorted, and without a date: the same decisions are the same file.
  function file() {
    const rows = [...decisions].sort(([one], [two]) => (one < two ? -1 : 1)).map(([finding, made]) => {
      const each = facts.findings.get(finding);
      return {
        finding: graph.base + finding,
        decision: made.decision,
        correction: made.correction,
        note: made.note,
        document: graph.documents[facts.doc(each)]?.id ?? "",
        statement: each.statement,
        says: says(each),
        start: each.start,
        end: each.end,
        quote: each.quote,
      };
    });
    return `${JSON.stringify({ format: "zhengmai-decisions", version: 1, decisions: rows }, null, 2)}\n`;
  }

  restore();
  return {
    controls,
    tell,
    file,
    step,
    next,
    fill,
    correct() {
      const block = current();
      const bar = block?.querySelector("[data-bar]");
      if (bar) correct(block.dataset.finding, bar);
    },
    decide(decision) {
      const block = current();
      if (!block) return;
      toggle(block.dataset.finding, decision);
      block.focus();
    },
  };
})();
