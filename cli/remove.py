"""``zhengmai remove REF``."""

from cli.options import DEFAULT_STORE, Reference, Store
from cli.output import emit, one_line
from graph.errors import BadReference


def remove(ref: Reference, *, store: Store = DEFAULT_STORE) -> int:
    """文件出库 / Take a document out of the store."""
    from graph.pipeline import remove as take_out
    from graph.references import find_reference
    from graph.store import open_store

    with open_store(store, write=True, create=False) as opened:
        found = find_reference(opened, ref)
        if found.iri not in opened:
            message = (
                f"{ref}: 不是库中的文件 / is no document that the store holds; see `list documents`"
            )
            raise BadReference(message)
        take_out(opened, found.iri)
    emit(f"已出库 / removed: {one_line(found.label)}")
    return 0
