"""A reliability table, the expected calibration error, and one temperature that mends it."""

from math import exp, log

# (logit of the predicted answer against the rest, was it right?): sure, and too often wrong
SURE, UNSURE = 3.0, 1.0
data = [(SURE, i < 80) for i in range(100)] + [(UNSURE, i < 60) for i in range(100)]
accuracy = sum(ok for _, ok in data) / len(data)


def sigmoid(z):
    return 1 / (1 + exp(-z))


def table(temperature):
    """Confidence, accuracy and number for each bin; here each logit is a bin of its own."""
    rows = []
    for logit in (SURE, UNSURE):
        right = [ok for z, ok in data if z == logit]
        rows.append((sigmoid(logit / temperature), sum(right) / len(right), len(right)))
    return rows


def ece(temperature):
    return sum(n / len(data) * abs(acc - conf) for conf, acc, n in table(temperature))


def nll(temperature):
    p = [(sigmoid(z / temperature), ok) for z, ok in data]
    return -sum(log(q if ok else 1 - q) for q, ok in p) / len(p)


best = min((t / 100 for t in range(50, 501)), key=nll)  # on validation data in earnest
for t in (1.0, best):
    print(f"T = {t}: ECE {ece(t):.3f}, negative log-likelihood {nll(t):.3f}")
    for conf, acc, n in table(t):
        print(f"   confidence {conf:.2f}  accuracy {acc:.2f}  n {n}")
always = sum((accuracy - ok) ** 2 for _, ok in data) / len(data)  # calibrated, and useless
scaled = sum((sigmoid(z / best) - ok) ** 2 for z, ok in data) / len(data)
print(f"saying {accuracy} every time: ECE 0, Brier {always:.3f}; scaled model: Brier {scaled:.3f}")
