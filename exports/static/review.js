"use strict";

// Decisions of a reviewer, kept in the page (and by the browser, where it may) and given out as a
// file that `zhengmai review import` reads. Nothing is sent anywhere. What the store knows of earlier
// reviews came with the page; to withdraw one of them is a decision as well.
zhengmai.review = (() => {
  const { graph, facts, element, state } = zhengmai;
  const decisions = new Map();
  const KEPT = `zhengmai ${graph.documents.map((each) => each.id).join(" ")}`;
  const SIGNS = { accepted: "✓", rejected: "✗", corrected: "✎" };
  const KEYS = { accepted: "a", rejected: "r", corrected: "c" };
  const WITHDRAWN = "withdrawn";
  const counter = document.getElementById("reviewed");
  const spoken = document.getElementById("taken-back");
  let said = ""; // what was taken back last: a word of the page

  // A decision holds for the statement that it was made on: a finding that says something else by
  // now is another one.
  function restore() {
    try {
      for (const [finding, decision] of Object.entries(JSON.parse(localStorage.getItem(KEPT) ?? "{}"))) {
        const same = decision?.statement && facts.findings.get(finding)?.statement === decision.statement;
        const there = decision?.decision === WITHDRAWN && stored(finding)?.statement === decision.review;
        if (same && (there || decision.decision in SIGNS)) decisions.set(finding, decision);
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

  function decide(finding, decision, word = "") {
    if (!facts.findings.has(finding)) return; // a page that is cut may compare what it does not draw
    const { statement } = facts.findings.get(finding);
    if (decision) decisions.set(finding, { note: "", correction: "", ...decision, statement });
    else decisions.delete(finding);
    said = word;
    keep();
    tell();
    for (const bar of all("bar", finding)) renew(bar, finding);
  }

  // A button that had the focus has it still; one that is gone leaves it to its finding.
  function renew(bar, finding) {
    const own = bar.contains(document.activeElement) ? document.activeElement.className : null;
    const fresh = controls(facts.findings.get(finding));
    bar.replaceWith(fresh);
    if (own === null) return;
    const same = own && fresh.querySelector(`.${CSS.escape(own)}`);
    (same || fresh.closest("[data-finding]"))?.focus();
  }

  // One button takes back what it has done; a note stays while the decision changes.
  function toggle(finding, decision) {
    const made = decisions.get(finding);
    if (made?.decision === decision) takeBack(finding);
    else decide(finding, { decision, note: made?.note ?? "" });
  }

  const stored = (finding) => graph.reviews[finding];
  const withdraws = (finding) => decisions.get(finding)?.decision === WITHDRAWN;
  const settled = (finding) =>
    decisions.has(finding) ? !withdraws(finding) : stored(finding) && !stored(finding).outdated;

  // What there is to take back: the withdrawal of a stored review, or else a decision of this page,
  // or else the review that the store has.
  function back(finding) {
    if (withdraws(finding)) return "withdraw_not";
    if (decisions.has(finding)) return "undo";
    return stored(finding) ? "withdraw" : "";
  }

  function takeBack(finding) {
    const what = back(finding);
    const found = stored(finding);
    if (what === "withdraw") {
      decide(finding, { decision: WITHDRAWN, review: found.statement }, "withdraw_done");
    } else if (what) {
      decide(finding, null, what === "undo" && !found ? "undo_done" : "undo_stored");
    } else {
      said = "undo_nothing";
      tell();
    }
  }

  // What was decided before, as the store has it.
  function before(finding) {
    const review = stored(finding);
    if (!review) return [];
    const decision = `${SIGNS[review.decision]} ${zhengmai.say(review.decision)}`;
    const told = [
      review.correction && `${zhengmai.say("correction")} ${review.correction}`,
      review.note && `${zhengmai.say("note")} ${review.note}`,
      review.by && `${zhengmai.say("by")} ${review.by}`,
    ];
    const word = review.outdated ? "review_outdated" : "review_stored";
    const going = withdraws(finding);
    return [element("p", { className: `stored${review.outdated ? " outdated" : ""}${going ? " going" : ""}` }, [
      element("b", { text: zhengmai.say(word) }), " ",
      going ? element("s", { text: decision }) : decision, ...told.filter(Boolean).map((each) => ` · ${each}`),
      ...(going ? [element("strong", { text: zhengmai.say("withdraw_waits") })] : []),
    ])];
  }

  function controls(each) {
    const { finding } = each;
    const made = decisions.get(finding);
    const press = (decision, onClick) =>
      element("button", {
        type: "button", text: `${SIGNS[decision]} ${zhengmai.say(decision)}`, onClick,
        className: `decision-${decision}`, "aria-pressed": String(made?.decision === decision),
        "aria-keyshortcuts": KEYS[decision],
      });
    const what = back(finding);
    const words = made && [made.correction, made.note].filter(Boolean).join(" · ");
    return element("div", { className: "review", "data-bar": finding }, [
      press("accepted", () => toggle(finding, "accepted")),
      press("rejected", () => toggle(finding, "rejected")),
      press("corrected", (event) => correct(finding, event.target.closest("[data-bar]"))),
      ...(what ? [element("button", {
        type: "button", text: `↩ ${zhengmai.say(what)}`, className: "back", "aria-keyshortcuts": "u",
        onClick: () => takeBack(finding),
      })] : []),
      ...(each.status ? [element("span", { className: `tag standing-${each.status}`, text: zhengmai.standing(each.status) })] : []),
      ...(words ? [element("p", { className: "quiet", text: words })] : []),
      ...before(finding),
    ]);
  }

  // A small form in the place of the buttons. A correction rejects; a note alone goes with what was
  // decided, and decides nothing.
  function correct(finding, bar) {
    const made = withdraws(finding) ? undefined : decisions.get(finding);
    const field = (name, value) => {
      const input = element("input", { type: "text", name, value, autocomplete: "off", maxlength: "10000" });
      return element("label", {}, [element("span", { text: zhengmai.say(name) }), input]);
    };
    const close = () => {
      const fresh = controls(facts.findings.get(finding));
      form.replaceWith(fresh);
      fresh.closest("[data-finding]")?.focus();
    };
    const form = element("form", { className: "review" }, [
      field("correction", made?.correction ?? ""),
      field("note", made?.note ?? ""),
      element("button", { type: "submit", text: zhengmai.say("keep") }),
      element("button", { type: "button", text: zhengmai.say("cancel"), onClick: close }),
    ]);
    const [correction, note] = form.querySelectorAll("input");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const given = { correction: correction.value.trim(), note: note.value.trim() };
      const plain = made && made.decision !== "corrected" ? made.decision : null;
      if (given.note && !given.correction && !plain) {
        correction.required = true;
        form.reportValidity();
        return;
      }
      close();
      if (given.correction) decide(finding, { decision: "corrected", ...given });
      else if (plain) decide(finding, { decision: plain, ...given });
      else if (made) takeBack(finding);
    });
    form.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key === "Escape") close();
    });
    bar.replaceWith(form);
    correction.focus();
  }

  function tell() {
    const every = [...facts.findings.keys()];
    const [n, gone] = [every.filter(settled).length, every.filter(withdraws).length];
    counter.textContent = [
      ...(every.length ? [zhengmai.say("reviewed", { n, all: every.length })] : []),
      ...(gone ? [zhengmai.say("reviewed_withdrawn", { n: gone })] : []),
    ].join(zhengmai.language === "zh" ? "，" : ", ");
    spoken.textContent = said ? zhengmai.say(said) : "";
  }

  // In the comparison every alignment has its buttons beside it.
  function fill() {
    for (const each of document.querySelectorAll("#comparisons [data-finding] > .review")) {
      const known = facts.findings.get(each.closest("[data-finding]").dataset.finding);
      if (known) each.replaceWith(controls(known));
    }
  }

  // Puts the focus on a finding, which may be folded away.
  function reveal(block, at) {
    const fold = block?.closest("details.to-review");
    if (fold) fold.open = true;
    block?.focus();
    block?.scrollIntoView({ block: at });
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
    reveal(next, "nearest");
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
    reveal(block, "center");
  }

  function says(each) {
    if (!each.relation) return `${zhengmai.field(each.field)} ${each.zh}`;
    return `${zhengmai.relation(each.relation.relation)} → ${graph.names[each.relation.to].full.zh}`;
  }

  // What a decision is about: what the finding says now or, to withdraw a review, what it was about.
  function about(finding) {
    const { statement, start, end, quote } = withdraws(finding) ? stored(finding) : facts.findings.get(finding);
    return { statement, says: says(facts.findings.get(finding)), start, end, quote };
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
        ...about(finding),
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
    takeBack() {
      const block = current();
      if (!block) return;
      takeBack(block.dataset.finding);
      block.focus();
      block.scrollIntoView({ block: "nearest" });
    },
    decide(decision) {
      const block = current();
      if (!block) return;
      toggle(block.dataset.finding, decision);
      block.focus();
    },
  };
})();
