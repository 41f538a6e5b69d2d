"""Canonical addresses: one spelling for one page, whatever a portal appends to its links.

What is dropped is what no portal needs to show the page: fragments, tracking parameters, session ids, default
ports, duplicate slashes. What may carry meaning (order of parameters, case, a closing slash) stays as printed, since
the canonical address is also the one that is requested. RFC 3986, section 6.2.2 and 6.2.3.
"""

from __future__ import annotations

import re
import string
from functools import lru_cache
from urllib.parse import SplitResult, quote, unquote_to_bytes, urljoin, urlsplit, urlunsplit

TRACKING = re.compile(
    r"utm_\w+|_utm\w*|mc_[ce]id|fbclid|gclid|gclsrc|dclid|msclkid|yclid|igshid|twclid|zarsrc|zanpid|zalo_?id|_ga|_gl"
    r"|ref_src|ref_url|fb_(?:action|comment|source)\w*|spm|share_?(?:from|source)|__cf_chl\w*",
    re.IGNORECASE,
)
SESSION = re.compile(
    r"phpsessid|jsessionid|aspsessionid\w*|asp\.net_sessionid|cfid|cftoken|sessionid|session_id|s?sid|zenid|oscsid",
    re.IGNORECASE,
)
# A session id is long and random; `sid=1283` is how some portals number their tenants, and must stay.
OPAQUE = re.compile(r"(?=.*\d)[0-9a-z_,-]{16,}", re.IGNORECASE)
ALWAYS_SESSION = re.compile(r"phpsessid|jsessionid|aspsessionid\w*|asp\.net_sessionid|cfid|cftoken", re.IGNORECASE)
# Where a page was reached from, and how it is framed: never what it shows.
REDUNDANT = re.compile(
    r"\w*redirect(?:_?ur[il])?|back_?url|return_?url|plidlayout|source|p_p_auth|p_auth|controlpanelcategory"
    r"|\w*themever|switch_?theme|is_?mobile",
    re.IGNORECASE,
)
SESSION_IN_PATH = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/?#;]*", re.IGNORECASE)
# ASP.NET's cookieless session: /(S(lit3py55t21z5v55vlm25s55))/page.aspx
COOKIELESS = re.compile(r"/\((?:[ASF]\([^/()]*\))+\)(?=/)", re.IGNORECASE)
ESCAPES = re.compile(r"((?:%[0-9A-Fa-f]{2})+)")
UNRESERVED = frozenset(string.ascii_letters + string.digits + "-._~")
DEFAULT_PORTS = {"http": 80, "https": 443}
UNREADABLE = "unreadable:"
# What an address begins with, and a whole one that is spelt so already: most links are.
ORIGIN = re.compile(r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::(?:[1-5]\d{4}|[1-9]\d{3}))?(?=/)")
PLAIN = re.compile(rf"{ORIGIN.pattern}/(?:(?!\.\.?(?:/|\Z))[\w.~-]+(?:/|\Z))*", re.ASCII)
# What resolves without regard to the path of the page.
SIMPLE = re.compile(rf"(?P<origin>{ORIGIN.pattern})?/(?!/)[\w.~/?=&%+,:!-]*", re.ASCII)
# The links of one page are asked about many times over, and a menu's on every page of its site.
REMEMBERED = 4096
LONGEST_REMEMBERED = 2048
PATH_SAFE = "!$&'()*+,;=:@/~-._"
QUERY_SAFE = "!$'()*+,;:@/?~-._[]{}|"


def canonical(url: str, base: str | None = None) -> str:
    """Give the one spelling of an address.

    `base` is the absolute address of the page that printed it. An address that is not http(s) comes back stripped but
    otherwise unchanged, so that `traps.is_trap` can name what it is; one that cannot be read at all (`http://[x`, a
    port of 99999) comes back escaped behind `unreadable:`, so that nobody fails who takes it apart.
    """
    if base is not None and "/." not in url and (simple := SIMPLE.fullmatch(url)):
        # The same on every page of a site: remembered once.
        if simple["origin"]:
            base = None
        elif origin := _origin(base):
            url, base = origin + url, None
    if base is None and PLAIN.fullmatch(url):
        return url
    return _spelt(url, base) if len(url) <= LONGEST_REMEMBERED else _spell(url, base)


