def beam_step(beams, log_probabilities, width):
    extended = [
        ([*tokens, token], score + row[token], row[token])
        for (tokens, score), row in zip(beams, log_probabilities, strict=True)
        for token in range(len(row))
    ]
    extended.sort(key=lambda beam: -beam[2])
    return [(tokens, score) for tokens, score, _ in extended[:width]]
