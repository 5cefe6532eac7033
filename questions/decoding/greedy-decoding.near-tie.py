big = 2.0**53  # from here on, float64 can no longer hold odd numbers

one_order = (big + 1.0) - big  # the logit of token A, summed in one order
other_order = (big - big) + 1.0  # the same three terms in another order
for logit_a in (one_order, other_order):
    logits = {"A": logit_a, "B": 0.5}
    print(max(logits, key=logits.get), end=" ")
