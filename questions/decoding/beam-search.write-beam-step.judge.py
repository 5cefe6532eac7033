"""One token longer, best first, and beams compete."""

from llmtutor.lab.judge import cases, law


@cases
def beams():
    yield [([], 0.0)], [[-0.5, -1.0]], 1
    yield [([], 0.0)], [[-1.0, -0.5]], 2
    yield [([0], -0.5), ([1], -0.75)], [[-2.0, -3.0], [-0.25, -1.5]], 2
    yield [([0], -0.5), ([1], -4.0)], [[-0.7, -0.6], [-0.1, -3.0]], 2
    yield [([0, 1], -1.0), ([1, 0], -1.25)], [[-1.0, -2.0, -0.5], [-0.3, -2.5, -1.1]], 3


@law("Every beam is one token longer.", "每个束都增长一个词元。")
def one_token_longer(beam_step, beams, log_probabilities, width):
    kept = beam_step(beams, log_probabilities, width)
    return [len(tokens) for tokens, _ in kept], [len(beams[0][0]) + 1] * width


@law("The best comes first.", "最好的排在最前。")
def best_first(beam_step, beams, log_probabilities, width):
    scores = [score for _, score in beam_step(beams, log_probabilities, width)]
    return scores, sorted(scores, reverse=True)


@law(
    "A worse beam does not survive if all continuations of a better one beat it.",
    "如果较好的束的所有续写都更优，较差的束就不会留下。",
)
def beams_compete(beam_step, beams, log_probabilities, width):
    hopeless = [(beams[0][0], 0.0), (beams[0][0], -100.0)]
    kept = beam_step(hopeless, [log_probabilities[0], log_probabilities[0]], 2)
    return sorted(tokens[-1] for tokens, _ in kept), sorted(
        sorted(range(len(log_probabilities[0])), key=lambda token: -log_probabilities[0][token])[:2]
    )
