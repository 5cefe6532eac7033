"""Slots until the last stage has finished the forward passes; one slot per stage and micro-batch."""

stages = 4
for batches in (1, 5, 13):
    slots = batches + stages - 1
    busy = batches / slots  # share of the time in which a stage works
    print(slots, busy)
