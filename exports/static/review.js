"use strict";

// Decisions of a reviewer, kept in the page (and by the browser, where it may) and given out as a
// file that `zhengmai review import` reads. Nothing is sent anywhere.
zhengmai.review = (() => {
  const { graph, facts, element, state } = zhengmai;
  const decisions = new Map();
  const KEPT = `zhengmai ${graph.documents.map((each) => each.id).join(" ")}`;
  const SIGNS = { accepted: "✓", rejected: "✗", corrected: "✎" };
  const counter = document.getElementById("reviewed");

  function restore() {
    try {
      for (const [finding, decision] of Object.entries(JSON.parse(localStorage.getItem(KEPT) ?? "{}"))) {
        if (facts.findings.has(finding) && decision?.decision in SIGNS) decisions.set(finding, decision);
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

  function decide(finding, decision) {
    if (decision) decisions.set(finding, { note: "", correction: "", ...decision });
    else decisions.delete(finding);
    keep();
    tell();
    for (const bar of zhengmai.panel.aside.querySelectorAll(`[data-bar="${CSS.escape(finding)}"]`)) {
      bar.replaceWith(controls(facts.findings.get(finding)));
    }
  }

  // One button takes back what it has done.
  const toggle = (finding, decision) =>
    decide(finding, decisions.get(finding)?.decision === decision ? null : { decision });

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
      press("corrected", () => correct(finding)),
      ...(each.status ? [element("span", { className: `tag standing-${each.status}`, text: zhengmai.standing(each.status) })] : []),
      ...(said ? [element("p", { className: "quiet", text: [made.correction, made.note].filter(Boolean).join(" · ") })] : []),
    ]);
  }

  // A small form in the place of the buttons.
  function correct(finding) {
    const bar = zhengmai.panel.aside.querySelector(`[data-bar="${CSS.escape(finding)}"]`);
    const made = decisions.get(finding);
    const field = (name, value) => {
      const input = element("input", { type: "text", name, value, autocomplete: "off" });
      return element("label", {}, [element("span", { text: zhengmai.say(name) }), input]);
    };
    const back = () => {
      const fresh = controls(facts.findings.get(finding));
      form.replaceWith(fresh);
      fresh.closest("blockquote")?.focus();
    };
    const form = element("form", { className: "review" }, [
      field("correction", made?.correction ?? ""),
      field("note", made?.note ?? ""),
      element("button", { type: "submit", text: zhengmai.say("keep") }),
      element("button", { type: "button", text: zhengmai.say("cancel"), onClick: back }),
    ]);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const [correction, note] = [...form.querySelectorAll("input")].map((input) => input.value.trim());
      back();
      decide(finding, correction || note ? { decision: "corrected", correction, note } : null);
    });
    form.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key === "Escape") back();
    });
    bar.replaceWith(form);
    form.querySelector("input").focus();
  }

  function tell() {
    counter.textContent = facts.findings.size
      ? zhengmai.say("reviewed", { n: decisions.size, all: facts.findings.size })
      : "";
  }

  // The finding of the panel that has the focus, or the first.
  function current() {
    const own = document.activeElement?.closest?.("[data-finding]");
    return own ?? zhengmai.panel.aside.querySelector("[data-finding]");
  }

  function step(by) {
    const all = [...zhengmai.panel.aside.querySelectorAll("[data-finding]")];
    const own = document.activeElement?.closest?.("[data-finding]");
    const next = all[own ? all.indexOf(own) + by : 0];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  }

  // Goes on to the first finding behind the current one that nobody has decided on.
  function next() {
    const order = [...facts.findings.keys()];
    const at = order.indexOf(current()?.dataset.finding ?? "");
    const ahead = [...order.slice(at + 1), ...order.slice(0, at + 1)];
    const open = ahead.find((finding) => !decisions.has(finding));
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
    correct: () => current() && correct(current().dataset.finding),
    decide: (decision) => {
      const block = current();
      if (!block) return;
      toggle(block.dataset.finding, decision);
      block.focus();
    },
  };
})();
