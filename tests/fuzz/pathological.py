"""Pages that are small to write and hard to read. `n` is how often the hard part is printed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

LINE: Final = "Đoàn công tác khảo sát tuyến kè ven sông và làm việc với lãnh đạo xã về tiến độ thi công."
OTHER_LINE: Final = "Nhà thầu cam kết hoàn thành phần móng trong tháng tới, trước khi nước lên."
OPENING: Final = (
    "<html><head><meta charset=utf-8><title>Khảo sát tuyến kè ven sông trước mùa mưa bão</title></head><body>"
    "<h1>Khảo sát tuyến kè ven sông trước mùa mưa bão</h1><p class=date>02/03/2026 08:15</p>"
)


def page(inner: str) -> str:
    """An article with something hard below its second paragraph."""
    return f"{OPENING}<div class=noi-dung><p>{LINE}</p><p>{OTHER_LINE}</p>{inner}</div></body></html>"


def repeated(part: str) -> Callable[[int], str]:
    """A page that holds `part` n times."""
    return lambda n: page(part * n)


PAGES: Final[dict[str, tuple[int, Callable[[int], str]]]] = {
    "long text": (60_000, repeated(f"<p>{LINE}</p>")),
    "nested": (100_000, repeated("<div>")),
    "nested inline": (100_000, repeated("<b>")),
    "nested and closed": (50_000, lambda n: page("<div>" * n + LINE + "</div>" * n)),
    "nested quotes": (20_000, repeated("<blockquote>")),
    "nested lists": (20_000, repeated("<ul><li>")),
    "nested tables": (5_000, repeated("<table><tr><td>")),
    "nested below the guard": (40, lambda n: page("".join("<div>" * 900 + LINE + "</div>" * 900 for _ in range(n)))),
    "formats reopened in each paragraph": (
        5_000,
        lambda n: page("".join(f"<b class=c{at}>" for at in range(300)) + f"<p>{LINE}" * n),
    ),
    "unclosed formats": (3_000, repeated("<b><i><a href=x>")),
    "siblings": (100_000, repeated("<i></i>")),
    "empty blocks": (100_000, repeated("<div></div>")),
    "unclosed paragraphs": (50_000, repeated("<p>ô ")),
    "breaks": (100_000, repeated("<br>")),
    "lines with breaks": (50_000, repeated("ô<br>")),
    "attribute": (1_000_000, lambda n: page(f"<div class='{'x' * n}'>{LINE}</div>")),
    "class names": (100_000, lambda n: page(f"<div class='{'x-y ' * n}'><p>{LINE}</p></div>")),
    "style": (100_000, lambda n: page(f"<div style='{'a:b;' * n}'><p>{LINE}</p></div>")),
    "address": (500_000, lambda n: page(f"<a href='/tep/{'a-' * n}.pdf'>Tệp</a>")),
    "query": (200_000, lambda n: page(f"<a href='/tin?{'a=1&' * n}'>{LINE}</a>")),
    "attributes": (50_000, lambda n: page("<div " + " ".join(f"a{at}=1" for at in range(n)) + f">{LINE}</div>")),
    "text without spaces": (1_000_000, lambda n: page(f"<p>{'x' * n}</p>")),
    "letters without spaces": (500_000, lambda n: page(f"<p>{'ộ' * n}</p>")),
    "digits": (500_000, lambda n: page(f"<p>{'1' * n}</p>")),
    "slashes": (200_000, lambda n: page(f"<p>{'1/' * n}</p>")),
    "hyphens": (200_000, lambda n: page(f"<p>{'a-' * n}</p>")),
    "capitals": (100_000, lambda n: page(f"<p>{'Đ. ' * n}</p>")),
    "names": (30_000, lambda n: page(f"<p>Ảnh: {'Võ Ngân, ' * n}</p>")),
    "labels": (50_000, repeated("Tác giả: ")),
    "credits": (20_000, repeated("<p>Ảnh: Ngân Hà</p>")),
    "dates": (50_000, repeated("01/02/2026 ")),
    "date lines": (20_000, repeated("<p>Ngày đăng: 01/02/2026</p>")),
    "brackets": (200_000, repeated("(")),
    "quotes": (100_000, repeated('"')),
    "ampersands": (300_000, repeated("&")),
    "entities": (100_000, repeated("&eacute;")),
    "broken entities": (200_000, repeated("&#1")),
    "marks": (500_000, lambda n: page("<p>a" + "\u0301" * n)),
    "marks on letters": (200_000, repeated("a\u0301\u0302")),
    "misread letters": (100_000, repeated("á»‡")),
    "foreign look-alikes": (200_000, repeated("аa")),
    "legacy signs": (100_000, repeated("µ¸n ")),
    "links": (50_000, repeated('<a href="/tin/1">Tin số một hai ba bốn</a> ')),
    "list of links": (20_000, lambda n: page("".join(f"<li><a href=/tin/{at}>{LINE}</a></li>" for at in range(n)))),
    "pager": (20_000, lambda n: page("".join(f"<a href=?page={at}>{at}</a> " for at in range(n)))),
    "postbacks": (10_000, repeated("<a href=\"javascript:__doPostBack('a','Page$2')\">2</a>")),
    "pictures": (20_000, repeated("<figure><img src=a.jpg><figcaption>Kè sông</figcaption></figure>")),
    "pictures and lines": (20_000, repeated("<p><img src=a.jpg></p><p><i>Kè sông</i></p>")),
    "pictures alone": (30_000, repeated("<img src=a.jpg>")),
    "attachments": (20_000, lambda n: page("".join(f"<p><a href=/tep/{at}.pdf>Tệp {at}</a></p>" for at in range(n)))),
    "data table": (20_000, lambda n: page("<table>" + "<tr><td>ô<td>ô<td>ô" * n + "</table>")),
    "wide table": (60_000, lambda n: page("<table><tr>" + "<td>ô" * n + "</table>")),
    "tables": (10_000, repeated("<table><tr><td>ô<td>ô</table>")),
    "bases": (20_000, repeated('<base href="/a/">')),
    "headings": (20_000, repeated("<h2>Khảo sát tuyến kè ven sông</h2>")),
    "times": (20_000, repeated('<time datetime="2026-03-02">02/03/2026</time>')),
    "comments": (100_000, repeated("<!-- -->")),
    "open comment": (200_000, lambda n: page("<!--" + "-" * n)),
    "open sections": (100_000, repeated("<![CDATA[")),
    "open script": (200_000, lambda n: page("<script>" + "<!--<script>" * n)),
    "open tag": (200_000, lambda n: page("<div " * n)),
    "angle brackets": (300_000, repeated("<")),
    "metadata": (20_000, lambda n: "<meta property='og:title' content='Kè sông'>" * n + page("")),
    "linked data": (
        20_000,
        lambda n: f'<script type="application/ld+json">{{"@graph":[{"{},".ljust(3) * n}{{}}]}}</script>{page("")}',
    ),
    "templates": (20_000, repeated("<template><p>ô</p></template>")),
    "drawings": (20_000, repeated("<svg><path d='M0'/></svg>")),
    "made-up elements": (50_000, repeated("<x-ô>ô</x-ô>")),
    "furniture": (20_000, repeated('<div class="menu share related">Chia sẻ</div>')),
    "hidden": (50_000, repeated('<p style="display:none">ô</p>')),
    "breadcrumbs": (20_000, lambda n: "<div class=breadcrumb>" + "<a href=/x>Mục</a> » " * n + "</div>" + page("")),
    "tags": (20_000, lambda n: page("<div class=tags>Từ khóa: " + "<a rel=tag href=/t>kè</a>, " * n + "</div>")),
}
