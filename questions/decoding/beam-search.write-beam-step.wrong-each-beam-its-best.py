def beam_step(beams, log_probabilities, width):
    kept = []
    for (tokens, score), row in zip(beams, log_probabilities, strict=True):
        order = sorted(range(len(row)), key=lambda token: -row[token])
        kept += [([*tokens, token], score + row[token]) for token in order[: max(1, width // len(beams))]]
    kept.sort(key=lambda beam: -beam[1])
    return kept[:width]
