"""config."""

from __future__ import annotations

from ...model import Text
from ...views.learning import SettingChangedView, SettingsView, SettingView, Value
from ..page import INDENT, Page, Piece
from ..styles import QUIET, STRONG
from ..words import settings as words


def draw_settings(page: Page, view: SettingsView) -> None:
    """Every setting with its value, where that is from, and what it may be."""
    page.section(words.TITLE)
    for setting in view.settings:
        page.blank()
        value = page.clean(written(setting.value))
        page.line(page.clean(f"{setting.key} = ", STRONG), value, "  ", page.clean(_source(setting), QUIET))
        page.line(setting.about, indent=INDENT)
        page.line(setting.allowed, style=QUIET, indent=INDENT)
    page.blank()
    page.line(words.KEPT_IN.fill(path=view.path), style=QUIET)


def draw_setting(page: Page, view: SettingView) -> None:
    """The value alone, as one types it."""
    page.line(written(view.value), verbatim=True)


def draw_setting_changed(page: Page, view: SettingChangedView) -> None:
    """What holds now, and what held before."""
    setting = view.setting
    after, before = written(setting.value), written(view.before)
    changed = words.UNCHANGED if setting.value == view.before else words.CHANGED
    page.line(changed.fill(key=setting.key, after=after, before=before))
    if view.overruled_by is not None:
        page.line(words.OVERRULED.fill(name=view.overruled_by))
    page.line(words.KEPT_IN.fill(path=view.path), style=QUIET)


def written(value: Value) -> str | Text:
    """A value as one types it."""
    match value:
        case None:
            return words.NOT_SET
        case bool():
            return "on" if value else "off"
        case tuple():
            return ", ".join(value) or "none"
    return str(value)


def _source(setting: SettingView) -> Piece:
    match setting.source:
        case "environment":
            return words.FROM_VARIABLE.fill(name=setting.where or "")
        case "file":
            return words.FROM_FILE
    return words.DEFAULT
