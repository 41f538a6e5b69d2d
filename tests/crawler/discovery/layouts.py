"""Lists of news in the layouts of many systems, written for these tests; every text and name is made up."""

# ruff: noqa: E501 (markup is easier to compare on one line)

from __future__ import annotations

import re
from dataclasses import dataclass, field

from vietnamese.folding import search_key

HEADLINES = (
    "Khai mạc lớp tập huấn kỹ thuật ghép cành bưởi tại xã Suối Lam",
    "Sở tổ chức gặp mặt các doanh nghiệp chế biến hạt điều đầu xuân",
    "Công bố kết quả khảo sát chất lượng nước giếng khoan ở vùng ven biển",
    "Bàn giao phòng thí nghiệm lưu động cho trường trung cấp nghề Tân Hạ",
    "Đoàn viên thanh niên ra quân dọn rác trên tuyến đê sông Cái Nhỏ",
    "Hướng dẫn đăng ký nhãn hiệu tập thể cho làng nghề đan lát Phú Mây",
    "Nghiệm thu đề tài nuôi cá lăng trong lồng trên hồ thủy lợi",
    "Ký kết chương trình phối hợp phổ biến kiến thức cho phụ nữ nông thôn",
)
LEAD = "Sáng nay, lãnh đạo đơn vị cùng đông đảo bà con đã có mặt từ sớm để trao đổi cách làm và cùng tìm hướng đi mới."
SIDE = (
    "Mời bạn đọc góp ý dự thảo quy chế thi đua khen thưởng",
    "Danh sách cán bộ trực ban trong dịp nghỉ lễ tháng chín",
    "Thông tin đường dây nóng tiếp nhận phản ánh của người dân",
    "Tổng đài hỗ trợ dịch vụ công trực tuyến hoạt động cả tuần",
)


@dataclass(frozen=True)
class Page:
    """A page, and what is to be found on it."""

    html: str
    url: str
    links: tuple[str, ...] = ()
    next_page: str | None = None
    post: tuple[str, str] | None = None
    pages: tuple[str, ...] = field(default=())


def slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", search_key(text)).strip("-")


def menu(names: tuple[str, ...] = ("Giới thiệu", "Tin tức sự kiện", "Văn bản chỉ đạo điều hành", "Liên hệ")) -> str:
    items = "".join(f'<li><a href="/{slug(name)}">{name}</a></li>' for name in names)
    return f'<div id="topmenu"><ul class="menu">{items}</ul></div>'


def side(form: str = '<div class="box"><h4>Tin đọc nhiều</h4><ul>{}</ul></div>', at: str = "/tin/{}-99{}.html") -> str:
    return form.format(
        "".join(f'<li><a href="{at.format(slug(text), n)}">{text}</a></li>' for n, text in enumerate(SIDE))
    )


def page(main: str, *, before: str = "", after: str = "", head: str = "", body: str = "") -> str:
    return f"""<!doctype html><html><head><meta charset="utf-8"><title>Sở Nông vụ tỉnh Hạ Giang</title>{head}</head>
    <body {body}><div class="banner"><h1><a href="/">Sở Nông vụ tỉnh Hạ Giang</a></h1></div>{menu()}{before}{main}{after}
    <div class="foot"><p>Bản quyền thuộc Sở Nông vụ tỉnh Hạ Giang. Địa chỉ: 12 đường Bờ Kè, phường Giữa.</p></div>
    </body></html>"""


