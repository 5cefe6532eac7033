"""What each command of LaTeX looks like in a terminal: one glyph and its class, which decides the space around it."""

from __future__ import annotations

import re
from enum import Enum


class Kind(Enum):
    """The classes of TeX (The TeXbook, chapter 17), with words apart from letters."""

    LETTER = "letter"
    NUMBER = "number"
    WORD = "word"
    BIG = "big"
    BINARY = "binary"
    RELATION = "relation"
    OPEN = "open"
    CLOSE = "close"
    PUNCTUATION = "punctuation"
    TALL = "tall"  # a fraction and the like


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _table(text: str) -> dict[str, str]:
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


_LETTERS = _table("""
    alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ
    nu ν xi ξ pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω
    Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
    ell ℓ hbar ℏ imath ı jmath ȷ Re ℜ Im ℑ aleph ℵ partial ∂ nabla ∇ infty ∞ emptyset ∅ varnothing ∅ forall ∀ exists ∃
    neg ¬ lnot ¬ top ⊤ bot ⊥ angle ∠ dots … ldots … cdots ⋯ vdots ⋮ ddots ⋱ dotsc … dotsb ⋯ prime ′ degree °
    checkmark ✓ square □ Box □ blacksquare ■ dag † dagger † S § % % # # & & _ _ $ $
""")
_BIG = _table("""
    sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ bigvee ⋁
    bigwedge ⋀
""")
_BINARY = _table("""
    times × cdot · div ÷ pm ± mp ∓ ast ∗ star ⋆ circ ∘ bullet • oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ cup ∪ cap ∩
    setminus ∖ wedge ∧ land ∧ vee ∨ lor ∨ sqcup ⊔ sqcap ⊓ uplus ⊎ amalg ⨿ diamond ⋄ wr ≀ triangleright ▷ triangleleft ◁
""")
_RELATIONS = _table("""
    le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥ geqslant ≥ ne ≠ neq ≠ lt < gt > ll ≪ gg ≫ approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡
    propto ∝ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ subsetneq ⊊ supset ⊃ supseteq ⊇ mid | parallel ∥ perp ⟂ prec ≺
    preceq ⪯ succ ≻ succeq ⪰ asymp ≍ doteq ≐ triangleq ≜ coloneqq ≔ coloneq ≔ models ⊨ vdash ⊢ to → rightarrow →
    leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ implies ⟹ iff ⟺ mapsto ↦
    longrightarrow ⟶ longleftarrow ⟵ longmapsto ⟼ hookrightarrow ↪ uparrow ↑ downarrow ↓ updownarrow ↕ nearrow ↗
    searrow ↘ colon : rightsquigarrow ⇝ leadsto ⇝ lesssim ≲ gtrsim ≳
""")
_OPEN = _table("lbrace { { { lbrack [ langle ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖ lgroup (")
_CLOSE = _table("rbrace } } } rbrack ] rangle ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖ rgroup )")
_FENCES = _table("| ‖ Vert ‖ vert | backslash ∖")

WORDS = _words("""
    arccos arcsin arctan arg bmod cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log
    max min Pr sec sin sinh sup tan tanh
""")
# Their limits stand above and below, not beside.
LIMITED_WORDS = _words("lim liminf limsup max min sup inf det gcd Pr")
SIDE_LIMITS = frozenset("∫∬∭∮")

COMMANDS: dict[str, tuple[str, Kind]] = {
    name: (glyph, kind)
    for table, kind in (
        (_LETTERS, Kind.LETTER),
        (_BIG, Kind.BIG),
        (_BINARY, Kind.BINARY),
        (_RELATIONS, Kind.RELATION),
        (_OPEN, Kind.OPEN),
        (_CLOSE, Kind.CLOSE),
        (_FENCES, Kind.LETTER),
    )
    for name, glyph in table.items()
}

CHARACTERS: dict[str, tuple[str, Kind]] = {
    "+": ("+", Kind.BINARY),
    "-": ("−", Kind.BINARY),
    "*": ("∗", Kind.BINARY),
    "/": ("/", Kind.LETTER),
    "=": ("=", Kind.RELATION),
    "<": ("<", Kind.RELATION),
    ">": (">", Kind.RELATION),
    ":": (":", Kind.RELATION),
    "(": ("(", Kind.OPEN),
    "[": ("[", Kind.OPEN),
    ")": (")", Kind.CLOSE),
    "]": ("]", Kind.CLOSE),
    ",": (",", Kind.PUNCTUATION),
    ";": (";", Kind.PUNCTUATION),
    ".": (".", Kind.LETTER),
    "!": ("!", Kind.LETTER),
    "?": ("?", Kind.LETTER),
    "@": ("@", Kind.LETTER),
    "|": ("|", Kind.LETTER),
    "`": ("‘", Kind.LETTER),
    '"': ("″", Kind.LETTER),
} | {glyph: (glyph, kind) for glyph, kind in COMMANDS.values() if not glyph.isascii()}

