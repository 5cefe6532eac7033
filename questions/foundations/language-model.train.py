"""A character LSTM from scratch: shifted targets, training, validation loss, text at a temperature."""

import itertools
import random

import numpy as np

WHO = ["the cat", "a dog", "my aunt", "the old king", "a small robot", "our teacher"]
DOES = ["looks for", "paints", "forgets", "sings about", "counts", "carries"]
WHAT = ["the moon", "a red boat", "seven keys", "the river", "an apple", "old letters"]
WHEN = ["at night", "every day", "in spring", "with a friend", "for an hour"]
T, E, H = 32, 24, 64  # characters per window, width of an embedding, width of the state
EPOCHS, BATCH, RATE = 24, 16, 0.01

sentences = [" ".join(parts) + ".\n" for parts in itertools.product(WHO, DOES, WHAT, WHEN)]
random.Random(0).shuffle(sentences)  # every sentence occurs once, so what is held out was never seen
text = "".join(sentences[:320])
cut = len(text) * 9 // 10
vocabulary, V = sorted(set(text[:cut])), len(set(text[:cut]))  # from the training part alone
ids = np.array([vocabulary.index(character) for character in text])
train, held_out = ids[:cut], ids[cut:]

rng = np.random.default_rng(0)
P = {  # every parameter of the model
    "embed": rng.normal(0, 0.1, (V, E)),
    "W": rng.normal(0, (E + H) ** -0.5, (E + H, 4 * H)),  # input, forget, output gate, candidate
    "b": np.repeat([0.0, 1.0, 0.0, 0.0], H),  # the forget gate starts open
    "U": rng.normal(0, H**-0.5, (H, V)),
    "c": np.zeros(V),
}


def windows(part):
    """x, y of shape (windows, T): y is x one character later."""
    rows = np.array([part[start : start + T + 1] for start in range(0, len(part) - T, T)])
    return rows[:, :-1], rows[:, 1:]


def step(character, h, cell):
    """One time step for characters (B,) and states (B, H); also what the backward pass needs."""
    inputs = np.concatenate([P["embed"][character], h], axis=1)  # (B, E + H)
    z = inputs @ P["W"] + P["b"]  # (B, 4H)
    i, f, o = (1 / (1 + np.exp(-gate)) for gate in np.split(z[:, : 3 * H], 3, axis=1))
    g = np.tanh(z[:, 3 * H :])
    new = f * cell + i * g
    return o * np.tanh(new), new, (character, inputs, i, f, o, g, cell, new)


def softmax(logits):
    exps = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return exps / exps.sum(axis=-1, keepdims=True)


def forward(x, y):
    """Mean loss over all B * T positions, in nats; the states and probabilities of each step."""
    h = cell = np.zeros((len(x), H))
    kept, loss = [], 0.0
    for t in range(T):
        h, cell, cache = step(x[:, t], h, cell)
        p = softmax(h @ P["U"] + P["c"])  # (B, V): a prediction at every position
        loss -= np.log(p[np.arange(len(x)), y[:, t]]).mean() / T
        kept.append((h, p, cache))
    return float(loss), kept


def backward(y, kept):
    G = {name: np.zeros_like(value) for name, value in P.items()}
    dh = dc = np.zeros((len(y), H))
    for t in reversed(range(T)):
        h, p, (character, inputs, i, f, o, g, cell, new) = kept[t]
        d = (p - np.eye(V)[y[:, t]]) / y.size  # (B, V)
        G["U"] += h.T @ d
        G["c"] += d.sum(axis=0)
        dh = dh + d @ P["U"].T
        dc = dc + dh * o * (1 - np.tanh(new) ** 2)
        gates = dc * g * i * (1 - i), dc * cell * f * (1 - f), dh * np.tanh(new) * o * (1 - o)
        dz = np.concatenate([*gates, dc * i * (1 - g**2)], axis=1)  # (B, 4H)
        G["W"] += inputs.T @ dz
        G["b"] += dz.sum(axis=0)
        d_inputs = dz @ P["W"].T
        np.add.at(G["embed"], character, d_inputs[:, :E])
        dh, dc = d_inputs[:, E:], dc * f
    return G


def generate(start, length, temperature, seed):
    """Draw one character after the other; a temperature of 0 takes the likeliest."""
    draw = np.random.default_rng(seed)
    h = cell = np.zeros((1, H))
    written = start
    for place in range(len(start) + length - 1):
        h, cell, _ = step(np.array([vocabulary.index(written[place])]), h, cell)
        if place >= len(start) - 1:
            logits = (h @ P["U"] + P["c"])[0]
            p = softmax(logits / temperature) if temperature else np.eye(V)[logits.argmax()]
            written += vocabulary[int(draw.choice(V, p=p))]
    return written


(x, y), (x_new, y_new) = windows(train), windows(held_out)
print(f"{len(text)} characters, {V} different, {sum(value.size for value in P.values())} parameters")
print("targets are the inputs one later:", bool((x[:, 1:] == y[:, :-1]).all()))
uniform, unigram = np.log(V), -np.log(np.bincount(train, minlength=V)[y_new] / len(train)).mean()
curves, count = [[], []], 0
moments = {name: [np.zeros_like(value), np.zeros_like(value)] for name, value in P.items()}
for epoch in range(EPOCHS + 1):
    curves[0].append(round(forward(x, y)[0], 2))
    curves[1].append(round(forward(x_new, y_new)[0], 2))
    for some in np.array_split(rng.permutation(len(x)), len(x) // BATCH) if epoch < EPOCHS else []:
        G = backward(y[some], forward(x[some], y[some])[1])
        clip = min(1.0, 1.0 / np.sqrt(sum((value**2).sum() for value in G.values())))
        count += 1
        for name, (m, v) in moments.items():  # Adam
            m += 0.1 * (clip * G[name] - m)
            v += 0.001 * ((clip * G[name]) ** 2 - v)
            P[name] -= RATE * (m / (1 - 0.9**count)) / (np.sqrt(v / (1 - 0.999**count)) + 1e-8)
print(f"validation loss: uniform {uniform:.2f}, unigram {unigram:.2f}, model {curves[1][0]:.2f} -> {curves[1][-1]:.2f}")
for temperature in (0, 0.7, 1.5):
    line = generate("\n", 60, temperature, seed=5).split("\n")[1]
    print(f"temperature {temperature}: {line}  (in the training text: {line in text[:cut]})")
