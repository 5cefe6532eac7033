"""Markdown of the bank -> lines of a page: paragraphs, lists, tables, programs, quotes.

Rich's own Markdown breaks lines at spaces only, so Chinese would be torn, and it draws boxes. Here a link is its words
and its address in plain sight, never a hyperlink; HTML and Rich's markup are shown as they are written; nothing can
emit a control code (entities are decoded before the text is made harmless).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from rich.cells import cell_len
from rich.style import Style
from rich.text import Text as Styled

from .page import INDENT, Page
from .styles import CODE, QUIET, SLANTED, STRONG, STRUCK

_BULLETS = ("•", "◦", "-")

_FULL_WIDTH = tuple("。：；，、！？）》")
# CommonMark does not see `**` as closing between Chinese punctuation and Han (`**注意。**下一句`); authors mean it so.
_BOLD_BY_PUNCTUATION = re.compile(r"\*\*([^*\n]+[，。、；：？！）》」』”’]|[（《「『“‘][^*\n]+)\*\*")


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])


def draw_markdown(page: Page, source: str, *, indent: int = INDENT) -> None:
    """Append `source` to the page, each block after some air, indented by `indent`."""
    _Drawing(page, indent).blocks(_parser().parse(source))


class _Drawing:
    """A walk over the flat list of tokens, so that no depth of nesting can exhaust the stack."""

    def __init__(self, page: Page, indent: int) -> None:
        self.page = page
        self.indent = indent
        self.lists: list[int | None] = []  # the next number of each open list, None where it has bullets
        self.lead: Styled | None = None  # the bullet that the next paragraph carries
        self.row: list[Styled] = []
        self.rows: list[list[Styled]] = []
        self.tight = False
        self.quoted = 0

    def blocks(self, tokens: Sequence[Token]) -> None:
        for number, token in enumerate(tokens):
            match token.type:
                case "paragraph_open":
                    self.tight = token.hidden
                case "inline":
                    self._inline(token, tokens[number - 1])
                case "bullet_list_open" | "ordered_list_open":
                    if not self.lists:
                        self.page.blank()
                    start = int(token.attrGet("start") or 1) if token.type == "ordered_list_open" else None
                    self.lists.append(start)
                case "bullet_list_close" | "ordered_list_close":
                    self.lists.pop()
                case "list_item_open":
                    self.lead = self._bullet()
                case "list_item_close":
                    if self.lead is not None:
                        self.page.line(self.lead, indent=self._depth() - INDENT)
                    self.lead = None
                case "blockquote_open":
                    self.quoted += 1
                case "blockquote_close":
                    self.quoted -= 1
                case "fence" | "code_block":
                    self.page.blank()
                    language = re.sub(r"\W.*", "", token.info.strip()) if token.info else ""
                    self.page.code(token.content, indent=self._depth() + INDENT, language=language)
                case "hr":
                    self.page.blank()
                case "tr_close":
                    self.rows.append(self.row)
                    self.row = []
                case "table_close":
                    self._table()
                case _:
                    pass

    def _inline(self, token: Token, before: Token) -> None:
        text = self._styled(token.children or [])
        if before.type in ("th_open", "td_open"):
            self.row.append(text)
            return
        if before.type == "heading_open":
            self.page.blank()
            text.stylize_before(STRONG)
        elif not self.tight and self.lead is None:
            self.page.blank()
        if self.quoted:
            text.stylize_before(QUIET)
        if self.lead is not None:
            hanging = cell_len(self.lead.plain)
            self.page.line(text, lead=self.lead, indent=self._depth() - hanging)
        else:
            self.page.line(text, indent=self._depth())
        self.lead = None

    def _table(self) -> None:
        self.page.blank()
        head, *body = self.rows
        for cell in head:
            cell.stylize_before(QUIET)
        width = max(len(row) for row in self.rows)
        full = [row + [Styled()] * (width - len(row)) for row in [head, *body]]
        self.page.table(full[1:], head=full[0], indent=self._depth())
        self.rows = []

    def _depth(self) -> int:
        deep = sum(INDENT if number is None else INDENT + 1 for number in self.lists)
        return self.indent + deep + INDENT * self.quoted

    def _bullet(self) -> Styled:
        number = self.lists[-1]
        if number is None:
            glyph = "-" if self.page.linear else _BULLETS[min(len(self.lists), len(_BULLETS)) - 1]
            return self.page.clean(f"{glyph} ", QUIET)
        self.lists[-1] = number + 1
        return self.page.clean(f"{number}. ", QUIET)

    def _styled(self, tokens: Sequence[Token]) -> Styled:
        """Inline tokens as styled text."""
        text = Styled()
        open_styles: list[Style] = []
        address = ""
        for token in tokens:
            match token.type:
                case "strong_open":
                    open_styles.append(STRONG)
                case "em_open":
                    # Slanted Han is hard to read; Chinese stresses by weight.
                    open_styles.append(STRONG if self.page.lang == "zh" else SLANTED)
                case "s_open":
                    open_styles.append(STRUCK)
                case "strong_close" | "em_close" | "s_close":
                    open_styles.pop()
                case "code_inline":
                    code = token.content if self.page.coloured else f"`{token.content}`"
                    self._append(text, code, [*open_styles, CODE])
                case "softbreak":
                    text.append("" if _joins_without_space(text.plain, tokens, token) else " ")
                case "hardbreak":
                    text.append("\n")
                case "link_open":
                    address = str(token.attrGet("href") or "")
                case "link_close":
                    if address and not text.plain.endswith(address):
                        self._append(text, f" ({address})", [QUIET])
                case "image":
                    self._append(text, f"{token.content} ({token.attrGet('src') or ''})", open_styles)
                case _:
                    self._append_text(text, token.content, open_styles)
        return text

    def _append_text(self, text: Styled, content: str, styles: Sequence[Style]) -> None:
        end = 0
        for found in _BOLD_BY_PUNCTUATION.finditer(content):
            self._append(text, content[end : found.start()], styles)
            self._append(text, found.group(1), [*styles, STRONG])
            end = found.end()
        self._append(text, content[end:], styles)

    def _append(self, text: Styled, content: str, styles: Sequence[Style]) -> None:
        # The marks of bold text need a blank behind them that the sentence does not.
        piece = self.page.clean(content.lstrip(" ") if text.plain.endswith(_FULL_WIDTH) else content)
        for style in styles:
            piece.stylize(style)
        text.append_text(piece)


def _joins_without_space(before: str, tokens: Sequence[Token], at: Token) -> bool:
    """A line of the file that ends between two Han characters ends nowhere in the sentence."""
    following = "".join(token.content for token in tokens[tokens.index(at) + 1 :])
    return bool(before) and bool(following) and cell_len(before[-1]) == 2 and cell_len(following[0]) == 2
