"""Made-up sites whose templates print furniture without a telling class or tag, and what a reader takes for the text.

Every article's own paragraphs are its own; a closing sentence stands on most articles by right, and some articles are
the same announcement of another week.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

WORDS = (  # noqa: SIM905 - a list of words, readable as one
    "xã bản đồi suối ruộng bậc thang giống cây hạt vụ mùa nông dân hợp tác kho máy gặt đường làng cầu treo chợ phiên "
    "lớp học trạm y tế thư viện hồ chứa kênh mương điện lưới nước sạch rừng phòng hộ nghề dệt gốm mây tre thổ cẩm "
    "cán bộ hướng dẫn kiểm tra bàn giao khởi công nghiệm thu trao tặng tập huấn khảo sát ghi nhận hỗ trợ vận động"
).split()
CLOSING = "Văn phòng trạm khuyến nông sẽ tiếp tục thông tin tới bà con trong các bản tin sau của trạm."
NOTICE = (
    "Trạm khuyến nông thông báo lịch phát hạt giống tuần thứ {n} cho các hộ đã đăng ký tại nhà văn hóa thôn.",
    "Bà con mang theo giấy hẹn và đến đúng giờ ghi trong giấy để việc phát giống được nhanh gọn, trật tự.",
    "Hộ nào chưa nhận được giấy hẹn thì báo lại cho trưởng thôn chậm nhất là chiều ngày {n} trong tháng.",
)
ADDRESS = "Nhà làm việc của trạm: cuối dốc Cây Gạo, thôn Đồi Chè, mở cửa các buổi sáng trừ chủ nhật"
HOTLINE = "Bà con cần hỏi về sâu bệnh trên lúa và ngô hãy gọi số máy trực của trạm vào giờ hành chính"
MENU = (("", "Trang chủ"), ("tin", "Tin tức"), ("gioi-thieu", "Giới thiệu"), ("lien-he", "Liên hệ"))
PAGER = '<p><a href="/tin">1</a> <a href="/tin?trang=2">2</a></p>'
SLOGAN = "Cùng nhau giữ lấy hạt giống quê mình, mỗi nhà một góc vườn, mỗi thôn một kho chung"


@dataclass(frozen=True)
class Page:
    """A page with the body that a reader takes from it; lists have none."""

    url: str
    html: str
    body: tuple[str, ...] = ()
    is_article: bool = True


Template = Callable[[str, str, tuple[str, ...]], str]


def site(host: str, article: Template, furnish: Callable[[str], str], order: int = 0) -> list[Page]:
    """A site: its front page, two lists, and 24 articles. `furnish` wraps a list's content in the template.

    The lists of another `order` show the same articles shuffled.
    """
    dice = random.Random(5)
    pages = []
    headlines = []
    for number in range(1, 25):
        title = _sentence(dice, 10, 14).rstrip(".")
        if number % 5 == 0:
            title = f"Lịch phát hạt giống tuần {number} của trạm khuyến nông Đồi Chè"
            own = tuple(text.format(n=number) for text in NOTICE)
        else:
            own = tuple(_sentence(dice, 25, 45) for _ in range(dice.randint(1, 6)))
        body = (*own, CLOSING) if number % 3 else own
        url = f"http://{host}/tin/bai-{number}.html"
        headlines.append((url, title, own[0]))
        day = f"{number % 27 + 1:02}/0{number % 8 + 1}/2025 0{number % 9}:15"
        pages.append(Page(url, _html(title, article(title, day, body)), body))
    if order:
        random.Random(order).shuffle(headlines)
    for url, part in (("", headlines[:8]), ("tin", headlines[:12]), ("tin?trang=2", headlines[12:])):
        pages.append(Page(f"http://{host}/{url}", _html("Tin tức", furnish(_entries(part))), is_article=False))
    return pages


def _sentence(dice: random.Random, least: int, most: int) -> str:
    words = [dice.choice(WORDS) for _ in range(dice.randint(least, most))]
    return " ".join(words).capitalize() + "."


def _entries(headlines: list[tuple[str, str, str]]) -> str:
    return "".join(
        f'<div class="r4"><a href="{url}">{title}</a><p>{teaser}</p></div>' for url, title, teaser in headlines
    )


def _html(title: str, content: str) -> str:
    menu = "".join(f'<li><a href="/{path}">{name}</a></li>' for path, name in MENU)
    return f"<html><head><title>{title}</title></head><body><ul>{menu}</ul>{content}</body></html>"


def paragraphs(texts: tuple[str, ...]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def boxed(title: str, day: str, body: tuple[str, ...]) -> str:
    """A box of furniture inside the content's own box."""
    box = f'<div class="z9"><p>{ADDRESS}</p><p>{HOTLINE}</p></div>'
    head = f'<h1>{title}</h1><div class="q7">{day}</div>'
    return f'<div class="k3">{head}<div class="w2">{paragraphs(body)}{box}</div></div>'


