def perplexity(log_probabilities):
    return 2 ** (-sum(log_probabilities) / len(log_probabilities))
