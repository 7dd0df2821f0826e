"""What of a graph is drawn, what of it in motion, and how the lines of labels stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.benchmarks import bench_page
from tests.exports.page.browser.conftest import link

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exports.page.browser.conftest import Open

POLICE = "agency/652801/公安局"
# Counts what is drawn one by one.
COUNT = """() => {
    window.drawn = { lines: 0, arrows: 0 };
    for (const edge of Object.values(zhengmai.drawing.network.body.edges)) {
        const { draw, drawArrows } = edge;
        edge.draw = (context) => { drawn.lines += 1; return draw.call(edge, context); };
        edge.drawArrows = (context) => {
            drawn.arrows += 1;
            return drawArrows.call(edge, context);
        };
    }
}"""
# A line may be smoothed otherwise at its edges; no pixel is another.
COMPARE = """() => {
    const { renderer, canvas } = zhengmai.drawing.network;
    const { canvas: shown } = canvas.frame;
    const picture = () => {
        drawn.lines = 0;
        renderer._redraw();
        const context = shown.getContext("2d");
        return [drawn.lines, context.getImageData(0, 0, shown.width, shown.height).data];
    };
    const [some, before] = picture();
    for (const method of ["_drawEdges", "_drawNodes", "_drawArrows"]) delete renderer[method];
    const [all, after] = picture();
    const differing = before.filter((value, at) => Math.abs(value - after[at]) > 64);
    return [some, all, differing.length];
}"""
# Drawn at once, so that it does not matter how long a frame takes; at rest it is drawn anew.
MOVE = """(scale) => {
    const { network } = zhengmai.drawing;
    const drawnAt = (x) => {
        network.moveTo({ scale, position: { x, y: 2000 } });
        Object.assign(drawn, { lines: 0, arrows: 0 });
        network.renderer._redraw();
        return { ...drawn };
    };
    drawnAt(700);
    const moving = drawnAt(740);
    Object.assign(drawn, { lines: 0, arrows: 0 });
    return new Promise((done) => {
        const rest = () => (drawn.lines ? done([moving, { ...drawn }]) : setTimeout(rest, 50));
        rest();
    });
}"""


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a made-up document with more lines than are drawn one by one in motion."""
    _, made, _ = bench_page.made(300, tmp_path_factory.mktemp("many"))
    file = tmp_path_factory.mktemp("page") / "many.html"
    file.write_bytes(made)
    return file


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_is_out_of_sight_is_not_drawn_and_not_missed(
    visit: Open, sample: Path, theme: str
) -> None:
    seen = visit(
        sample, f"select={link(POLICE)}&theme={theme}", viewport={"width": 700, "height": 420}
    )
    seen.page.evaluate("zhengmai.drawing.network.moveTo({ scale: 1.2 })")
    seen.page.evaluate(COUNT)
    some, everything, differing = seen.page.evaluate(COMPARE)
    assert 0 < some < everything
    assert differing == 0


def test_many_lines_are_a_few_strokes_while_the_view_moves(visit: Open, many: Path) -> None:
    seen = visit(many, "part=all")
    seen.page.evaluate(COUNT)
    moving, still = seen.page.evaluate(MOVE, 0.1)
    assert moving == {"lines": 0, "arrows": 0}
    assert min(still.values()) > 400
    assert seen.quiet(), seen.messages


def test_few_lines_are_drawn_whole_in_motion_too(visit: Open, sample: Path) -> None:
    seen = visit(sample)
    seen.page.evaluate(COUNT)
    moving, _ = seen.page.evaluate(MOVE, 0.1)
    assert min(moving.values()) > 100


def test_what_is_hidden_is_no_stroke_either(visit: Open, many: Path) -> None:
    seen = visit(many, "part=all")
    inked = """(hide) => {
        zhengmai.state.set({ hide });
        const { network } = zhengmai.drawing;
        network.moveTo({ scale: 0.1, position: { x: 700, y: 2000 } });
        network.renderer._redraw();
        let strokes = 0;
        const { stroke } = CanvasRenderingContext2D.prototype;
        CanvasRenderingContext2D.prototype.stroke = function (path) {
            strokes += path instanceof Path2D;
            return path ? stroke.call(this, path) : stroke.call(this);
        };
        network.moveTo({ scale: 0.1, position: { x: 740, y: 2000 } });
        network.renderer._redraw();
        CanvasRenderingContext2D.prototype.stroke = stroke;
        return strokes;
    }"""
    every = seen.page.evaluate(inked, "")
    assert seen.page.evaluate(inked, "relations:support") < every


def test_the_lines_of_a_label_stand_apart_within_their_shape(visit: Open, sample: Path) -> None:
    seen = visit(sample)
    told = seen.page.evaluate(
        """() => Object.values(zhengmai.drawing.network.body.nodes)
            .filter(({ labelModule }) => labelModule?.lineCount > 1)
            .map(({ id, labelModule: { lines, size, fontOptions } }) => ({
                apart: Math.min(...lines.map((line) => line.height)),
                letters: fontOptions.size,
                words: size.height,
                shape: zhengmai.drawing.places().boxes[id].height,
            }))"""
    )
    assert len(told) > 5
    for each in told:
        assert each["apart"] >= 1.15 * each["letters"]
        assert each["words"] < each["shape"]
