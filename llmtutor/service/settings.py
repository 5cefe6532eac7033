"""config: what is set, where that comes from, and setting it."""

from __future__ import annotations

from dataclasses import replace

from ..views.learning import SettingChangedView, SettingsView, SettingView, Value
from ..workspace import Workspace
from ..workspace.settings import SHAPES, Settings, shape_of
from ..workspace.settings_file import set_setting, written_keys


def list_settings(workspace: Workspace) -> SettingsView:
    """All settings. Raises Usage where the file holds something else."""
    written = written_keys(workspace.config_path)
    settings = workspace.settings
    return SettingsView(str(workspace.config_path), tuple(_view(workspace, settings, written, key) for key in SHAPES))


def show_setting(workspace: Workspace, key: str) -> SettingView:
    """One setting. Raises NotFound with the names that there are."""
    shape_of(key)
    return _view(workspace, workspace.settings, written_keys(workspace.config_path), key)


def change_setting(workspace: Workspace, key: str, words: str | None) -> SettingChangedView:
    """Write one setting as it was typed; with None its default holds again."""
    shape_of(key)
    before = _value(workspace.settings, key)
    settings = set_setting(workspace.config_path, key, words)
    written = written_keys(workspace.config_path)
    overruled_by = _VARIABLES[key] if _VARIABLES.get(key) in workspace.environ else None
    changed = _as_kept(workspace, settings, written, key)
    return SettingChangedView(str(workspace.config_path), before, changed, overruled_by)


# What comes before the file.
_VARIABLES = {"language": "LLMTUTOR_LANG"}


def _view(workspace: Workspace, settings: Settings, written: frozenset[str], key: str) -> SettingView:
    kept = _as_kept(workspace, settings, written, key)
    variable = _VARIABLES.get(key, "")
    told = workspace.environ.get(variable)
    if told is None:
        return kept
    # Whatever is no Chinese is English, as for the rest of the program.
    lang = "zh" if told.lower().startswith("zh") else "en"
    return replace(kept, value=lang, source="environment", where=variable)


def _as_kept(workspace: Workspace, settings: Settings, written: frozenset[str], key: str) -> SettingView:
    shape = SHAPES[key]
    return SettingView(
        key=key,
        value=_value(settings, key),
        source="file" if key in written else "default",
        where=str(workspace.config_path) if key in written else None,
        default=_value(Settings(), key),
        about=shape.about,
        allowed=shape.allowed,
    )


def _value(settings: Settings, key: str) -> Value:
    if key == "pauses":
        return tuple(f"{pause.first}/{pause.last}" for pause in settings.pauses)
    if key == "weights":
        return None if settings.weights is None else tuple(map(str, settings.weights))
    value: Value = getattr(settings, key)
    return value
