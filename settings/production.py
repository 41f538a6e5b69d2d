"""Settings of unattended runs: only what differs from `base`."""

from settings.base import *  # noqa: F403

# base: INFO. Cron mails what is printed; a run that is well prints its report only.
LOG_LEVEL = "WARNING"
