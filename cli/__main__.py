"""`python -m cli` is `sotin`."""

from cli.main import main

main()
