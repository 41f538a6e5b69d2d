"""The practice department: its server, its data, its own site definition."""
