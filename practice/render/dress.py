"""The markup in which editors leave an article's text: clean, pasted from Word, in a layout table, …

Whatever the dress, the normalized text is the same. An article's index decides its dress and its captions'.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from practice.model import Article, Heading, Items, Paragraph, Part, Picture, Table
from practice.render.captions import picture
from practice.render.look import text

_WORD_HEAD = (
    "<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View><w:Zoom>0</w:Zoom>"
    "<w:LidThemeOther>VI</w:LidThemeOther></w:WordDocument></xml><![endif]-->\n"
    "<style><!-- p.MsoNormal { mso-style-parent: ''; margin-bottom: .0001pt; } --></style>\n"
)
_WORD_PARAGRAPH = '<p class="MsoNormal" style="text-align: justify; mso-line-height-rule: exactly">'
_WORD_SPAN = "<span lang=\"VI\" style=\"font-size: 13.0pt; font-family: 'Times New Roman','serif'\">"


def _plain(value: str) -> str:
    return f"<p>{text(value)}</p>"


def _word(value: str) -> str:
    """Word's paragraph, its text cut into spans in the middle of a sentence."""
    words = value.split(" ")
    cut = len(words) // 3
    head, tail = text(" ".join(words[:cut])), text(" ".join(words[cut:]))
    joined = f"{_WORD_SPAN}{head} </span>" if head else ""
    return f"{_WORD_PARAGRAPH}{joined}{_WORD_SPAN}{tail}<o:p></o:p></span></p>\n" + (
        '<p class="MsoNormal"><o:p>&nbsp;</o:p></p>'
    )


def _justified(value: str) -> str:
    span = '<span style="font-size: 14px; line-height: 1.5">'
    return f'<div style="text-align: justify;">{span}{text(value)}</span></div>\n<div>&nbsp;</div>'


def _broken(value: str) -> str:
    return f"{text(value)}<br />\n<br />"


def _decomposed(value: str) -> str:
    return f"<p>{unicodedata.normalize('NFD', text(value))}</p>"


def _spaced(value: str) -> str:
    """No-break spaces after numbers and capitals, doubled spaces, a zero-width space and a soft hyphen."""
    spaced = re.sub(r"(?<=[0-9]) ", "\u00a0", text(value))
    spaced = spaced.replace(", ", ",&nbsp; ").replace(" và ", " \u200bvà ").replace("khoa học", "khoa\u00a0h\u00adọc")
    return f"<p>&nbsp;&nbsp; {spaced} </p>"


_DRESSES: tuple[Callable[[str], str], ...] = (
    _plain,
    _word,
    _justified,
    _broken,
    _plain,
    _decomposed,
    _spaced,
)
_IN_TABLE = 4


def body(article: Article) -> str:
    """The article's parts as HTML, in its dress."""
    turn = article.index % len(_DRESSES)
    paragraph = _DRESSES[turn]
    lines = [_part(part, paragraph, article.index) for part in article.parts]
    html = "\n".join(lines)
    if paragraph is _word:
        return _WORD_HEAD + html
    if paragraph is _broken:
        return f"<div>{html}</div>"
    if turn == _IN_TABLE:
        return f'<table border="0" width="100%"><tbody><tr><td>\n{html}\n</td></tr></tbody></table>'
    return html


def _part(part: Part, paragraph: Callable[[str], str], index: int) -> str:
    match part:
        case Paragraph(value):
            return paragraph(value)
        case Heading(value):
            return f"<h3>{text(value)}</h3>" if index % 2 else f"<p><strong>{text(value)}</strong></p>"
        case Items(texts):
            return "<ul>\n" + "\n".join(f"<li>{text(item)}</li>" for item in texts) + "\n</ul>"
        case Table(rows):
            return _table(rows)
        case Picture(path, caption):
            return picture(path, caption, index)


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    head, *rest = rows
    lines = ["<tr>" + "".join(f"<th>{text(cell)}</th>" for cell in head) + "</tr>"]
    lines += ["<tr>" + "".join(f"<td><p>{text(cell)}</p></td>" for cell in row) + "</tr>" for row in rest]
    return '<table border="1" cellpadding="4"><tbody>\n' + "\n".join(lines) + "\n</tbody></table>"