def next_to(title: str, day: str, body: tuple[str, ...]) -> str:
    """Lines of furniture right below the text's box."""
    return (
        f"<div><div><h1>{title}</h1><div>{day}</div><div>{paragraphs(body)}</div>"
        f"<div>{HOTLINE}</div><p>{SLOGAN}</p></div></div>"
    )


def cells(title: str, day: str, body: tuple[str, ...]) -> str:
    """A layout table; the furniture has cells of its own."""
    return (
        f"<table><tr><td><h2>{title}</h2></td></tr><tr><td>{day}</td></tr><tr><td>{paragraphs(body)}</td></tr>"
        f"<tr><td>{SLOGAN}</td></tr><tr><td>{ADDRESS}</td></tr></table>"
    )


def flat(title: str, day: str, body: tuple[str, ...]) -> str:
    """Everything in one cell: the furniture stands like a paragraph; lists print it as well."""
    return f"<table><tr><td><h2>{title}</h2><p>{day}</p>{paragraphs(body)}<p>{HOTLINE}</p></td></tr></table>"


def dressed(title: str, day: str, body: tuple[str, ...]) -> str:
    """Paragraphs of the template among those of the text, under classes of their own."""
    return (
        f'<div class="a1"><h1>{title}</h1><div class="a2">{day}</div>'
        f'<div class="a3">{paragraphs(body)}<p class="x8">{SLOGAN}</p></div></div>'
    )


def above(title: str, day: str, body: tuple[str, ...]) -> str:
    """A box of furniture between the headline and the text."""
    return f"<div><h1>{title}</h1><div>{day}</div><div><p>{HOTLINE}</p></div><div>{paragraphs(body)}</div></div>"


def contacts(title: str, day: str, body: tuple[str, ...]) -> str:
    """A table of the template below the text, with border and labels as a table of data has them."""
    rows = (("Địa chỉ trạm", ADDRESS), ("Số trực", HOTLINE), ("Giờ mở cửa", "7 giờ tới 11 giờ"))
    table = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in rows)
    return f'<div><h1>{title}</h1><div>{day}</div><div>{paragraphs(body)}<table border="1">{table}</table></div></div>'


def listed(title: str, day: str, body: tuple[str, ...]) -> str:
    """A list of the template in the middle of the text."""
    box = f"<ul><li>{ADDRESS}</li><li>{SLOGAN}</li></ul>"
    return f"<div><h1>{title}</h1><div>{day}</div><div>{paragraphs(body[:1])}{box}{paragraphs(body[1:])}</div></div>"


def counted(title: str, day: str, body: tuple[str, ...]) -> str:
    """A sentence with a counter in it, which no two pages print alike; the text's lines end with breaks."""
    count = f"Bản tin này đã có {len(title) * len(body)} lượt bà con trong thôn mở ra xem trên máy của trạm"
    return f"<div><h1>{title}</h1><div>{day}</div><div>{'<br><br>'.join(body)}<div class=zk>{count}</div></div></div>"


def plain_list(entries: str) -> str:
    return f"<div>{entries}{PAGER}</div>"


def flat_list(entries: str) -> str:
    """A list of the flat template: its pager, its notes, then the furniture."""
    return (
        f"<table><tr><td>{entries}{PAGER}<p>Trạm Đồi Chè</p>"
        f"<p>Bản tin của trạm ra hằng tuần</p><p>In tại xưởng in thôn</p><p>{HOTLINE}</p></td></tr></table>"
    )


SITES: dict[str, tuple[Template, Callable[[str], str]]] = {
    "boxed": (boxed, plain_list),
    "next_to": (next_to, plain_list),
    "cells": (cells, plain_list),
    "flat": (flat, flat_list),
    "dressed": (dressed, plain_list),
    "above": (above, plain_list),
    "contacts": (contacts, plain_list),
    "listed": (listed, plain_list),
    "counted": (counted, plain_list),
}


def made(name: str) -> list[Page]:
    """One of the made-up sites."""
    article, furnish = SITES[name]
    return site(f"{name.replace('_', '-')}.example", article, furnish)
