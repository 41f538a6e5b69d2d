"""Private-use characters that Word writes for glyphs of Symbol and Wingdings, and their plain signs.

Word stores the glyph with the code 0xNN of such a font as U+F0NN and loses the font's name on the way to the
web, so a code that stands for different glyphs in the two fonts is read as the one that Word users type: its
bullets, the arrows of autocorrection, the signs of Symbol. Codes without an agreed reading are left as they
are. Source: Unicode's mapping of the Symbol font (VENDORS/APPLE/SYMBOL.TXT) and Microsoft's chart of
Wingdings.
"""

from __future__ import annotations

from typing import Final

_PRIVATE_USE: Final = 0xF000

_SIGNS: Final = {
    # Squares, ticks, diamonds and stars of Wingdings, card suits of Symbol: all of them head list items.
    "•": "6c 6d 6e 6f 70 71 72 73 74 75 76 77 78 9e 9f a1 a2 a4 a6 a7 a8 a9 aa b7 d8 fb fc fd fe",
    "←": "ac df ef e7",
    "↑": "ad e1 e9 f1",
    "→": "ae e0 e8 f0",
    "↓": "af e2 ea f2",
    "↔": "ab f3",
    "⇔": "db",
    "⇐": "dc",
    "⇒": "de",
    "°": "b0",
    "±": "b1",
    "≥": "b3",
    "≤": "a3",
    "×": "b4",
    "≠": "b9",
    "≈": "bb",
    "…": "bc",
    "÷": "b8",
    "∞": "a5",
    "√": "d6",
    "®": "d2",
    "©": "d3",
    "™": "d4",
    " ": "20",
    "%": "25",
    "(": "28",
    ")": "29",
    "+": "2b",
    "-": "2d",
    "=": "3d",
    "α": "61",
    "β": "62",
    "Δ": "44",
    "Ω": "57",
}

GLYPHS: Final = {_PRIVATE_USE + int(code, 16): sign for sign, codes in _SIGNS.items() for code in codes.split()}
"""Code point to plain sign, as `str.translate` takes it."""
