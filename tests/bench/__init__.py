"""Measurements, each a script: `python -m tests.bench.NAME --help`. None of them runs with the tests."""
