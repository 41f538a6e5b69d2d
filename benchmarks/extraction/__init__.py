"""Extraction of saved pages, scored beside other tools."""