def joomla_blog() -> Page:
    paths = [f"/index.php/tin-tuc/{100 + n}-{slug(text)}" for n, text in enumerate(HEADLINES)]
    lead = "".join(
        f'<div class="leading-{n}"><h2 class="item-title"><a href="{path}">{text}</a></h2><dl class="article-info">'
        f'<dd class="create">Được đăng: 1{n} Tháng 3 2021</dd></dl><p>{LEAD}</p><p class="readmore"><a href="{path}">'
        "Đọc thêm...</a></p></div>"
        for n, (path, text) in enumerate(zip(paths[:5], HEADLINES[:5], strict=True))
    )
    more = "".join(f'<li><a href="{p}">{t}</a></li>' for p, t in zip(paths[5:], HEADLINES[5:], strict=True))
    numbers = "".join(
        f'<li><a class="pagenav" title="{n}" href="/index.php/tin-tuc?start={8 * n - 8}">{n}</a></li>' for n in (2, 3)
    )
    main = f"""<div class="blog"><h1>Tin tức</h1><div class="items-leading">{lead}</div><div class="items-more">
    <ol class="nav nav-tabs nav-stacked">{more}</ol></div><div class="pagination"><p class="counter">Trang 1 / 3</p>
    <ul><li class="pagination-start"><span class="pagenav">Bắt đầu</span></li><li><span class="pagenav">1</span></li>{numbers}
    <li class="pagination-next"><a title="Tiếp theo" href="/index.php/tin-tuc?start=8" class="pagenav">Tiếp theo</a></li>
    <li class="pagination-end"><a href="/index.php/tin-tuc?start=16" class="pagenav">Cuối</a></li></ul></div></div>"""
    return Page(
        page(
            main, after=side('<div class="moduletable"><h3>Bài viết mới nhất</h3><ul class="latestnews">{}</ul></div>')
        ),
        "http://so.example.vn/index.php/tin-tuc",
        tuple(f"http://so.example.vn{path}" for path in paths),
        "http://so.example.vn/index.php/tin-tuc?start=8",
    )


def joomla_table() -> Page:
    paths = [f"/thong-bao/{20 + n}-{slug(text)}.html" for n, text in enumerate(HEADLINES)]
    rows = "".join(
        f'<tr class="cat-list-row{n % 2}"><td class="list-title"><a href="{p}">{t}</a></td><td class="list-date small">'
        f"0{n + 1} Tháng Tư 2020</td><td class='list-hits'>Lượt xem: {n * 31}</td></tr>"
        for n, (p, t) in enumerate(zip(paths, HEADLINES, strict=True))
    )
    main = f"""<div class="category-list"><h2>Thông báo</h2><form action="/thong-bao"><select name="limit"><option>10</option>
    </select><table class="category table"><thead><tr><th>Tiêu đề</th><th>Ngày</th></tr></thead>{rows}</table></form></div>"""
    return Page(
        page(main, after=side()), "http://so.example.vn/thong-bao", tuple(f"http://so.example.vn{p}" for p in paths)
    )


def liferay() -> Page:
    base = "http://so.example.vn/web/snv/tin-tuc"
    paths = [f"{base}/-/asset_publisher/Kq7x/content/{slug(text)}" for text in HEADLINES]
    items = "".join(
        f'<div class="asset-abstract default-asset-publisher"><h3 class="asset-title"><a href="{p}?inheritRedirect=false&amp;'
        f'redirect=%2Fweb%2Fsnv%2Ftin-tuc">{t}</a></h3><div class="asset-content"><div class="asset-summary">{LEAD}'
        f'<a href="{p}?inheritRedirect=false&amp;redirect=%2Fweb%2Fsnv">Đọc thêm <span>Về {t}</span> »</a></div></div></div>'
        for p, t in zip(paths, HEADLINES, strict=True)
    )
    cur = (
        "http://so.example.vn:80/web/snv/tin-tuc?p_p_id=101_INSTANCE_Kq7x&amp;p_p_lifecycle=0&amp;p_p_state=normal"
        "&amp;p_p_mode=view&amp;_101_INSTANCE_Kq7x_delta=8&amp;_101_INSTANCE_Kq7x_cur={}"
    )
    main = f"""<div id="column-1" class="portlet-column"><div class="portlet-body">{items}<div class="taglib-page-iterator">
    <ul class="pager lfr-pagination-buttons"><li><a href="{cur.format(1)}">← Đầu tiên</a></li><li><a href="{cur.format(1)}">
    Trước</a></li><li><a href="{cur.format(3)}">Tiếp theo</a></li><li><a href="{cur.format(9)}">Cuối cùng →</a></li></ul>
    <small class="search-results">Đang hiển thị 9 - 16 của 70 kết quả.</small></div></div></div>"""
    here = cur.format(2).replace("&amp;", "&").replace(":80", "")
    return Page(page(main, after=side()), here, tuple(paths), here.replace("cur=2", "cur=3"))


