"""The ways in which portals set a picture's caption."""

from __future__ import annotations

from practice.render.look import text


def picture(path: str, caption: str, index: int) -> str:
    """A picture with its caption: the article's index decides the markup."""
    return (_figure, _rows, _italic_line, _italic_below)[index % 4](_image(path, index), text(caption))


def _image(path: str, index: int) -> str:
    alt = "" if index % 3 else "Ảnh minh họa"
    return f'<img src="{path}" width="480" height="320" alt="{alt}" />'


def _figure(image: str, caption: str) -> str:
    return f"<figure>{image}<figcaption>{caption}</figcaption></figure>"


def _rows(image: str, caption: str) -> str:
    """A table of two rows, the caption in the second."""
    return (
        '<table align="center" border="0" class="image"><tbody>'
        f"<tr><td>{image}</td></tr><tr><td>{caption}</td></tr></tbody></table>"
    )


def _italic_line(image: str, caption: str) -> str:
    """A centred italic line of its own under the picture."""
    centre = '<p style="text-align: center;">'
    return f"{centre}{image}</p>\n{centre}<em>{caption}</em></p>"


def _italic_below(image: str, caption: str) -> str:
    """The caption in the picture's own paragraph, after a line break."""
    return f'<p align="center">{image}<br /><em>{caption}</em></p>'
