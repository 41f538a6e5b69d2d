"""Settings of tests: only what differs from `base`."""

from settings.base import *  # noqa: F403

# base: 60 s and 15 s. A test's server answers at once or never.
DOWNLOAD_TIMEOUT = 5
DNS_TIMEOUT = 2
# base: Scrapy's 2. One retry shows that there is one.
RETRY_TIMES = 1
LOG_LEVEL = "WARNING"
