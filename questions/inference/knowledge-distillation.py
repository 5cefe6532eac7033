"""Soft targets at several temperatures, and why their loss term is multiplied by T squared."""

import numpy as np


def softmax(z):
    exps = np.exp(z - z.max())
    return exps / exps.sum()


teacher = np.array([4.0, 1.0, 0.0])  # logits of three classes
student = np.zeros(3)  # an untrained student


def kl(z, temperature):
    q, p = softmax(teacher / temperature), softmax(z / temperature)
    return float(np.sum(q * np.log(q / p)))


def gradient(z, temperature, step=1e-4):
    moves = step * np.eye(len(z))  # numerically, one logit at a time
    return np.array([kl(z + m, temperature) - kl(z - m, temperature) for m in moves]) / (2 * step)


print(" T   teacher's probabilities   |gradient|   T^2 |gradient|")
for temperature in (1, 2, 4, 8):
    soft = " ".join(f"{prob:.3f}" for prob in softmax(teacher / temperature))
    size = float(np.linalg.norm(gradient(student, temperature)))
    print(f"{temperature:2}   {soft}         {size:10.3f}   {temperature**2 * size:10.3f}")

for _ in range(2000):  # gradient descent on T^2 KL at T = 4
    student = student - 0.5 * 4**2 * gradient(student, 4)
print("after training, student at T = 1:", " ".join(f"{p:.3f}" for p in softmax(student)))
print("its logits (up to a constant):", " ".join(f"{z:.2f}" for z in student - student[2] + 0.0))
