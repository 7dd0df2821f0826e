"use strict";

// The index: search and facets over the rows of index-data.js; nothing is fetched. What is chosen
// stands in the hash, so that a link to the index shows the same.
(() => {
  const { facets, values, rows } = zhengmaiIndex;
  const AT_ONCE = 200;
  const MOST_NAMES = 30;
  const MOST_VALUES = 12;
  const NOT_STATED = -1;
  const FIRST_FACET = 4;
  const BY_ORDER = new Set(["level", "year"]);

  const element = (id) => document.getElementById(id);
  const words = element("say").dataset;
  const say = (key, filled = {}) => words[key].replace(/\{(\w+)\}/g, (_, name) => filled[name]);
  const called = (facet) => words[`facet${facet[0].toUpperCase()}${facet.slice(1)}`];
  const english = document.documentElement.lang === "en";
  const joined = (list) => list.join(english ? ", " : "、");
  const chosen = new Map(facets.map((facet) => [facet, new Set()]));
  const whole = new Set(); // facets of which all values are listed
  const sought = element("sought");
  let found = [];
  let shown = 0;

  // One form for what a keyboard writes otherwise than a document: full width, brackets, case.
  const fold = (text) =>
    text.normalize("NFKC").toLowerCase().replace(/[〔【]/g, "[").replace(/[〕】]/g, "]");
  const packed = (text) => fold(text).replace(/\s/g, "");
  const place = facets.indexOf("place");
  const agency = facets.indexOf("agency");
  const valuesOf = (row, at) => (row[FIRST_FACET + at].length ? row[FIRST_FACET + at] : [NOT_STATED]);
  const named = (facet, value) => (value === NOT_STATED ? say("notStated") : values[facet][value]);
  const texts = rows.map((row) => packed([
    row[1],
    row[2],
    ...[place, agency].flatMap((at) => row[FIRST_FACET + at].map((value) => values[facets[at]][value])),
  ].join("\n")));
  const nameTexts = zhengmaiNames.rows.map((row) => packed(row[2]));
  const terms = () => fold(sought.value).split(/\s+/).filter(Boolean);
  const has = (text, list) => list.every((term) => text.includes(term));

  function made(tag, text, attributes = {}) {
    const element = document.createElement(tag);
    element.textContent = text;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  }

  // Names of places and agencies are Chinese in either language.
  const spoken = (text) => (english && /[\u4e00-\u9fff]/.test(text) ? { lang: "zh-CN" } : {});
  const link = (text, href) => made("a", text, english ? { href, lang: "zh-CN" } : { href });

  function append() {
    for (const at of found.slice(shown, shown + AT_ONCE)) {
      const [page, number, title, date] = rows[at];
      const item = document.createElement("li");
      if (date) item.append(made("span", date, { class: "day" }), " ");
      item.append(link(number || title, `document/${page}.html`));
      if (number) item.append(" ", made("span", title, english ? { class: "quiet", lang: "zh-CN" } : { class: "quiet" }));
      element("rows").append(item);
    }
    shown = Math.min(shown + AT_ONCE, found.length);
    element("more").hidden = shown >= found.length;
    tell();
  }

  const reasons = () => [
    ...(sought.value.trim() ? [say("bySearch", { words: sought.value.trim() })] : []),
    ...facets.filter((facet) => chosen.get(facet).size).map((facet) =>
      `${called(facet)} ${joined([...chosen.get(facet)].map((value) => named(facet, value)))}`),
  ];

  // What is not to be seen is said, and why.
  function tell() {
    const hidden = rows.length - found.length;
    const told = [say("shown", { all: rows.length, found: found.length, shown })];
    if (hidden) told.push(say("hidden", { n: hidden, why: reasons().join(english ? "; " : "；") }));
    if (!found.length && rows.length) told.push(say("noMatch"));
    element("told").textContent = told.join(english ? ". " : "。");
    element("count").textContent = found.length;
  }

  // In one pass: a row that fails one facet alone still counts for the values of that facet.
  function look() {
    const list = terms();
    const counts = facets.map(() => new Map());
    found = [];
    rows.forEach((row, index) => {
      if (!has(texts[index], list)) return;
      const failed = [];
      facets.forEach((facet, at) => {
        const set = chosen.get(facet);
        if (set.size && !valuesOf(row, at).some((value) => set.has(value))) failed.push(at);
      });
      if (failed.length > 1) return;
      if (!failed.length) found.push(index);
      for (const at of failed.length ? failed : facets.keys()) {
        for (const value of valuesOf(row, at)) counts[at].set(value, (counts[at].get(value) ?? 0) + 1);
      }
    });
    return counts;
  }

  function ordered(facet, counts) {
    const set = chosen.get(facet);
    for (const value of set) if (!counts.has(value)) counts.set(value, 0);
    const name = (value) => named(facet, value);
    const last = (value) => value === NOT_STATED;
    const compare = {
      level: (one, two) => one - two,
      year: (one, two) => (name(one) < name(two) ? 1 : -1),
    }[facet] ?? ((one, two) => counts.get(two) - counts.get(one) || (name(one) < name(two) ? -1 : 1));
    return [...counts.keys()].sort((one, two) =>
      (BY_ORDER.has(facet) ? 0 : set.has(two) - set.has(one)) || last(one) - last(two) || compare(one, two));
  }

  function choose(facet, value) {
    const set = chosen.get(facet);
    if (!set.delete(value)) set.add(value);
    changed();
  }

  function drawFacet(facet, counts) {
    const field = document.querySelector(`[data-facet="${facet}"]`);
    const order = ordered(facet, counts);
    const most = whole.has(facet) ? order.length : Math.max(MOST_VALUES, chosen.get(facet).size);
    const children = order.slice(0, most).map((value) => {
      const label = document.createElement("label");
      const box = made("input", "", { type: "checkbox", "data-value": `${facet} ${value}` });
      box.checked = chosen.get(facet).has(value);
      box.addEventListener("change", () => choose(facet, value));
      label.append(box, " ", made("span", named(facet, value), spoken(named(facet, value))), " ", made("small", counts.get(value)));
      return label;
    });
    if (order.length > MOST_VALUES) {
      const text = whole.has(facet) ? say("fewerValues") : say("allValues", { n: order.length });
      const button = made("button", text, { type: "button", "data-value": `${facet} more` });
      button.addEventListener("click", () => {
        if (!whole.delete(facet)) whole.add(facet);
        draw();
      });
      children.push(button);
    }
    field.replaceChildren(field.querySelector("legend"), ...children);
    field.hidden = !order.length;
  }

  function drawChosen() {
    element("chosen").replaceChildren(...facets.flatMap((facet) => [...chosen.get(facet)].map((value) => {
      const item = document.createElement("li");
      const button = made("button", `${called(facet)} ${named(facet, value)} ×`, { type: "button" });
      button.addEventListener("click", () => choose(facet, value));
      item.append(button);
      return item;
    })));
    element("clear").hidden = !reasons().length;
  }

  function drawNames() {
    const list = terms();
    const { kinds, folders, rows: things } = zhengmaiNames;
    const matching = list.length ? [...things.keys()].filter((at) => has(nameTexts[at], list)) : [];
    const section = element("names");
    section.hidden = !matching.length;
    section.querySelector("small").textContent =
      matching.length > MOST_NAMES ? `${MOST_NAMES} / ${matching.length}` : matching.length;
    section.querySelector("ul").replaceChildren(...matching.slice(0, MOST_NAMES).map((at) => {
      const [kind, page, name, count] = things[at];
      const item = document.createElement("li");
      const tag = words[`kind${kinds[kind][0].toUpperCase()}${kinds[kind].slice(1)}`];
      item.append(made("span", tag, { class: "tag" }), " ", link(name, `${folders[kind]}/${page}.html`), " ", made("small", count || ""));
      return item;
    }));
  }

  function draw() {
    const focused = document.activeElement?.dataset?.value;
    const counts = look();
    shown = 0;
    element("rows").replaceChildren();
    append();
    facets.forEach((facet, at) => drawFacet(facet, counts[at]));
    drawChosen();
    drawNames();
    if (focused) document.querySelector(`[data-value="${CSS.escape(focused)}"]`)?.focus();
  }

  function written() {
    const pairs = new URLSearchParams();
    if (sought.value.trim()) pairs.set("q", sought.value.trim());
    for (const facet of facets) {
      for (const value of chosen.get(facet)) pairs.append(facet, value === NOT_STATED ? "" : values[facet][value]);
    }
    return pairs.toString();
  }

  function read() {
    const pairs = new URLSearchParams(location.hash.slice(1));
    sought.value = pairs.get("q") ?? "";
    for (const facet of facets) {
      const wanted = pairs.getAll(facet).map((name) => (name ? values[facet].indexOf(name) : NOT_STATED));
      chosen.set(facet, new Set(wanted.filter((at, nth) => at !== -1 || !pairs.getAll(facet)[nth])));
    }
  }

  function changed() {
    const hash = written();
    if (hash !== location.hash.slice(1)) history.replaceState(null, "", hash ? `#${hash}` : location.pathname);
    draw();
  }

  function clear() {
    sought.value = "";
    for (const set of chosen.values()) set.clear();
    changed();
    sought.focus();
  }

  const links = () => [...document.querySelectorAll("#names a, #rows a")];

  function move(step) {
    const all = links();
    const at = all.indexOf(document.activeElement) + step;
    if (at < 0) sought.focus();
    else all[Math.min(at, all.length - 1)]?.focus();
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const inSearch = event.target === sought;
    const onLink = event.target.closest?.("#names, #rows");
    if (event.key === "/" && !inSearch) sought.focus();
    else if (event.key === "ArrowDown" && (inSearch || onLink)) move(1);
    else if (event.key === "ArrowUp" && onLink) move(-1);
    else if (event.key === "Enter" && inSearch) links()[0]?.click();
    else if (event.key === "Escape" && inSearch && sought.value) {
      sought.value = "";
      changed();
    } else if (event.key === "Escape" && onLink) sought.focus();
    else return;
    event.preventDefault();
  });
  sought.addEventListener("input", changed);
  element("more").addEventListener("click", append);
  element("clear").addEventListener("click", clear);
  element("facets").addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", () => {
    read();
    draw();
  });
  read();
  draw();
})();
