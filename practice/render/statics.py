"""Pages that are no news: about, contact, empty topics, the login form, the folder that robots.txt closes."""

from __future__ import annotations

import tomllib
from functools import cache

from practice.render.look import Look, text
from practice.stories import DATA


@cache
def static_pages() -> dict[str, tuple[str, list[str]]]:
    """Title and paragraphs of each static page, by path."""
    with (DATA / "statics.toml").open("rb") as file:
        pages = tomllib.load(file)["page"]
    return {page["path"]: (page["title"], page["paragraphs"]) for page in pages}


def static_content(path: str, look: Look) -> str:
    """The content of a static page. An unknown path is a KeyError."""
    title, paragraphs = static_pages()[path]
    return look.fill("plain", title=text(title), text="".join(f"<p>{text(line)}</p>\n" for line in paragraphs))


def note_content(title: str, line: str, look: Look) -> str:
    """A page with one line: an empty topic, a search without a hit, an address that does not exist."""
    return look.fill("plain", title=text(title), text=f"<p>{text(line)}</p>")


def login_content(look: Look) -> str:
    """The login form."""
    form = '<p>Tên đăng nhập <input name="ten" /> Mật khẩu <input name="mat-khau" type="password" /></p>'
    return look.fill("plain", title="Đăng nhập", text=form)
