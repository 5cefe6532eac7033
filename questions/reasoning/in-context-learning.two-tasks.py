def frozen_model(prompt):
    """Finds the shown pair whose input is nearest to the query, and applies its difference."""
    *shown, query = prompt
    x, y = min(shown, key=lambda pair: abs(pair[0] - query))
    return query + (y - x)


first = frozen_model([(1, 4), (9, 3), 2])
second = frozen_model([(1, 0), (9, 19), 8])
third = frozen_model([(1, 4), (9, 3), 8])
print(first, second, third)
