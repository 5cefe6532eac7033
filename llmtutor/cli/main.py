"""The way in: arrange the words, run one command, turn every failure into its exit code. Caught only here."""

from __future__ import annotations

import atexit
import errno
import gc
import os
import sys

from ..errors import CannotWrite, Exit, LlmtutorError
from ..model import Lang, Text
from .options import guess_language, speak
from .words import arrange, call_directly

_COMPLETING = "_LLMTUTOR_COMPLETE"  # set by the shell when it asks how a line may go on, which the parser knows


def run() -> None:
    """The program as a process of its own: `main`, without what an interpreter does around a short life.

    Collecting garbage while modules load, and taking them apart one by one at the end, cost a small command about a
    sixth of its time; the system takes all of it back at once.
    """
    gc.set_threshold(100_000, 50, 50)
    try:
        main()
    except SystemExit as end:
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(end.code if isinstance(end.code, int) else 1)


def main(arguments: list[str] | None = None) -> None:
    """Run the program; ends the process with an exit code of `errors.Exit`."""
    words = sys.argv[1:] if arguments is None else arguments
    _replace_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    lang = _wanted_language(words)
    speak(lang)
    try:
        code = _run(words, lang)
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_output()
        code = Exit.OK
    except OSError as error:
        code = _tell_full(error, words, lang)
    sys.exit(int(code))


def _drop_output() -> None:
    """What waits in stdout goes nowhere: Python would complain at exit when it flushes what nobody takes."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _replace_closed_streams() -> None:
    """A stream that the shell closed (`<&-`) is None in Python; nothing comes from it and nothing goes there."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))


def _run(words: list[str], lang: Lang) -> Exit:
    try:
        arranged = arrange(words)
        code = None if _COMPLETING in os.environ else call_directly(arranged)
        if code is None:
            from .tree import call

            code = call(arranged)
        return code
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:
        raise
    except SystemExit as leaving:
        # So ends Typer's own handling of a pipe that nobody reads, with 1; to us it is no failure.
        if isinstance(leaving.__context__, BrokenPipeError):
            raise BrokenPipeError from None
        raise
    except LlmtutorError as error:
        if isinstance(error, CannotWrite):
            _drop_output()
        return _fail(error, words, lang)
    except OSError as error:
        # Help pages are printed by Typer; what it writes to has no name.
        if error.filename is not None or error.errno not in (errno.ENOSPC, errno.EFBIG, errno.EIO, errno.EDQUOT):
            return _tell_bug(error, words, lang)
        return _tell_full(error, words, lang)
    except Exception as bug:
        return _tell_bug(bug, words, lang)


def _tell_bug(bug: Exception, words: list[str], lang: Lang) -> Exit:
    import traceback

    traceback.print_exc()
    return _fail(_as_bug(bug), words, lang)


def _tell_full(error: OSError, words: list[str], lang: Lang) -> Exit:
    _drop_output()
    return _fail(CannotWrite("stdout", error, Text("make room where it goes", "请为输出腾出空间")), words, lang)


def _fail(error: LlmtutorError, words: list[str], lang: Lang) -> Exit:
    """Say it on stderr: one JSON object, or a few lines."""
    if "--json" in words:
        from ..render.as_json import error as as_error

        sys.stderr.write(as_error(error.code, error.message, error.hint) + "\n")
        return error.exit
    from ..render.as_rich import Screen

    color = False if "--no-color" in words else None
    Screen(lang, stdout=sys.stdout, stderr=sys.stderr, environ=os.environ, color=color).error(error)
    return error.exit


def _wanted_language(words: list[str]) -> Lang:
    for place, word in enumerate(words):
        value = word.partition("=")[2] if word.startswith("--lang=") else ""
        if word == "--lang" and place + 1 < len(words):
            value = words[place + 1]
        if value in ("en", "zh"):
            return "zh" if value == "zh" else "en"
    return guess_language(os.environ)


def _as_bug(bug: Exception) -> LlmtutorError:
    said = f"{type(bug).__name__}: {bug}"
    return LlmtutorError(
        "bug",
        Text(f"A bug in llmtutor: {said}", f"llmtutor 出现程序错误：{said}"),
        Text(
            "Nothing you answered is lost. Please report the lines above.",
            "已作答的内容没有丢失。请附上以上信息报告此问题。",
        ),
    )
