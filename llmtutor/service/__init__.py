"""The use cases: a workspace in, a frozen view out. Plain functions; nothing here knows a terminal or JSON."""
