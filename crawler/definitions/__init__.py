"""Site definitions: TOML files into frozen dataclasses."""
