"""What each command says: frozen, without styling or language choice. This folder is the JSON contract.

A view's `envelope` names its document (`{"schema": 1, "kind": ..., "data": ...}`); its fields are the fields of `data`.
Fields are only ever added within schema 1.
"""

from . import browse, lab, practice, progress, upkeep

SCHEMA = 1

VIEWS: dict[str, type] = {
    view.envelope: view
    for module in (browse, practice, lab, progress, upkeep)
    for view in vars(module).values()
    if isinstance(view, type) and "envelope" in vars(view)
}

__all__ = ["SCHEMA", "VIEWS"]