# Cells of space.
SPACES = {",": 1, ";": 1, ":": 1, ">": 1, " ": 1, "!": 0, "quad": 2, "qquad": 4, "enspace": 1, "thinspace": 1}

ACCENTS = {
    "hat": "\u0302",
    "widehat": "\u0302",
    "bar": "\u0304",
    "overline": "\u0304",
    "tilde": "\u0303",
    "widetilde": "\u0303",
    "vec": "\u20d7",
    "dot": "\u0307",
    "ddot": "\u0308",
    "check": "\u030c",
    "breve": "\u0306",
    "acute": "\u0301",
    "grave": "\u0300",
    "mathring": "\u030a",
    "underline": "\u0332",
}
# What stands over something wider than a letter, and what it is called in one line.
WIDE_ACCENTS = {
    "\u0302": ("^", "hat"),
    "\u0304": ("─", "bar"),
    "\u0303": ("~", "tilde"),
    "\u20d7": ("→", "vec"),
    "\u0307": ("˙", "dot"),
    "\u0308": ("¨", "ddot"),
    "\u030c": ("ˇ", "check"),
    "\u0306": ("˘", "breve"),
    "\u0301": ("´", "acute"),
    "\u0300": ("`", "grave"),
    "\u030a": ("˚", "ring"),
    "\u0332": ("─", "underline"),
}

# \not makes these of those.
NEGATED = _table("= ≠ ∈ ∉ ∋ ∌ ≡ ≢ ⊂ ⊄ ⊆ ⊈ < ≮ > ≯ ≤ ≰ ≥ ≱ ∼ ≁ ≈ ≉ ∥ ∦ ∃ ∄ → ↛ ⇒ ⇏")

_PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_GREEK = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡϴΣΤΥΦΧΨΩ∇αβγδεζηθικλμνξοπρςστυφχψω∂ϵϑϰϕϱϖ"


def _alphabet(first: int, holes: str = "") -> dict[str, str]:
    """Mathematical letters from `first` on; `holes` names those that Unicode had already put elsewhere."""
    return {letter: chr(first + place) for place, letter in enumerate(_PLAIN)} | _table(holes)


_BOLD = (
    _alphabet(0x1D400)
    | {str(digit): chr(0x1D7CE + digit) for digit in range(10)}
    | {letter: chr(0x1D6A8 + place) for place, letter in enumerate(_GREEK)}
)
_SCRIPT = _alphabet(0x1D49C, "B ℬ E ℰ F ℱ H ℋ I ℐ L ℒ M ℳ R ℛ e ℯ g ℊ o ℴ")
_DOUBLE = _alphabet(0x1D538, "C ℂ H ℍ N ℕ P ℙ Q ℚ R ℝ Z ℤ") | {str(d): chr(0x1D7D8 + d) for d in range(10)}
_FRAKTUR = _alphabet(0x1D504, "C ℭ H ℌ I ℑ R ℜ Z ℨ")

# None: upright, as letters of a terminal are anyway.
FONTS: dict[str, dict[str, str] | None] = {
    "mathrm": None,
    "mathit": None,
    "mathnormal": None,
    "mathsf": None,
    "mathtt": None,
    "operatorname": None,
    "mathbf": _BOLD,
    "boldsymbol": _BOLD,
    "bm": _BOLD,
    "mathcal": _SCRIPT,
    "mathscr": _SCRIPT,
    "mathbb": _DOUBLE,
    "mathds": _DOUBLE,
    "mathfrak": _FRAKTUR,
}
TEXTS = _words("text textrm textit textsf texttt textbf textnormal mbox")

# Commands that shape.
STYLES = {"displaystyle", "textstyle", "scriptstyle", "limits", "nolimits"}
SIZES = re.compile(r"(big|Big|bigg|Bigg)[lrm]?$")
FENCES = {"(": "(", ")": ")", "[": "[", "]": "]", "|": "|", "/": "/", ".": "", "<": "⟨", ">": "⟩"}
FRACTIONS = {"frac", "dfrac", "tfrac", "cfrac"}
BINOMIALS = {"binom", "dbinom", "tbinom"}
ARROWS = {"xrightarrow": "→", "xleftarrow": "←", "xleftrightarrow": "↔", "xRightarrow": "⇒"}
TABLES = {
    "matrix": ("", ""),
    "smallmatrix": ("", ""),
    "pmatrix": ("(", ")"),
    "bmatrix": ("[", "]"),
    "Bmatrix": ("{", "}"),
    "vmatrix": ("|", "|"),
    "Vmatrix": ("‖", "‖"),
    "array": ("", ""),
    "cases": ("{", ""),
}
EQUATIONS = {"aligned", "align", "align*", "split", "gathered", "gather", "gather*"}
VERTICAL = {"|", "Vert", "vert", "backslash"}

ABOVE = dict(
    zip("0123456789+−=()abcdefghijklmnoprstuvwxyzβγδφχ", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵝᵞᵟᵠᵡ", strict=True)
) | {"⊤": "ᵀ", "′": "′"}
BELOW = dict(zip("0123456789+−=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ", strict=True))
