def loss(params, tokens):
    return 1 / params + 1 / tokens


for budget in (600, 2400):
    splits = [(n, budget // (6 * n)) for n in (5, 10, 20, 40)]
    print(min(splits, key=lambda split: loss(*split)))
