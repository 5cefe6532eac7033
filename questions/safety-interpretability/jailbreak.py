"""A guardrail is a threshold on a score: what slips through, whom it annoys, what its alarms mean."""

from math import erfc, sqrt


def above(threshold, mean):
    """Share of normally distributed scores (standard deviation 1) above the threshold."""
    return 0.5 * erfc((threshold - mean) / sqrt(2))


share = 0.001  # one message in a thousand is an attack
print("threshold  missed  harmless refused  alarms that are attacks")
for threshold in (1, 2, 3):
    caught = above(threshold, mean=3)  # a classifier scores attacks around 3 ...
    refused = above(threshold, mean=0)  # ... and harmless messages around 0
    precision = share * caught / (share * caught + (1 - share) * refused)
    print(f"{threshold:9}  {1 - caught:6.3f}  {refused:16.4f}  {precision:23.3f}")

model, guard = 0.1, 0.2  # chance that one attack gets past each layer, taken as independent
both = model * guard
print(f"one attack passes both layers: {both:.2f}")
print(f"at least one of 50 different ones does: {1 - (1 - both) ** 50:.2f}")