def _spell(url: str, base: str | None) -> str:
    text = re.sub(r"[\t\r\n]", "", url).strip()
    try:
        parts = urlsplit(urljoin(base, text.replace("\\", "/")) if base else text)
        host = _authority(parts)
    except ValueError:
        return UNREADABLE + quote(text, errors="replace")
    if parts.scheme.lower() not in DEFAULT_PORTS or not host:
        return text
    return urlunsplit((parts.scheme.lower(), host, _path(parts.path), _query(parts.query), ""))


_spelt = lru_cache(maxsize=REMEMBERED)(_spell)


@lru_cache(maxsize=REMEMBERED)
def _origin(base: str) -> str:
    """Give what stands before the path of an http(s) address; empty if it is none."""
    match = ORIGIN.match(base)
    return match[0] if match else ""


def same_host(one: str, other: str) -> bool:
    """Whether two absolute addresses are on one host: `www.` and the scheme do not count, the port does."""
    return bare_host(one) == bare_host(other)


@lru_cache(maxsize=REMEMBERED)
def bare_host(url: str) -> str:
    """Give the host (with an explicit port) of an address, in lower case and without `www.`; empty if unreadable."""
    try:
        return _authority(urlsplit(url)).removeprefix("www.")
    except ValueError:
        return ""


def parameters(query: str) -> list[tuple[str, str]]:
    """Split a query into its pairs, undecoded, in order; a bare value (`?18477100`) has the empty name."""
    pairs = [item.partition("=") for item in query.split("&") if item]
    return [(name, value) if sign else ("", name) for name, sign, value in pairs]


def _authority(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".")
    if not host.isascii():
        host = host.encode("idna").decode("ascii")
    if ":" in host:
        host = f"[{host}]"
    if parts.port is None or parts.port == DEFAULT_PORTS.get(parts.scheme.lower()):
        return host
    return f"{host}:{parts.port}"


def _path(path: str) -> str:
    path = SESSION_IN_PATH.sub("", path)
    path = COOKIELESS.sub("", path)
    path = re.sub(r"/{2,}", "/", _respell(path, PATH_SAFE))
    return _without_dots(path) or "/"


def _without_dots(path: str) -> str:
    """Resolve `.` and `..` segments (RFC 3986, section 5.2.4); those that lead above the root are dropped."""
    kept: list[str] = []
    segments = path.split("/")
    for segment in segments:
        if segment == ".." and len(kept) > 1:
            kept.pop()
        elif segment not in (".", ".."):
            kept.append(segment)
    if segments[-1] in (".", "..") and kept and kept[-1]:
        kept.append("")
    return "/".join(kept)


def _query(query: str) -> str:
    kept = [item for item in query.split("&") if item and not _is_noise(item)]
    return "&".join(_respell(item, QUERY_SAFE + "=") for item in kept)


def _is_noise(item: str) -> bool:
    name, _, value = item.partition("=")
    if TRACKING.fullmatch(name) or REDUNDANT.fullmatch(name) or ALWAYS_SESSION.fullmatch(name):
        return True
    return bool(SESSION.fullmatch(name) and OPAQUE.fullmatch(value))


def _respell(text: str, safe: str) -> str:
    """Spell percent-escapes one way: upper-case hexadecimal, and none where none is needed.

    An escape of a character that has a meaning of its own in an address (`%2F`, `%26`) stays an escape.
    """
    pieces = ESCAPES.split(text)
    pieces[::2] = [quote(piece, safe=safe, errors="replace") for piece in pieces[::2]]
    pieces[1::2] = map(_escapes, pieces[1::2])
    return "".join(pieces)


def _escapes(run: str) -> str:
    return "".join(chr(byte) if chr(byte) in UNRESERVED else f"%{byte:02X}" for byte in unquote_to_bytes(run))