def webforms_grid() -> Page:
    paths = [f"/chitiet.aspx?id={310 + n}" for n in range(8)]
    rows = "".join(
        f'<tr><td><img src="/images/arrow.gif"/></td><td><a id="grv_{n}" href="{p}">{t}</a><span> (0{n + 1}/06/2018)</span></td></tr>'
        for n, (p, t) in enumerate(zip(paths, HEADLINES, strict=True))
    )
    numbers = "".join(
        f'<td><a href="javascript:__doPostBack(&#39;ctl00$Main$grvTin&#39;,&#39;Page${n}&#39;)">{n}</a></td>'
        for n in (1, 3, 4)
    )
    main = f"""<form method="post" action="./danhsach.aspx?cat=7" id="aspnetForm"><input type="hidden" name="__EVENTTARGET" value=""/>
    <input type="hidden" name="__EVENTARGUMENT" value=""/><input type="hidden" name="__VIEWSTATE" value="dDwtMTA+/w=="/>
    <input type="hidden" name="__EVENTVALIDATION" value="wEWBg=="/><input name="ctl00$txtTim" type="text" value=""/>
    <input type="submit" name="ctl00$btnTim" value="Tìm"/><table cellspacing="0" id="ctl00_Main_grvTin">{rows}
    <tr><td colspan="2"><table border="0"><tr>{numbers.replace("<td><a", "<td><a", 1)}<td><span>2</span></td></tr></table></td></tr>
    </table></form>"""
    return Page(
        page(main),
        "http://so.example.vn/danhsach.aspx?cat=7",
        tuple(f"http://so.example.vn{p}" for p in paths),
        post=("ctl00$Main$grvTin", "Page$3"),
    )


def dnn() -> Page:
    paths = [f"/Tin-tuc/post/{5000 + n}/{slug(text)}.aspx" for n, text in enumerate(HEADLINES)]
    items = "".join(
        f'<div class="news_item"><div class="news_image"><a href="{p}"><img src="/i{n}.jpg" alt=""/></a></div><div class="news_text">'
        f'<a class="Head" href="{p}">{t}</a> <span class="Normal">{n + 10}/05/2019 - 08:1{n}</span><div class="Normal">{LEAD}</div></div></div>'
        for n, (p, t) in enumerate(zip(paths, HEADLINES, strict=True))
    )
    main = f"""<div id="dnn_LeftPane" class="LeftPane">{side("<div class='c_head'>Thông tin cần biết</div><div class='c_content'><ul>{}</ul></div>")}</div>
    <div id="dnn_ContentPane"><div class="DnnModule DnnModule-News">{items}<div class="PagingTable"><span class="NormalDisabled">[Đầu]</span>
    <span>[1]</span> <a href="/Tin-tuc/PgrID/486/PageID/2">[2]</a> <a href="/Tin-tuc/PgrID/486/PageID/3">[3]</a>
    <a href="/Tin-tuc/PgrID/486/PageID/2">[Tiếp]</a> <a href="/Tin-tuc/PgrID/486/PageID/3">[Cuối]</a></div></div></div>"""
    return Page(
        page(main),
        "http://so.example.vn/Tin-tuc",
        tuple(f"http://so.example.vn{p}" for p in paths),
        "http://so.example.vn/Tin-tuc/PgrID/486/PageID/2",
    )


