def beam_step(beams, log_probabilities, width):
    extended = [
        ([*tokens, token], log_probability)
        for (tokens, _), row in zip(beams, log_probabilities, strict=True)
        for token, log_probability in enumerate(row)
    ]
    extended.sort(key=lambda beam: -beam[1])
    return extended[:width]
