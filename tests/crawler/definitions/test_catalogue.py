"""Folders of definitions."""

from __future__ import annotations

from pathlib import Path

import pytest

from crawler.definitions import DefinitionError, load_catalogue


def write(path: Path, site_id: str, rest: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f'id = "{site_id}"\nname = "Sở"\nhosts = ["a.vn"]\nstart = ["http://a.vn/"]\n{rest}', encoding="utf-8"
    )
    return path


def test_catalogue_maps_ids_to_sites_of_all_folders(tmp_path: Path) -> None:
    write(tmp_path / "b" / "x.toml", "hai")
    write(tmp_path / "a" / "deep" / "y.toml", "ba")
    write(tmp_path / "z.toml", "mot")
    (tmp_path / "b" / "README.md").write_text("id = 1")
    catalogue = load_catalogue(tmp_path)
    assert list(catalogue) == ["ba", "hai", "mot"]
    assert len(catalogue) == 3
    assert catalogue["hai"].path == tmp_path / "b" / "x.toml"
    assert "bon" not in catalogue


def test_catalogue_refuses_an_id_of_two_files(tmp_path: Path) -> None:
    first = write(tmp_path / "a.toml", "mot")
    second = write(tmp_path / "b" / "b.toml", "mot")
    with pytest.raises(DefinitionError) as error:
        load_catalogue(tmp_path)
    assert str(first) in str(error.value)
    assert str(second) in str(error.value)
    assert error.value.key == "id"


def test_catalogue_names_the_wrong_file(tmp_path: Path) -> None:
    write(tmp_path / "a.toml", "mot")
    wrong = write(tmp_path / "b.toml", "hai", "verifed = true\n")
    with pytest.raises(DefinitionError) as error:
        load_catalogue(tmp_path)
    assert error.value.path == wrong


@pytest.mark.parametrize("name", ["none", "file"])
def test_catalogue_of_what_is_no_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DefinitionError, match="is not a folder"):
        load_catalogue(tmp_path / name)


def test_catalogue_of_an_empty_folder(tmp_path: Path) -> None:
    assert dict(load_catalogue(tmp_path)) == {}


def test_unattended_runs_take_verified_sites_only(tmp_path: Path) -> None:
    write(tmp_path / "a.toml", "mot")
    write(tmp_path / "b.toml", "hai", "verified = false\n")
    write(tmp_path / "c.toml", "ba", "verified = true\n")
    catalogue = load_catalogue(tmp_path)
    assert [site.id for site in catalogue.unattended()] == ["ba"]
    assert "mot" in catalogue
