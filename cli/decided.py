"""What became of decisions, told after they were recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.output import complain, emit

if TYPE_CHECKING:
    from cli.options import Lang
    from graph.reviewing import Imported


def tell(done: Imported, lang: Lang) -> int:
    """Say what was recorded, replaced, taken back and refused; return the exit status."""
    for line in done.refused:
        complain(line)
    known, refused = done.unchanged, len(done.refused)
    told = [
        f"已导入 {len(done.recorded)} 项，其中 {known} 项没有变化；{refused} 项未导入"
        if lang == "zh"
        else f"{len(done.recorded)} imported, {known} of them unchanged; {refused} refused"
    ]
    if done.replaced:
        told.append(
            f"{done.replaced} 项取代了先前的结论"
            if lang == "zh"
            else f"{done.replaced} in place of an earlier decision"
        )
    if done.withdrawn:
        told.append(
            f"撤回 {len(done.withdrawn)} 项"
            if lang == "zh"
            else f"{len(done.withdrawn)} taken back"
        )
    emit(("；" if lang == "zh" else "; ").join(told))
    return 1 if done.refused else 0
