"""What every run may rely on, whichever settings it is started with."""

from __future__ import annotations

import re
from importlib import import_module, reload

import pytest
from scrapy.settings import Settings
from scrapy.utils.misc import load_object

from tests.command import ROOT

MODULES = ("settings.base", "settings.production", "settings.test")
COMPONENTS = ("DOWNLOADER_MIDDLEWARES", "EXTENSIONS", "ITEM_PIPELINES")


@pytest.fixture(params=MODULES)
def settings(request: pytest.FixtureRequest) -> Settings:
    loaded = Settings()
    loaded.setmodule(request.param)
    return loaded


def test_settings_obey_robots_and_ask_one_page_at_a_time(settings: Settings) -> None:
    assert settings.getbool("ROBOTSTXT_OBEY")
    assert settings.getbool("AUTOTHROTTLE_ENABLED")
    assert settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN") == 1
    delay, jitter = settings.getfloat("DOWNLOAD_DELAY"), settings.getfloat("DOWNLOAD_DELAY_JITTER")
    assert delay * (1 - jitter) + 0.01 >= 1.0
    assert delay * (1 + jitter) - 0.01 <= 2.0


def test_settings_open_no_server_in_the_crawling_process(settings: Settings) -> None:
    assert not settings.getbool("TELNETCONSOLE_ENABLED")
    assert not settings.getbool("REMOTE_CONTROL_ENABLED")


def test_settings_fetch_nothing_but_http(settings: Settings) -> None:
    handlers = settings.getwithbase("DOWNLOAD_HANDLERS")
    assert {scheme for scheme, handler in handlers.items() if handler} == {"http", "https"}
    assert not settings.getbool("HTTPPROXY_ENABLED")


def test_settings_verify_certificates_and_bound_answers(settings: Settings) -> None:
    assert settings.getbool("DOWNLOAD_VERIFY_CERTIFICATES")
    assert settings.getbool("DOWNLOAD_FAIL_ON_DATALOSS")
    assert settings.getint("DOWNLOAD_MAXSIZE") <= 64 * 1024 * 1024
    assert 0 < settings.getfloat("DOWNLOAD_TIMEOUT") <= 60


def test_settings_keep_no_queue_of_their_own(settings: Settings) -> None:
    assert settings["JOBDIR"] is None


@pytest.mark.parametrize("name", COMPONENTS)
def test_components_named_in_settings_exist(settings: Settings, name: str) -> None:
    paths = settings.getdict(name)
    assert paths
    assert [path for path in paths if load_object(path) is None] == []


def test_archive_sees_the_bytes_before_they_are_decompressed(settings: Settings) -> None:
    order = settings.getwithbase("DOWNLOADER_MIDDLEWARES")
    archive = order["crawler.middlewares.archive.ArchiveResponses"]
    decompression = "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware"
    assert archive > order[decompression]
    # Cookies take a header only, and stand where Scrapy has them.
    apart = ("archive", "cookies")
    others = {path: place for path, place in order.items() if place and not any(word in path for word in apart)}
    assert archive > max(others[path] for path in others if "downloadermiddlewares" not in path)


def test_user_agent_names_the_project_and_the_contact(monkeypatch: pytest.MonkeyPatch) -> None:
    base = import_module("settings.base")
    with monkeypatch.context() as context:
        context.setenv("SOTIN_CONTACT", "tin@so-thu.example")
        agent = reload(base).USER_AGENT
    reload(base)
    assert agent.startswith("sotin/")
    assert "tin@so-thu.example" in agent


def test_pipelines_pass_in_the_order_that_their_page_tells() -> None:
    told = re.findall(
        r"^\| (\d+) \| `(\w+)\.py` \|", (ROOT / "docs" / "pipelines.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    pipelines: dict[str, int] = import_module("settings.base").ITEM_PIPELINES
    real = sorted((order, path.split(".")[1]) for path, order in pipelines.items())
    assert [(int(order), name) for order, name in told] == real
