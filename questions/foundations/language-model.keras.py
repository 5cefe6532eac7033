"""The same character model in Keras: an LSTM that predicts at every position, trained and sampled."""

import itertools
import random

import numpy as np
import tensorflow as tf

WHO = ["the cat", "a dog", "my aunt", "the old king", "a small robot", "our teacher"]
DOES = ["looks for", "paints", "forgets", "sings about", "counts", "carries"]
WHAT = ["the moon", "a red boat", "seven keys", "the river", "an apple", "old letters"]
WHEN = ["at night", "every day", "in spring", "with a friend", "for an hour"]
T, E, H = 32, 24, 64  # characters per window, width of an embedding, width of the state
EPOCHS, BATCH, RATE = 24, 16, 0.01

tf.keras.utils.set_random_seed(0)  # Python, NumPy and TensorFlow
tf.config.experimental.enable_op_determinism()

sentences = [" ".join(parts) + ".\n" for parts in itertools.product(WHO, DOES, WHAT, WHEN)]
random.Random(0).shuffle(sentences)  # every sentence occurs once, so what is held out was never seen
text = "".join(sentences[:320])
cut = len(text) * 9 // 10
vocabulary = sorted(set(text[:cut]))  # from the training part alone
V = len(vocabulary)
ids = np.array([vocabulary.index(character) for character in text], dtype=np.int32)


def windows(part):
    """A data set of (x, y), each (T,): y is x one character later."""
    rows = np.array([part[start : start + T + 1] for start in range(0, len(part) - T, T)])
    return tf.data.Dataset.from_tensor_slices((rows[:, :-1], rows[:, 1:]))


train = windows(ids[:cut]).shuffle(1000, seed=0).batch(BATCH)
held_out = windows(ids[cut:]).batch(BATCH)

model = tf.keras.Sequential(
    [
        tf.keras.layers.Embedding(V, E),  # (B, T) -> (B, T, E)
        tf.keras.layers.LSTM(H, return_sequences=True),  # (B, T, H): an output for every time step
        tf.keras.layers.Dense(V),  # (B, T, V) logits
    ]
)
loss = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)  # mean over all B * T positions
model.compile(tf.keras.optimizers.Adam(RATE, clipnorm=1.0), loss)
before = model.evaluate(held_out, verbose=0)
history = model.fit(train, validation_data=held_out, epochs=EPOCHS, shuffle=False, verbose=0).history


def generate(start, length, temperature, seed):
    """Draw one character after the other; a temperature of 0 takes the likeliest."""
    draw = np.random.default_rng(seed)
    written = start
    for _ in range(length):
        context = np.array([[vocabulary.index(character) for character in written[-T:]]])
        logits = np.asarray(model(context))[0, -1].astype(float)
        if temperature:
            p = np.exp((logits - logits.max()) / temperature)
            written += vocabulary[int(draw.choice(V, p=p / p.sum()))]
        else:
            written += vocabulary[int(logits.argmax())]
    return written


after = history["val_loss"][-1]
share = np.bincount(ids[:cut], minlength=V) / cut
unigram = float(-np.log(share[ids[cut:]]).mean())
print(f"{len(text)} characters, {V} different, {model.count_params()} parameters")
print("an untrained model is as good as a guess:", bool(abs(before - np.log(V)) < 0.05 * np.log(V)))
print(f"validation loss of counting characters: {unigram:.2f}")
print("the trained model is far below it:", bool(after < 0.25 * unigram))
line = generate("\n", 60, 0, seed=2).split("\n")[1]
words = {word for part in (WHO, DOES, WHAT, WHEN) for phrase in part for word in phrase.split()}
print("greedy text is made of words of the corpus:", set(line.rstrip(".").split()) <= words)
print("same seed, same text:", generate("\n", 30, 0.7, 5) == generate("\n", 30, 0.7, 5))
