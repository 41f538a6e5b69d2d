from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.main import main
from tests.command import Sotin

SITE = """
id = "so-thu"
name = "Sở Thử nghiệm tỉnh Mẫu"
department = "Sở Thử nghiệm"
province = "Khánh Hòa"
hosts = ["so-thu.example"]
start = ["http://so-thu.example/"]
"""
# A saved page as browsers put it on the clipboard: what belongs to the article, then the side column.
DUMP = """09/03/2024 07:45

Trạm khuyến nông Suối Đá mở kho giống cho vụ hè thu

Cán bộ trạm cân đậu giống sáng thứ bảy. Ảnh: M.Thảo

Sáng 08/3, Trạm khuyến nông Suối Đá mở kho giống sớm hơn mọi năm mười ngày, vì mưa đầu mùa đã về trên cả ba xã \
vùng cao của huyện.

Mỗi hộ đăng ký được nhận bốn ký đậu xanh và hai ký ngô nếp, cùng tờ hướng dẫn ngâm ủ do chính các kỹ thuật viên \
của trạm soạn và in.

Hai mẻ ngô nếp chờ phát cho bà con. Ảnh: M.Thảo

Trạm nhắc bà con giữ lại một nắm hạt của mỗi túi để đối chiếu khi cây lên không đều, và gọi cho cán bộ xã trong \
vòng hai tuần đầu.

Minh Thảo


Đa phương tiện

Trồng trọt
Chăn nuôi
Thủy lợi
Hỏi đáp
Liên kết website
"""
MENU = ("Đa phương tiện", "Trồng trọt", "Chăn nuôi", "Thủy lợi", "Hỏi đáp", "Liên kết website")


@pytest.fixture
def offline(tmp_path: Path) -> Sotin:
    """The command line with one department, and a database that cannot be reached: for what needs none."""
    sites = tmp_path / "sites"
    sites.mkdir()
    (sites / "so-thu.toml").write_text(SITE, encoding="utf-8")
    return Sotin(tmp_path / "data", sites, "mongodb://127.0.0.1:1/none")


@pytest.fixture
def shell(offline: Sotin, mongo_uri: str) -> Sotin:
    """The command line with one department and a database of its own."""
    return Sotin(offline.data, offline.sites, mongo_uri)


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    """A text dump of one article."""
    file = tmp_path / "kho-giong.txt"
    file.write_text(DUMP, encoding="utf-8")
    return file


@pytest.fixture
def refuses(offline: Sotin, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., None]:
    """Runs a command that is wrong: it must exit 2, print no result, and name key and value.

    In this process, since a start takes a second, and there are many ways to be wrong.
    """
    for name, value in offline.env.items():
        monkeypatch.setenv(name, value)

    def refuse(*arguments: str, saying: tuple[str, ...]) -> None:
        monkeypatch.setattr(sys, "argv", ["sotin", *arguments])
        with pytest.raises(SystemExit) as end:
            main()
        printed = capsys.readouterr()
        assert end.value.code == 2
        assert printed.out == ""
        assert [text for text in saying if text not in printed.err] == []

    return refuse
