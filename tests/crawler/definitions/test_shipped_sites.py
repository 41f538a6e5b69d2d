"""Invariants of every definition that the project ships."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from crawler.definitions import Catalogue, SiteDefinition, load_catalogue
from crawler.definitions.provinces import PROVINCE_NOW

SITES = Path(__file__).resolve().parents[3] / "sites"
UNMERGED = {
    *("Cao Bằng", "Điện Biên", "Hà Nội", "Hà Tĩnh", "Lai Châu"),
    *("Lạng Sơn", "Nghệ An", "Quảng Ninh", "Sơn La", "Thanh Hóa"),
}
ENDED = {
    "An Giang": "Kiên Giang",
    "Bắc Ninh": "Bắc Giang",
    "Cà Mau": "Bạc Liêu",
    "Cần Thơ": "Hậu Giang, Sóc Trăng",
    "Gia Lai": "Bình Định",
    "Huế": "Thừa Thiên Huế",
    "Hưng Yên": "Thái Bình",
    "Hải Phòng": "Hải Dương",
    "Khánh Hòa": "Ninh Thuận",
    "Lào Cai": "Yên Bái",
    "Lâm Đồng": "Bình Thuận, Đắk Nông",
    "Ninh Bình": "Hà Nam, Nam Định",
    "Phú Thọ": "Hòa Bình, Vĩnh Phúc",
    "Quảng Ngãi": "Kon Tum",
    "Quảng Trị": "Quảng Bình",
    "Thành phố Hồ Chí Minh": "Bà Rịa - Vũng Tàu, Bình Dương",
    "Thái Nguyên": "Bắc Kạn",
    "Tuyên Quang": "Hà Giang",
    "Tây Ninh": "Long An",
    "Vĩnh Long": "Bến Tre, Trà Vinh",
    "Đà Nẵng": "Quảng Nam",
    "Đắk Lắk": "Phú Yên",
    "Đồng Nai": "Bình Phước",
    "Đồng Tháp": "Tiền Giang",
}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(SITES)


def folder_name(province: str) -> str:
    plain = unicodedata.normalize("NFD", province.replace("Đ", "D").replace("đ", "d"))
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign)).lower()
    return re.sub(r"[^a-z]+", "-", letters)


def stated(site: SiteDefinition) -> str:
    return site.path.read_text(encoding="utf-8")


def test_provinces_are_63_then_and_34_now() -> None:
    assert len(PROVINCE_NOW) == 63
    assert len(set(PROVINCE_NOW.values())) == 34


def test_provinces_that_ended_belong_to_their_successors() -> None:
    ended = {former: now for now, formers in ENDED.items() for former in formers.split(", ")}
    assert {former: now for former, now in PROVINCE_NOW.items() if former != now} == ended


def test_unmerged_provinces_are_no_ones_successors() -> None:
    assert UNMERGED.isdisjoint(ENDED)
    assert UNMERGED | set(ENDED) == set(PROVINCE_NOW.values())


def test_catalogue_is_there(catalogue: Catalogue) -> None:
    assert len(catalogue) >= 60
    assert catalogue["khanhhoa-skhcn"].start == ("http://dostkhanhhoa.gov.vn/",)
    assert catalogue["khanhhoa-skhcn"].name == "Sở Khoa học và Công nghệ Khánh Hòa"


def test_no_site_is_verified_or_taken_up_unattended(catalogue: Catalogue) -> None:
    assert all("verified = false" in stated(site) for site in catalogue.values())
    assert catalogue.unattended() == []


def test_files_are_named_by_province_and_id(catalogue: Catalogue) -> None:
    for site in catalogue.values():
        assert site.path == SITES / folder_name(site.province or "") / f"{site.id}.toml"


def test_provinces_are_known_and_merged_ones_say_so(catalogue: Catalogue) -> None:
    for site in catalogue.values():
        assert site.province in PROVINCE_NOW, site.id
        assert site.province_now == PROVINCE_NOW[site.province], site.id
        assert ("province_now" in stated(site)) is (site.province not in UNMERGED), site.id


def test_names_fit_department_and_province(catalogue: Catalogue) -> None:
    for site in catalogue.values():
        assert site.province
        assert site.name.endswith(site.province), site.id
        head = site.department or "Cổng thông tin điện tử"
        assert site.name.startswith(head), site.id
        assert site.department is None or site.department.startswith("Sở "), site.id


def test_no_host_belongs_to_two_sites(catalogue: Catalogue) -> None:
    """One process asks one host at a time, which holds only if no two sites share a host."""
    hosts = [host.removeprefix("www.") for site in catalogue.values() for host in site.hosts]
    assert len(hosts) == len(set(hosts))


def test_sites_start_at_the_root_of_a_public_host(catalogue: Catalogue) -> None:
    for site in catalogue.values():
        [host], [start] = site.hosts, site.start
        assert re.fullmatch(rf"https?://{re.escape(host)}/", start), site.id
        assert not site.is_loopback
        assert not site.allows_private(host)


def test_definitions_stay_short(catalogue: Catalogue) -> None:
    assert all(5 <= len(stated(site).splitlines()) <= 12 for site in catalogue.values())


def test_hosts_are_among_the_known_portals(catalogue: Catalogue, shared: Path) -> None:
    rows = (shared / "departments.tsv").read_text(encoding="utf-8").splitlines()[1:]
    known = {row.split("\t")[0] for row in rows}
    assert {host for site in catalogue.values() for host in site.hosts} <= known
