from math import exp, log


def softmax(logits, temperature):
    exps = [exp(z / temperature) for z in logits]
    return [e / sum(exps) for e in exps]


q = softmax([2.0, 1.0, 0.0], temperature=2)  # teacher
p = softmax([7.0, 6.0, 5.0], temperature=2)  # student
kl = sum(a * log(a / b) for a, b in zip(q, p))
print(abs(round(kl, 3)))