def layout_tables() -> Page:
    paths = [f"/index.php?mod=news&id={70 + n}" for n in range(8)]
    items = "".join(
        f'<table width="100%"><tr><td><a href="{p}"><b>{t}</b></a><br/><font color="gray">{n + 11}/10/2012</font><br/>{LEAD}</td></tr></table>'
        for n, (p, t) in enumerate(zip(paths, HEADLINES, strict=True))
    )
    left = "".join(f'<tr><td><a href="/index.php?mod=list&c={n}">{t}</a></td></tr>' for n, t in enumerate(SIDE))
    right = "".join(
        f'<tr><td><a href="/index.php?mod=news&id={n}"><b>{t}</b></a></td></tr>' for n, t in enumerate(SIDE, 900)
    )
    main = f"""<table width="980"><tr><td width="200"><table>{left}</table></td><td>{items}<p align="right">
    <b>1</b> <a href="/index.php?mod=list&c=1&p=2">2</a> <a href="/index.php?mod=list&c=1&p=3">3</a>
    <a href="/index.php?mod=list&c=1&p=2">&gt;</a> <a href="/index.php?mod=list&c=1&p=9">&gt;&gt;</a></p></td>
    <td width="200"><table>{right}</table></td></tr></table>"""
    return Page(
        page(main),
        "http://so.example.vn/index.php?mod=list&c=1",
        tuple(f"http://so.example.vn{p}" for p in paths),
        "http://so.example.vn/index.php?mod=list&c=1&p=2",
    )


def flat() -> Page:
    paths = [f"/ban-tin/{slug(text)}" for text in HEADLINES]
    items = "".join(
        f'<h3><a href="{p}">{t}</a></h3><p class="ngay">Ngày đăng: 2{n}/09/2023</p><p>{LEAD}</p><hr/>'
        for n, (p, t) in enumerate(zip(paths, HEADLINES, strict=True))
    )
    main = f'<div class="noidung">{items}<a href="/ban-tin/trang-5.html">Trang sau &gt;&gt;</a></div>'
    return Page(
        page(main, after=side()),
        "http://so.example.vn/ban-tin/trang-4.html",
        tuple(f"http://so.example.vn{p}" for p in paths),
        "http://so.example.vn/ban-tin/trang-5.html",
    )


def unlinked_headlines() -> Page:
    paths = [f"/xem/{800 + n}" for n in range(8)]
    items = "".join(
        f'<li class="news"><h3>{t}</h3><time datetime="2024-01-1{n}">1{n}/01/2024</time><p>{LEAD}</p><a class="btn" href="{p}">Xem chi tiết</a></li>'
        for n, (p, t) in enumerate(zip(paths, HEADLINES, strict=True))
    )
    main = f'<section><ul>{items}</ul><a class="load-more" href="javascript:loadMore()">Xem thêm</a></section>'
    return Page(
        page(main, after=side()), "https://so.example.vn/tin", tuple(f"https://so.example.vn{p}" for p in paths)
    )


def cards() -> Page:
    paths = [f"/chi-tiet/{slug(text)}-{61000 + n}" for n, text in enumerate(HEADLINES)]
    items = "".join(
        f'<div class="col-md-6 mb-3"><a class="card h-100" href="{p}"><img src="/i.jpg"><div class="card-body"><h5 class="card-title">{t}</h5>'
        f'<small>2{n}/02/2025 07:30</small><p class="card-text">{LEAD}</p></div></a></div>'
        for n, (p, t) in enumerate(zip(paths, HEADLINES, strict=True))
    )
    main = f"""<main><div class="row">{items}</div><nav aria-label="Phân trang"><ul class="pagination">
    <li class="page-item"><a class="page-link" href="?page=1"><i class="fa fa-angle-double-left"></i></a></li>
    <li class="page-item"><a class="page-link" href="?page=12" aria-label="Previous"><i class="fa fa-angle-left"></i></a></li>
    <li class="page-item"><a class="page-link" href="?page=12">12</a></li><li class="page-item active"><a class="page-link" href="?page=13">13</a></li>
    <li class="page-item"><a class="page-link" href="?page=14">14</a></li><li class="page-item"><a class="page-link" href="?page=15">15</a></li>
    <li class="page-item"><a class="page-link" href="?page=14" aria-label="Next"><i class="fa fa-angle-right"></i></a></li>
    <li class="page-item"><a class="page-link" href="?page=48"><i class="fa fa-angle-double-right"></i></a></li></ul></nav></main>"""
    aside = side('<aside class="col-md-4"><h5>Tin xem nhiều</h5>{}</aside>')
    return Page(
        page(main, after=aside),
        "https://so.example.vn/tin-tuc?page=13",
        tuple(f"https://so.example.vn{p}" for p in paths),
        "https://so.example.vn/tin-tuc?page=14",
    )


