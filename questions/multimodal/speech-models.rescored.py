candidates = {  # log probabilities: acoustic model, language model
    "four candles": (-4.0, -9.0),
    "fork handles": (-4.5, -6.0),
}
for weight in (0.0, 0.1, 0.5):
    scores = {text: ac + weight * lm for text, (ac, lm) in candidates.items()}
    print(weight, max(scores, key=scores.get))
