"""The file of the settings: strict to read, careful to write."""

from __future__ import annotations

import os
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from llmtutor.errors import CannotWrite, NotFound, Usage
from llmtutor.workspace.settings import SHAPES, Pause, Settings
from llmtutor.workspace.settings_file import read_settings, set_setting, written_keys


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "config.toml"


@pytest.mark.parametrize(
    ("key", "words", "value"),
    [
        ("language", "ZH", "zh"),
        ("desired_retention", "0.85", 0.85),
        ("desired_retention", "92%", 0.92),
        ("new_per_day", "0", 0),
        ("due_per_day", " 50 ", 50),
        ("credit", "off", False),
        ("credit", "Yes", True),
        ("pauses", "2027-02-01", (Pause(date(2027, 2, 1), date(2027, 2, 1)),)),
        (
            "pauses",
            "2027-02-01/2027-02-03, 2026-12-20/2027-01-03",
            (Pause(date(2026, 12, 20), date(2027, 1, 3)), Pause(date(2027, 2, 1), date(2027, 2, 3))),
        ),
        ("pauses", "none", ()),
    ],
)
def test_what_is_set_is_read_again(path: Path, key: str, words: str, value: object) -> None:
    assert getattr(set_setting(path, key, words), key) == value
    assert getattr(read_settings(path), key) == value
    assert written_keys(path) == {key}
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("language", "fr"),
        ("desired_retention", "0.69"),
        ("desired_retention", "98%"),
        ("desired_retention", "1"),
        ("desired_retention", "nan"),
        ("desired_retention", "much"),
        ("new_per_day", "-1"),
        ("new_per_day", "10001"),
        ("new_per_day", "1.5"),
        ("due_per_day", ""),
        ("credit", "perhaps"),
        ("pauses", "2027-02-30"),
        ("pauses", "2027-02-03/2027-02-01"),
        ("pauses", "tomorrow"),
        ("pauses", '2027-02-01"'),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(path: Path, key: str, words: str) -> None:
    with pytest.raises(Usage) as refused:
        set_setting(path, key, words)
    assert refused.value.code == "bad-setting"
    assert SHAPES[key].allowed.zh in refused.value.hint.zh
    assert not path.exists()


def test_a_name_that_there_is_not_gets_a_suggestion(path: Path) -> None:
    with pytest.raises(NotFound) as refused:
        set_setting(path, "new_per_dya", "3")
    assert "new_per_day" in refused.value.hint.en


def test_everything_else_in_the_file_stays_as_it_was(path: Path) -> None:
    path.parent.mkdir()
    before = "# mine\nlanguage = 'zh'  # for now\n\nnew_per_day=5\r\n# the end"
    path.write_bytes(before.encode())
    set_setting(path, "new_per_day", "7")
    set_setting(path, "credit", "off")
    assert path.read_bytes().decode() == (
        "# mine\nlanguage = 'zh'  # for now\n\nnew_per_day = 7\n# the end\ncredit = false\n"
    )
    set_setting(path, "new_per_day", None)
    assert path.read_text() == "# mine\nlanguage = 'zh'  # for now\n\n# the end\ncredit = false\n"
    assert read_settings(path) == Settings(language="zh", credit=False)


def test_a_value_over_several_lines_is_replaced_as_a_whole(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('pauses = [\n  "2026-12-20",\n  "2026-12-24",\n]\nnew_per_day = 5\n')
    assert set_setting(path, "pauses", "2027-01-01").pauses == (Pause(date(2027, 1, 1), date(2027, 1, 1)),)
    assert read_settings(path).new_per_day == 5


def test_a_file_that_is_wrong_elsewhere_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    for wrong in ("nwe_per_day = 5\n", "new_per_day = \n", "[new_per_day]\nx = 1\n", "due_per_day = true\n"):
        path.write_text(wrong)
        with pytest.raises(Usage) as refused:
            set_setting(path, "language", "zh")
        assert refused.value.code == "bad-settings"
        assert path.read_text() == wrong


def test_a_link_is_followed(path: Path, tmp_path: Path) -> None:
    kept = tmp_path / "dotfiles.toml"
    kept.write_text("language = 'en'\n")
    path.parent.mkdir()
    path.symlink_to(kept)
    set_setting(path, "language", "zh")
    assert path.is_symlink()
    assert kept.read_text() == 'language = "zh"\n'


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_the_right_to_write(path: Path) -> None:
    path.parent.mkdir()
    path.parent.chmod(0o500)
    with pytest.raises(CannotWrite) as refused:
        set_setting(path, "language", "zh")
    assert str(path) in refused.value.message.zh


def test_what_is_no_file_is_told(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(Usage) as refused:
        read_settings(path)
    assert refused.value.code == "settings-unreadable"


def test_a_file_in_place_of_the_folder_cannot_be_written_and_stays(path: Path) -> None:
    path.parent.write_text("a file")
    assert read_settings(path) == Settings()
    with pytest.raises(CannotWrite) as refused:
        set_setting(path, "language", "zh")
    assert str(path) in refused.value.message.zh
    assert path.parent.read_text() == "a file"


_WORDS = {
    "language": st.sampled_from(["en", "zh"]),
    "desired_retention": st.floats(0.7, 0.97).map(repr),
    "new_per_day": st.integers(0, 10_000).map(str),
    "due_per_day": st.integers(0, 10_000).map(str),
    "credit": st.sampled_from(["on", "off"]),
    "pauses": st.lists(st.dates(date(1000, 1, 1)).map(str), max_size=4).map(", ".join),
}
_SETTINGS = st.sampled_from(sorted(_WORDS)).flatmap(
    lambda key: st.tuples(st.just(key), st.none() | _WORDS[key])  # None drops it
)


@settings(deadline=None)
@given(st.lists(_SETTINGS, max_size=8))
def test_each_setting_stands_for_itself(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[str, str | None]]
) -> None:
    """Whatever was set in whatever order: the last word on each counts, and no other is touched."""
    path = tmp_path_factory.mktemp("config") / "config.toml"
    last: dict[str, str] = {}
    for key, words in changes:
        set_setting(path, key, words)
        last.pop(key, None)
        if words is not None:
            last[key] = words
    found = read_settings(path)
    for key, shape in SHAPES.items():
        expected = shape.check(shape.read(last[key])) if key in last else getattr(Settings(), key)
        assert getattr(found, key) == expected
    if path.exists():
        assert tomllib.loads(path.read_text()).keys() == last.keys()
