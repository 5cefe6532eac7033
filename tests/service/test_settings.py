"""config: where each setting is from."""

from __future__ import annotations

from pathlib import Path

import pytest

from llmtutor.errors import NotFound
from llmtutor.service.settings import change_setting, list_settings, show_setting
from llmtutor.workspace import Workspace


def workspace(tmp_path: Path, **environ: str) -> Workspace:
    return Workspace({"LLMTUTOR_HOME": str(tmp_path)} | environ)


def test_a_fresh_home_has_defaults_and_no_file(tmp_path: Path) -> None:
    view = list_settings(workspace(tmp_path))
    assert {(each.source, each.value == each.default) for each in view.settings} == {("default", True)}
    assert not Path(view.path).exists()


def test_a_setting_comes_from_the_file_once_it_is_set(tmp_path: Path) -> None:
    changed = change_setting(workspace(tmp_path), "new_per_day", "5")
    assert (changed.before, changed.setting.value, changed.overruled_by) == (20, 5, None)
    shown = show_setting(workspace(tmp_path), "new_per_day")
    assert (shown.value, shown.default, shown.source, shown.where) == (5, 20, "file", changed.path)
    again = change_setting(workspace(tmp_path), "new_per_day", None)
    assert (again.before, again.setting.value, again.setting.source) == (5, 20, "default")


@pytest.mark.parametrize(("told", "lang"), [("zh", "zh"), ("zh_CN.UTF-8", "zh"), ("de", "en")])
def test_the_variable_has_the_say_and_is_named(tmp_path: Path, told: str, lang: str) -> None:
    changed = change_setting(workspace(tmp_path, LLMTUTOR_LANG=told), "language", "zh")
    assert (changed.setting.value, changed.overruled_by) == ("zh", "LLMTUTOR_LANG")
    shown = show_setting(workspace(tmp_path, LLMTUTOR_LANG=told), "language")
    assert (shown.value, shown.source, shown.where) == (lang, "environment", "LLMTUTOR_LANG")
    assert show_setting(workspace(tmp_path), "language").source == "file"


def test_pauses_are_shown_as_they_are_written(tmp_path: Path) -> None:
    change_setting(workspace(tmp_path), "pauses", "2027-01-01, 2026-12-20/2026-12-24")
    assert show_setting(workspace(tmp_path), "pauses").value == ("2026-12-20/2026-12-24", "2027-01-01/2027-01-01")


def test_a_name_that_there_is_not(tmp_path: Path) -> None:
    for ask in (lambda: show_setting(workspace(tmp_path), "x"), lambda: change_setting(workspace(tmp_path), "x", "1")):
        with pytest.raises(NotFound):
            ask()
