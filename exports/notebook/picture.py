"""A picture of answers as a network of pyvis whose every page is ours.

Of pyvis the network is kept, so that what reads one (its nodes, edges, neighbours) reads this one.
Its page is not: it asks a CDN, puts ``heading``, ``bgcolor``, ids and options into scripts and HTML
as they are, and writes files in whatever code page the machine has. What would change the picture
is refused, since a page that shows something else than the answers would be worse than none.
"""

from __future__ import annotations

import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from exports.destination import write
from exports.markup import environment
from exports.page.builder import PolicyNetwork
from exports.page.layout import layout
from exports.page.render import render
from graph.errors import ExportError

if TYPE_CHECKING:
    from exports.page.content import Content

# Every method of pyvis 0.3.2 that changes a network, or the page that it would write.
REFUSED: Final = (
    "add_edge",
    "add_edges",
    "add_node",
    "add_nodes",
    "barnes_hut",
    "force_atlas_2based",
    "from_DOT",
    "from_nx",
    "hrepulsion",
    "inherit_edge_colors",
    "prep_notebook",
    "repulsion",
    "set_edge_smooth",
    "set_options",
    "set_template",
    "set_template_dir",
    "show_buttons",
    "toggle_drag_nodes",
    "toggle_hide_edges_on_drag",
    "toggle_hide_nodes_on_drag",
    "toggle_physics",
    "toggle_stabilization",
)
_HEIGHT: Final = 680  # pixels in a notebook, unless ``height`` is set


class AnswerNetwork(PolicyNetwork):
    """The picture of answers; :func:`exports.notebook.to_pyvis` makes it.

    In a notebook it displays itself. Only ``height`` and ``width`` of its frame can be set.
    """

    def __init__(self, content: Content) -> None:
        """Take what the page shows; nothing can be added afterwards."""
        super().__init__(content.scene, layout(content.scene, "zh"))
        self.width, self.height = "100%", f"{_HEIGHT}px"
        self._page = render(content).decode()
        self._title = content.scene.title
        self._sealed = True

    def __setattr__(self, name: str, value: object) -> None:
        """Set an attribute while the picture is made; then only the size of its frame."""
        if getattr(self, "_sealed", False):
            if name not in {"height", "width"}:
                raise _refusal(name)
            value = _length(name, value)
        super().__setattr__(name, value)

    def __getattribute__(self, name: str) -> Any:  # noqa: ANN401 - any attribute of pyvis
        """Return an attribute; raises ExportError for what would change the finished picture."""
        if name in REFUSED and object.__getattribute__(self, "__dict__").get("_sealed"):
            raise _refusal(name)
        return super().__getattribute__(name)

    def generate_html(self, name: str = "", local: bool = True, notebook: bool = False) -> str:  # noqa: ARG002, FBT001, FBT002 - as pyvis calls it
        """Return the whole page, which needs nothing else: it is the same wherever it stands."""
        return self._page

    def write_html(
        self,
        name: str | Path,
        local: bool = True,  # noqa: ARG002, FBT001, FBT002 - as pyvis calls it
        notebook: bool = False,  # noqa: ARG002, FBT001, FBT002 - likewise
        open_browser: bool = False,  # noqa: FBT001, FBT002 - likewise
    ) -> None:
        """Write the page in UTF-8, over what is there, as pyvis does; nothing else is written.

        Raises ExportError when it cannot be written.
        """
        file = Path(name)
        if file.suffix not in {".html", ".htm"}:
            message = f"{file}: 不是网页文件名 / is no name of a page; end it in .html"
            raise ExportError(message)
        write(file, self._page.encode(), force=True)
        if open_browser:
            webbrowser.open(file.resolve().as_uri())

    def save_graph(self, name: str | Path) -> None:
        """Write the page; see :meth:`write_html`."""
        self.write_html(name)

    def show(
        self,
        name: str | Path,
        local: bool = True,  # noqa: FBT001, FBT002 - as pyvis calls it
        notebook: bool = True,  # noqa: FBT001, FBT002 - likewise
    ) -> AnswerNetwork:
        """Write the page and return the picture, which a notebook shows.

        ``notebook=False`` opens the file in a browser instead.
        """
        self.write_html(name, local, notebook, open_browser=not notebook)
        return self

    def _repr_html_(self) -> str:
        """Return the page in a frame that has no rights but to run its own scripts."""
        return (
            environment()
            .get_template("notebook/frame.html")
            .render(page=self._page, title=self._title, width=self.width, height=self.height)
        )


def _length(name: str, value: object) -> str:
    """Return a length as a frame has it: pixels, or percent of the cell."""
    text = f"{value}px" if isinstance(value, int) else str(value)
    number = text.removesuffix("px").removesuffix("%")
    if not (number.isascii() and number.isdigit()):
        message = f"{name}: {value!r} 不是长度 / is no length; write 680, '680px' or '100%'"
        raise ExportError(message)
    return text


def _refusal(name: str) -> ExportError:
    message = (
        f"{name}: 答案的图不能改动 / the picture of an answer cannot be changed; "
        "choose other answers and call to_pyvis again"
    )
    return ExportError(message)
