from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import SITE
from tests.command import Sotin


def test_sites_list_shows_each_site_in_order_of_its_province(offline: Sotin) -> None:
    other = SITE.replace("so-thu", "so-hai").replace("Khánh Hòa", "An Giang") + "verified = true\n"
    (offline.sites / "so-hai.toml").write_text(other, encoding="utf-8")
    done = offline.run("sites", "list")
    assert done.returncode == 0
    first, second = done.stdout.splitlines()
    assert first.split()[:2] == ["so-hai", "verified"]
    assert second.split()[:2] == ["so-thu", "-"]
    assert "Sở Thử nghiệm tỉnh Mẫu" in second


def test_sites_list_as_json_is_an_object_a_site(offline: Sotin) -> None:
    (found,) = [json.loads(line) for line in offline.run("sites", "list", "--json").stdout.splitlines()]
    assert found["id"] == "so-thu"
    assert found["name"] == "Sở Thử nghiệm tỉnh Mẫu"
    assert found["province"] == "Khánh Hòa"
    assert found["hosts"] == ["so-thu.example"]
    assert found["verified"] is False


def test_sites_list_takes_a_folder(offline: Sotin, tmp_path: Path) -> None:
    folder = tmp_path / "others"
    folder.mkdir()
    (folder / "a.toml").write_text(SITE.replace("so-thu", "so-ba"), encoding="utf-8")
    assert offline.run("sites", "list", "--sites", str(folder)).stdout.split()[0] == "so-ba"
