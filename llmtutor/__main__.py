"""`python -m llmtutor` is `llmtutor`."""

from .cli.main import main

if __name__ == "__main__":
    main()
