"use strict";

// Search over names, headings and the words of the source.
zhengmai.search = (() => {
  const { graph, details, element } = zhengmai;
  const input = document.getElementById("search");
  const results = document.getElementById("results");
  const MOST = 12;

  // One form for what a keyboard writes otherwise than a document: full width, brackets, case.
  const fold = (text) =>
    text.normalize("NFKC").toLowerCase().replace(/[〔【]/g, "[").replace(/[〕】]/g, "]").replace(/\s/g, "");

  const texts = [...zhengmai.facts.kinds.keys()].map((id) => {
    const { short, full } = graph.names[id];
    const names = fold([short.zh, short.en, full.zh, full.en].join("\n"));
    return { id, names, words: fold(details.nodes[id].text.map((t) => t.quote).join("")) };
  });

  function find(sought) {
    const named = texts.filter((text) => text.names.includes(sought));
    const said = texts.filter((text) => !text.names.includes(sought) && text.words.includes(sought));
    return [...named, ...said].map((text) => text.id);
  }

  function render() {
    const sought = fold(input.value);
    results.hidden = !sought;
    if (!sought) return;
    const ids = find(sought);
    const rows = ids.slice(0, MOST).map((id) =>
      element("li", {}, [
        element("button", { type: "button", onClick: () => choose(id) }, [
          element("span", { className: "tag", text: zhengmai.kind(zhengmai.facts.kinds.get(id)) }),
          ` ${zhengmai.name(id)}`,
        ]),
      ]),
    );
    if (!ids.length) rows.push(element("li", { className: "quiet", text: zhengmai.say("nothing_found") }));
    if (ids.length > MOST) {
      rows.push(element("li", { className: "quiet", text: zhengmai.say("more_found", { n: ids.length - MOST }) }));
    }
    results.replaceChildren(...rows);
  }

  function choose(id) {
    close();
    zhengmai.select(id);
    zhengmai.panel.aside.focus();
  }

  function close() {
    results.hidden = true;
  }

  input.addEventListener("input", render);
  input.addEventListener("focus", render);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      const [first] = find(fold(input.value));
      if (first && input.value.trim()) choose(first);
    } else if (event.key === "ArrowDown") {
      results.querySelector("button")?.focus();
      event.preventDefault();
    }
  });
  results.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const buttons = [...results.querySelectorAll("button")];
    (buttons[buttons.indexOf(document.activeElement) + step] ?? input).focus();
    event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".search")) close();
  });

  return {
    input,
    close,
    render() {
      input.placeholder = zhengmai.say("search_hint");
      render();
      close();
    },
  };
})();
