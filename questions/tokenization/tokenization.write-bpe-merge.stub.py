def merge_pair(tokens, pair):
    """Join every occurrence of pair in the list of tokens, from left to right."""
    raise NotImplementedError  # TODO
