"""config: what is set, where that comes from, and setting it."""

from __future__ import annotations

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
    before = show_setting(workspace, key).value
    settings = set_setting(workspace.config_path, key, words)
    written = written_keys(workspace.config_path)
    return SettingChangedView(str(workspace.config_path), before, _view(workspace, settings, written, key))


def _view(workspace: Workspace, settings: Settings, written: frozenset[str], key: str) -> SettingView:
    shape = SHAPES[key]
    named = SettingView(
        key=key,
        value=_value(settings, key),
        source="file" if key in written else "default",
        where=str(workspace.config_path) if key in written else None,
        default=_value(Settings(), key),
        about=shape.about,
        allowed=shape.allowed,
    )
    variable = workspace.environ.get("LLMTUTOR_LANG") if key == "language" else None
    if variable is None:
        return named
    # It comes before the file; whatever is no Chinese is English, as for the rest of the program.
    told = "zh" if variable.lower().startswith("zh") else "en"
    return SettingView(key, told, "environment", "LLMTUTOR_LANG", named.default, shape.about, shape.allowed)


def _value(settings: Settings, key: str) -> Value:
    if key == "pauses":
        return tuple(f"{pause.first}/{pause.last}" for pause in settings.pauses)
    value: Value = getattr(settings, key)
    return value
