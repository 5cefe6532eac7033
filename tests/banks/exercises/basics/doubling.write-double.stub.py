def double(numbers):
    """Return the list with every number doubled."""
    raise NotImplementedError  # TODO
