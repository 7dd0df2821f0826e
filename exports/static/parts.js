"use strict";

// The parts of what is too large to be read at once: one is shown, and the buttons say which.
zhengmai.parts = (() => {
  const { graph, element, state } = zhengmai;
  const row = document.getElementById("parts");
  const members = graph.parts.map((part) => new Set(part.nodes));
  const known = new Set(graph.nodes.map((node) => node.id));

  // The part that is asked for, or another one where that does not have what is selected.
  function current({ part, select }) {
    if (!members.length || part === "all") return -1;
    const asked = members[Number(part)] ? Number(part) : 0;
    const ends = select.split(" ").filter((id) => known.has(id));
    const has = (set) => ends.every((id) => set.has(id));
    return has(members[asked]) ? asked : members.findIndex(has);
  }

  function show(now) {
    row.parentElement.hidden = !members.length;
    const shown = current(now);
    const button = (part, at, text, count) =>
      element(
        "button",
        {
          type: "button", "aria-pressed": String(shown === at), "data-part": part,
          onClick: () => {
            state.set({ part, select: "", at: "", hops: "", from: "", to: "" });
            row.querySelector(`[data-part="${part}"]`).focus();
          },
        },
        [element("span", { text }), element("b", { text: count })],
      );
    row.replaceChildren(
      ...graph.parts.map(({ names, nodes }, at) => button(String(at), at, names[zhengmai.language], nodes.length)),
      button("all", -1, zhengmai.say("part_all"), graph.nodes.length),
    );
  }

  const isFocus = ({ hops, from, to }) => Boolean(hops || (from && to));

  return { current, show, isFocus, near: (now) => members[current(now)] ?? null };
})();
