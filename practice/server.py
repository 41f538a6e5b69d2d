"""Serve the practice department on loopback.

python -m practice.server                        # http://127.0.0.1:8765/
python -m practice.server --port 0 --print-address
python -m practice.server --articles 10000       # the same portal, larger
python -m practice.server --grown 3 --edited 4223 --gone 4226    # the portal some days later
"""

from __future__ import annotations

import argparse
import signal
import sys
from pathlib import Path

from practice.definition import PORT
from practice.edition import USUAL_SIZE, Edition
from practice.handler import PracticeServer
from practice.portal import Portal


def main(arguments: list[str] | None = None) -> int:
    """Serve until interrupted or terminated. Returns the exit status: 0, or 2 where the port is taken."""
    options = _parser().parse_args(arguments)
    try:
        edition = Edition(
            options.articles,
            options.grown,
            options.redesign,
            frozenset(options.edited),
            frozenset(options.gone),
        )
        server = PracticeServer(Portal(edition), options.port, log=options.log, latency=options.latency)
    except (OSError, ValueError) as error:
        print(f"practice server, port {options.port}: {error}", file=sys.stderr)
        return 2
    try:
        signal.signal(signal.SIGTERM, _stop)
        print(server.address if options.print_address else _greeting(server, edition), flush=True)
        server.serve_forever()
    except KeyboardInterrupt:
        return 0
    finally:
        server.server_close()
    return 0


def _greeting(server: PracticeServer, edition: Edition) -> str:
    return f"The practice department, {edition.total} articles, is served on {server.address} (Ctrl+C ends it)"


def _stop(_signal: int, _frame: object) -> None:
    raise KeyboardInterrupt


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m practice.server", description="Serve the practice department.")
    parser.add_argument("--port", type=int, default=PORT, help=f"0 takes a free one (default {PORT})")
    parser.add_argument("--log", type=Path, help="append 'monotonic-seconds status method target' for each request")
    parser.add_argument("--print-address", action="store_true", help="print the address alone, for programs")
    parser.add_argument("--articles", type=int, default=USUAL_SIZE, help=f"within three years (default {USUAL_SIZE})")
    parser.add_argument("--grown", type=int, default=0, help="articles that came after those")
    parser.add_argument("--edited", type=int, nargs="*", default=[], help="article numbers with a new paragraph")
    parser.add_argument("--gone", type=int, nargs="*", default=[], help="article numbers that answer 410")
    parser.add_argument("--redesign", action="store_true", help="the same articles in other markup")
    parser.add_argument("--latency", type=float, default=0.0, help="seconds to wait before each answer")
    return parser


if __name__ == "__main__":
    sys.exit(main())
