def beam_step(beams, log_probabilities, width):
    """Extend beams [(tokens, score), ...] by one token; keep the width best, best first."""
    extended = [
        ([*tokens, token], score + log_probability)
        for (tokens, score), row in zip(beams, log_probabilities, strict=True)
        for token, log_probability in enumerate(row)
    ]
    extended.sort(key=lambda beam: -beam[1])
    return extended[:width]
