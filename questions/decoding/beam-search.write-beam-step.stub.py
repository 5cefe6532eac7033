def beam_step(beams, log_probabilities, width):
    """Extend beams [(tokens, score), ...] by one token; keep the width best, best first."""
    raise NotImplementedError  # TODO