def sharepoint() -> Page:
    paths = [f"/tintuc/Lists/TinTuc/View_Detail.aspx?ItemID={40 + n}" for n in range(8)]
    items = "".join(
        f'<div class="dfwp-item"><div class="item link-item"><a href="{p}" title="{t}" onfocus="OnLink(this)">{t}</a>'
        f'<div class="description">({n + 10}/08/2016) {LEAD}</div></div></div>'
        for n, (p, t) in enumerate(zip(paths, HEADLINES, strict=True))
    )
    main = f"""<form method="post" action="/tintuc/Pages/default.aspx?Page=2"><input type="hidden" name="__VIEWSTATE" value="x"/>
    <div id="s4-workspace"><table class="ms-webpartzone"><tr><td><div class="cbq-layout-main">{items}</div>
    <div class="paging"><a href="/tintuc/Pages/default.aspx?Page=1">Trang trước</a> | Trang 2/6 |
    <a href="/tintuc/Pages/default.aspx?Page=3">Trang sau</a></div></td></tr></table></div></form>"""
    return Page(
        page(main, after=side()),
        "http://so.example.vn/tintuc/Pages/default.aspx?Page=2",
        tuple(f"http://so.example.vn{p}" for p in paths),
        "http://so.example.vn/tintuc/Pages/default.aspx?Page=3",
    )


def whole_articles() -> Page:
    paths = [f"/{2020 + n}/0{n + 1}/{slug(text)}/" for n, text in enumerate(HEADLINES[:4])]
    body = f"<p>{LEAD}</p>" * 6
    items = "".join(
        f'<article class="post-{n} post hentry category-tin tag-{n}"><header class="entry-header"><h2 class="entry-title"><a href="{p}" rel="bookmark">'
        f'{t}</a></h2><div class="entry-meta"><time class="entry-date" datetime="2022-03-0{n + 1}T08:00:00+07:00">0{n + 1}/03/2022</time></div></header>'
        f'<div class="entry-content">{body}</div><footer class="entry-footer"><a href="/category/tin-tuc/hoat-dong-cua-nganh/" rel="category">Hoạt động của ngành</a></footer></article>'
        for n, (p, t) in enumerate(zip(paths, HEADLINES, strict=False))
    )
    main = f"""<main id="main">{items}<nav class="navigation posts-navigation"><h2 class="screen-reader-text">Điều hướng bài viết</h2>
    <div class="nav-links"><div class="nav-previous"><a href="/category/tin-tuc/page/2/">Bài viết cũ hơn</a></div></div></nav></main>"""
    widget = side(
        '<aside id="secondary" class="widget-area"><section class="widget"><h2>Bài viết mới</h2><ul>{}</ul></section></aside>'
    )
    return Page(
        page(main, after=widget, body='class="archive category has-sidebar"'),
        "http://so.example.vn/category/tin-tuc/",
        tuple(f"http://so.example.vn{p}" for p in paths),
        "http://so.example.vn/category/tin-tuc/page/2/",
    )


LAYOUTS = {
    build.__name__: build
    for build in (
        joomla_blog,
        joomla_table,
        liferay,
        webforms_grid,
        dnn,
        layout_tables,
        flat,
        unlinked_headlines,
        cards,
        sharepoint,
        whole_articles,
    )
}
