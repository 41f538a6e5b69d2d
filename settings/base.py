"""Scrapy settings for every run. Each changed default says what it was and why it changed."""

from __future__ import annotations

import os
from typing import Any

BOT_NAME = "sotin"
SPIDER_MODULES = ["crawler.spiders"]
# Default: Scrapy's loader, one class a spider. A site is data here, so spiders are made from sites/*.toml.
SPIDER_LOADER_CLASS = "crawler.loader.SiteSpiderLoader"

# Default: Scrapy's own name. A portal's operator must be able to tell who calls, and whom to write to.
CONTACT = os.environ.get("SOTIN_CONTACT", "contact not configured")
USER_AGENT = f"sotin/0.1 (Vietnamese government news collector; {CONTACT})"

# Default: false.
ROBOTSTXT_OBEY = True
# Default: 16, and 8 a domain. Departments run small servers: one request at a time.
CONCURRENT_REQUESTS = 16
CONCURRENT_REQUESTS_PER_DOMAIN = 1
# Default: 100, which is how many coroutines Scrapy 2.19 starts for each answer. A page gives one item at most.
CONCURRENT_ITEMS = 2
# Default: 0 with ±50 %. With ±33 % a request goes out every 1 to 2 seconds.
DOWNLOAD_DELAY = 1.5
DOWNLOAD_DELAY_JITTER = 0.33
# Default: off. A slow answer means a busy server.
AUTOTHROTTLE_ENABLED = True
# Default: 5 s, which is the delay of the first requests only.
AUTOTHROTTLE_START_DELAY = 1.5

# Default: false, which accepts any certificate.
DOWNLOAD_VERIFY_CERTIFICATES = True
# Default: 1 GiB. A small gzip bomb took 653 MB.
DOWNLOAD_MAXSIZE = 32 * 1024 * 1024
DOWNLOAD_WARNSIZE = 8 * 1024 * 1024
# Default: 180 s.
DOWNLOAD_TIMEOUT = 60
# Default: on. A truncated page must fail, and be fetched again, never be stored.
DOWNLOAD_FAIL_ON_DATALOSS = True
# Default: handlers for all of these. Nothing but HTTP is ever crawled.
DOWNLOAD_HANDLERS: dict[str, str | None] = {"data": None, "file": None, "s3": None, "ftp": None}
# Default: on, from the environment. Through a proxy the address that is reached could not be checked.
HTTPPROXY_ENABLED = False
# Default: on. A redirect by markup is read as a page like any other.
METAREFRESH_ENABLED = False
# Default: ERROR. What could not be fetched stands in the run document.
RETRY_GIVE_UP_LOG_LEVEL = "INFO"
# Default: 20.
REDIRECT_MAX_TIMES = 5
# Default: Scrapy's caching resolver. Ours refuses names that resolve to private addresses.
TWISTED_DNS_RESOLVER = "crawler.resolver.GuardedResolver"
# Default: 60 s.
DNS_TIMEOUT = 15

# Default: on. Both are servers in the crawling process; RemoteControl executes code.
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False

# Default: on. The run document replaces the dumped statistics.
STATS_DUMP = False
# Default: DEBUG, a line for each request.
LOG_LEVEL = "INFO"
LOG_FORMATTER = "crawler.logs.QuietFormatter"
# Default: on, a warning for each return in a generator callback, found by parsing our source at run time.
WARN_ON_GENERATOR_RETURN_VALUE = False

DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    # Default: "en". Some portals answer in the language asked for.
    "Accept-Language": "vi,en;q=0.5",
}

DOWNLOADER_MIDDLEWARES: dict[str, int | None] = {
    # Replaced by HostGuard: it ignores ports, and lets requests with dont_filter pass.
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
    "crawler.middlewares.hosts.HostGuard": 50,
    # Replaced by Robots: it takes an unreachable robots.txt for a permission.
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "crawler.middlewares.robots.Robots": 100,
    "crawler.middlewares.retry_after.RetryAfter": 555,
    # Replaced by Cookies: it downloads a list of public suffixes at the first cookie.
    "scrapy.downloadermiddlewares.cookies.CookiesMiddleware": None,
    "crawler.middlewares.cookies.Cookies": 700,
    # Below the decompression at 590: the archive keeps the bytes that were received.
    "crawler.middlewares.archive.ArchiveResponses": 595,
}

EXTENSIONS: dict[str, int] = {
    "operations.extensions.SiteLockExtension": 10,
    "crawler.extensions.ledger.Ledger": 20,
    "crawler.extensions.readers.Readers": 25,
    "crawler.extensions.politeness.CrawlDelay": 30,
    "crawler.extensions.progress.Progress": 40,
    "operations.extensions.Learning": 50,
}

ITEM_PIPELINES: dict[str, int] = {
    "pipelines.strip_boilerplate.StripBoilerplate": 100,
    "pipelines.normalize_text.NormalizeText": 200,
    "pipelines.normalize_dates.NormalizeDates": 300,
    "pipelines.validate.Validate": 400,
    "pipelines.store.Store": 500,
}

# Names of hosts that a definition permits although they resolve to private addresses.
PRIVATE_HOSTS: list[str] = []

# Ours: how many processes read pages; None takes two (one on a machine with one core), 0 reads them in the crawling
# process, where a page that takes long holds up everything else.
READING_PROCESSES: int | None = None

FEEDS: dict[str, Any] = {}
