from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from operations.locks import SiteBusy, SiteLock

HOLD = """
import sys
from pathlib import Path
from operations.locks import SiteLock
SiteLock(Path(sys.argv[1]), "so-a").acquire()
print("held", flush=True)
sys.stdin.read()
"""


def test_lock_held_by_another_process_is_refused_and_names_it(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(SiteBusy, match=f"so-a is being crawled already.*{holder.pid}"):
            SiteLock(tmp_path, "so-a").acquire()
        SiteLock(tmp_path, "so-b").acquire()
        SiteLock(tmp_path, "so-b").release()
        holder.kill()
        holder.wait()
    lock = SiteLock(tmp_path, "so-a")
    lock.acquire()
    lock.release()


def test_lock_taken_twice_in_one_process_is_harmless(tmp_path: Path) -> None:
    lock = SiteLock(tmp_path, "so-a")
    lock.acquire()
    SiteLock(tmp_path, "so-a").acquire()
    lock.release()
    assert lock.path.exists()
