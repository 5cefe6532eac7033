"""llmtutor teaches the concepts of large language models in the terminal, and makes them stay."""

__version__ = "0.1.0"
