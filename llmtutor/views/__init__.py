"""What each command says: frozen, without styling or language choice. This folder is the JSON contract.

A view's `envelope` names its document (`{"schema": 1, "kind": ..., "data": ...}`); its fields are the fields of `data`.
Fields are only ever added within schema 1.
"""

from __future__ import annotations

from importlib import import_module

SCHEMA = 1


_FAMILIES = "browse exercise interview lab learning placement practice progress search sync tuning upkeep"


def all_views() -> dict[str, type]:
    """Every view by the name of its document. Imports them all, which a command that shows one has no need of."""
    return {
        view.__dict__["envelope"]: view
        for family in _FAMILIES.split()
        for view in vars(import_module(f".{family}", __name__)).values()
        if isinstance(view, type) and isinstance(view.__dict__.get("envelope"), str)
    }
