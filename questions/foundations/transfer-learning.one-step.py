"""One step of fine-tuning on the loss (w - 5)^2 from three starting weights."""

target, rate = 5.0, 0.25
starts = {"related": 4.0, "scratch": 0.0, "misleading": -7.0}

tuned = {name: w - rate * 2 * (w - target) for name, w in starts.items()}
print([round(w, 1) for w in tuned.values()])
