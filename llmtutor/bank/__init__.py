"""YAML -> model: which files make a bank, their shape, every problem with its place, and the rules of good content."""
