"use strict";

// The index: search and facets over the rows of index-data.js; nothing is fetched.
(() => {
  const { facets, values, rows } = zhengmaiIndex;
  const AT_ONCE = 200;
  const MOST_VALUES = 60;
  const chosen = new Map(facets.map((facet) => [facet, new Set()]));
  const sought = document.getElementById("sought");
  const list = document.getElementById("rows");
  const more = document.getElementById("more");
  let found = [];
  let shown = 0;

  // One form for what a keyboard writes otherwise than a document: full width, brackets, case.
  const fold = (text) =>
    text.normalize("NFKC").toLowerCase().replace(/[〔【]/g, "[").replace(/[〕】]/g, "]").replace(/\s/g, "");
  const texts = rows.map(([, number, title]) => fold(`${number} ${title}`));
  const valuesOf = (row, at) => row[3 + at];

  const passes = (row, except) =>
    facets.every((facet, at) => {
      const set = chosen.get(facet);
      return facet === except || !set.size || valuesOf(row, at).some((value) => set.has(value));
    });

  function made(tag, text, attributes = {}) {
    const element = document.createElement(tag);
    element.textContent = text;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  }

  function append() {
    for (const at of found.slice(shown, shown + AT_ONCE)) {
      const [address, number, title] = rows[at];
      const item = document.createElement("li");
      item.append(made("a", `${number} ${title}`.trim(), { href: address }));
      list.append(item);
    }
    shown += AT_ONCE;
    more.hidden = shown >= found.length;
  }

  // A facet counts what the other facets and the search let through.
  function count(facet, at, matching) {
    const counts = new Map();
    for (const row of matching) {
      if (!passes(rows[row], facet)) continue;
      for (const value of valuesOf(rows[row], at)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return counts;
  }

  function render() {
    const wanted = fold(sought.value);
    const matching = [...rows.keys()].filter((at) => texts[at].includes(wanted));
    found = matching.filter((at) => passes(rows[at]));
    shown = 0;
    list.replaceChildren();
    append();
    document.getElementById("count").textContent = `${found.length} / ${rows.length}`;
    facets.forEach((facet, at) => {
      const field = document.querySelector(`[data-facet="${facet}"]`);
      const focused = document.activeElement?.dataset?.value;
      const counts = count(facet, at, matching);
      const set = chosen.get(facet);
      const order = [...counts.keys()].sort((one, two) =>
        set.has(two) - set.has(one) || counts.get(two) - counts.get(one) || (values[facet][one] < values[facet][two] ? -1 : 1));
      field.replaceChildren(field.querySelector("legend"), ...order.slice(0, MOST_VALUES).map((value) => {
        const label = document.createElement("label");
        const box = made("input", "", { type: "checkbox", "data-value": `${facet} ${value}` });
        box.checked = set.has(value);
        box.addEventListener("change", () => {
          if (!set.delete(value)) set.add(value);
          render();
        });
        label.append(box, ` ${values[facet][value]} `, made("small", counts.get(value)));
        return label;
      }));
      field.hidden = !order.length;
      if (focused) document.querySelector(`[data-value="${CSS.escape(focused)}"]`)?.focus();
    });
  }

  sought.addEventListener("input", render);
  more.addEventListener("click", append);
  render();
})();
