from __future__ import annotations

import os
import sys

import pytest

from benchmarks.processes import NotServed, measure, serving


def test_measure_tells_status_output_and_time() -> None:
    code = "import sys, time; time.sleep(0.1); print('out'); print('err', file=sys.stderr); sys.exit(3)"
    done = measure([sys.executable, "-c", code])
    assert (done.status, done.output, done.errors) == (3, "out\n", "err\n")
    assert 0.1 <= done.seconds < 30


def test_measure_tells_peak_memory_in_megabytes() -> None:
    done = measure([sys.executable, "-c", "x = bytearray(600_000_000); del x"])
    assert 600 < done.peak_mb < 900


def test_serving_yields_the_first_line_and_ends_the_server() -> None:
    code = "import os, time; print('at', os.getpid(), flush=True); time.sleep(60)"
    with serving([sys.executable, "-c", code]) as line:
        pid = int(line.removeprefix("at "))
    with pytest.raises(OSError, match="No such process"):
        os.kill(pid, 0)


def test_serving_server_that_ends_says_why() -> None:
    with (
        pytest.raises(NotServed, match="port taken"),
        serving([sys.executable, "-c", "raise SystemExit('port taken')"]),
    ):
        pytest.fail("the server ended before it said a word")
