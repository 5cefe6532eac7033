"""Three schedules with warmup, and the loss they reach on a noisy quadratic (exact expectation)."""

from math import cos, pi

PEAK, FLOOR, WARMUP, STEPS = 0.1, 0.001, 100, 2000
COOLDOWN = 400  # last steps of WSD


def constant(step):
    return PEAK * min(1.0, step / WARMUP)


def cosine(step):
    done = (step - WARMUP) / (STEPS - WARMUP)  # 0 at the peak, 1 at the end
    return constant(step) if done < 0 else FLOOR + (PEAK - FLOOR) * (1 + cos(pi * done)) / 2


def wsd(step):
    left = (STEPS - step) / COOLDOWN  # 1 at the start of the decay, 0 at the end
    return constant(step) if left >= 1 else FLOOR + (PEAK - FLOOR) * left


print("step  constant  cosine     WSD")
for step in (50, 100, 1050, 1600, 1800, 2000):
    print(f"{step:4d}  {constant(step):8.4f} {cosine(step):7.4f} {wsd(step):7.4f}")

steps = range(0, STEPS + 1, 20)
curves = [[schedule(step) for step in steps] for schedule in (constant, cosine, wsd)]

# SGD on w*w: the gradient 2w has noise of variance 1 added to it.
for name, schedule in (("constant", constant), ("cosine", cosine), ("WSD", wsd)):
    loss = 25.0  # expected w*w at the start, w = 5
    for step in range(1, STEPS + 1):
        rate = schedule(step)
        loss = (1 - 2 * rate) ** 2 * loss + rate**2
    print(f"expected loss at the end, {name:8s}: {loss:.4f}")
