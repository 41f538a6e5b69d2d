"""Quality and speed beside other tools. `python -m benchmarks` runs all; README.md says what each measures."""
