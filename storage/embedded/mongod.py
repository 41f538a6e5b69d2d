"""The mongod program: where it is, whether it runs here, and the command line of the embedded server."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from storage.errors import EmbeddedUnavailable

REPLICA_SET: Final = "sotin"
_INSTEAD: Final = "or set SOTIN_MONGODB_URI to the address of a MongoDB server"
_MISSING_LIBRARY: Final = re.compile(r"shared librar\w+: (\S+?):")
_VERSION: Final = re.compile(r"version v?(\d+\.\d+\.\d+)")
# Debian's and Ubuntu's packages for the libraries that mongod links and a bare machine may lack.
_PACKAGES: Final = {"libcurl.so.4": "libcurl4", "libcrypto.so.3": "libssl3", "libssl.so.3": "libssl3"}


def find_mongod() -> Path:
    """The program from the bundled wheel, else the one on PATH. Raises `EmbeddedUnavailable`."""
    spec = find_spec("fiftyone")  # looks the package up without importing it
    for folder in (spec.submodule_search_locations or []) if spec else []:
        bundled = Path(folder, "db", "bin", "mongod")
        if os.access(bundled, os.X_OK):
            return bundled
    installed = shutil.which("mongod")
    if installed is None:
        raise EmbeddedUnavailable(f"no mongod is bundled for this platform: install MongoDB, {_INSTEAD}")
    return Path(installed)


def check_runs(mongod: Path) -> str:
    """The version of `mongod`, by running it. Raises `EmbeddedUnavailable` that names what is missing."""
    try:
        ran = subprocess.run(  # noqa: S603 - the program that find_mongod chose
            [mongod, "--version"], capture_output=True, text=True, timeout=30, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise EmbeddedUnavailable(f"{mongod} does not run ({error}): install MongoDB, {_INSTEAD}") from error
    if ran.returncode == 0 and (version := _VERSION.search(ran.stdout)):
        return version[1]
    raise EmbeddedUnavailable(_why_not(mongod, ran))


def _why_not(mongod: Path, ran: subprocess.CompletedProcess[str]) -> str:
    if missing := _MISSING_LIBRARY.search(ran.stderr):
        library = missing[1]
        package = _PACKAGES.get(library)
        remedy = f"install the package {package} (apt-get install {package})" if package else "install it"
        return f"the bundled MongoDB needs the system library {library}: {remedy}, {_INSTEAD}"
    if ran.returncode == -signal.SIGILL:
        return f"the bundled MongoDB needs a processor with AVX: install an older MongoDB, {_INSTEAD}"
    last = (ran.stderr.strip().splitlines() or [f"exit status {ran.returncode}"])[-1]
    return f"{mongod} does not run ({last}): install MongoDB, {_INSTEAD}"


def command_line(mongod: Path, database: Path, log: Path, port: int) -> list[str]:
    """How the embedded server is started: loopback only, no scripts, little memory and disk.

    The journal's files are 16 MB and not laid out ahead: 17 MB for an empty data folder instead of 301.
    """
    return [
        str(mongod),
        "--fork",
        *("--dbpath", str(database)),
        *("--port", str(port)),
        *("--bind_ip", "127.0.0.1"),
        "--nounixsocket",
        *("--replSet", REPLICA_SET),
        *("--oplogSize", "64"),
        "--noscripting",
        *("--wiredTigerCacheSizeGB", "0.25"),
        *("--wiredTigerEngineConfigString", "log=(prealloc=false,file_max=16MB)"),
        *("--setParameter", "diagnosticDataCollectionEnabled=false"),
        "--quiet",
        *("--logpath", str(log)),
        "--logappend",
    ]


def launch(command: list[str]) -> int:
    """The exit status of `command`, which forks: 0 when the server is ready in a session of its own."""
    # Recovery after a power cut may take minutes. Output is dropped: with --fork the reasons are in the log.
    return subprocess.run(  # noqa: S603 - built by command_line
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
    ).returncode
