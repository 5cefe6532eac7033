"""Model <-> SQLite: the index (compiled bank and search, a cache) and the journal (what the learner did, precious).

The two never share a file. Nothing here knows where files live: paths are arguments.
"""
