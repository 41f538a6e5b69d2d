"""The scorer for folders that bring none. README.md of the benchmarks states its rules."""
