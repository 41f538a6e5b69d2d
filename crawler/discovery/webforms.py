"""ASP.NET WebForms: a pager's `__doPostBack` becomes the form that a browser would post."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from crawler.discovery.addresses import canonical
from crawler.discovery.nodes import ancestors
from crawler.extraction.document import Document

POSTBACK = re.compile(r"__doPostBack\(\s*(['\"])(?P<target>.*?)\1\s*,\s*(['\"])(?P<argument>.*?)\3", re.DOTALL)
OPTIONS = re.compile(
    r"WebForm_PostBackOptions\(\s*(['\"])(?P<target>.*?)\1\s*,\s*(['\"])(?P<argument>.*?)\3", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class FormPost:
    """A next page that is reached by posting a form (ASP.NET WebForms): the address and all of its fields."""

    url: str
    fields: tuple[tuple[str, str], ...]


def postback(script: str) -> tuple[str, str] | None:
    """Read `(__EVENTTARGET, __EVENTARGUMENT)` out of a link's script; None if it posts nothing."""
    match = POSTBACK.search(script) or OPTIONS.search(script)
    if not match:
        return None
    return match["target"].replace("\\'", "'"), match["argument"].replace("\\'", "'")


def form_post(document: Document, node: LexborNode) -> FormPost | None:
    """Give the post that following a pager's link or pressing its button makes; None outside of a form."""
    script = f"{node.attributes.get('href') or ''} {node.attributes.get('onclick') or ''}"
    event = postback(script)
    form = next((above for above in ancestors(node) if above.tag == "form"), None)
    form = form if form is not None else document.tree.css_first("form")
    if form is None:
        return None
    fields = dict(_fields(form))
    if event:
        fields["__EVENTTARGET"], fields["__EVENTARGUMENT"] = event
    elif node.tag in ("input", "button") and node.attributes.get("name"):
        fields[node.attributes["name"] or ""] = node.attributes.get("value") or ""
    else:
        return None
    return FormPost(canonical(form.attributes.get("action") or document.url, document.url), tuple(fields.items()))


def _fields(form: LexborNode) -> list[tuple[str, str]]:
    """Give what a browser would send of an untouched form: no buttons, no unchecked boxes (HTML, 4.10.21.4)."""
    found = []
    for control in form.css("input[name], select[name], textarea[name]"):
        attributes = control.attributes
        if "disabled" in attributes or not attributes.get("name"):
            continue
        value = _value(control)
        if value is not None:
            found.append((attributes["name"] or "", value))
    return found


def _value(control: LexborNode) -> str | None:
    attributes = control.attributes
    if control.tag == "textarea":
        return control.text() or ""
    if control.tag == "select":
        option = control.css_first("option[selected]") or control.css_first("option")
        if option is None:
            return None
        return (option.attributes.get("value") if "value" in option.attributes else option.text()) or ""
    kind = (attributes.get("type") or "text").lower()
    if kind in ("submit", "button", "image", "reset", "file"):
        return None
    if kind in ("checkbox", "radio"):
        return (attributes.get("value") or "on") if "checked" in attributes else None
    return attributes.get("value") or ""
