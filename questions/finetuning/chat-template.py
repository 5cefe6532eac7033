"""Render a conversation as one token sequence, and mark which tokens count in the training loss."""

START, END = "<start>", "<end>"  # special tokens: single ids that typed text cannot produce


def render(messages, add_generation_prompt=False):
    """(token, counted) pairs; words stand in for tokens."""
    out = []
    for message in messages:
        out += [(START, False), (message["role"], False)]
        answer = message["role"] == "assistant"
        out += [(word, answer) for word in message["content"].split()]
        out += [(END, answer)]  # the model must learn to stop
    if add_generation_prompt:
        out += [(START, False), ("assistant", False)]  # the model goes on from here
    return out


chat = [
    {"role": "system", "content": "be brief"},
    {"role": "user", "content": "2 + 2 ?"},
    {"role": "assistant", "content": "4"},
    {"role": "user", "content": "and + 3 ?"},
    {"role": "assistant", "content": "it is 7"},
]

print("prompt for the last answer:")
prompt = render(chat[:-1], add_generation_prompt=True)
print(" ".join(token for token, _ in prompt).replace("<end> ", "<end>\n"))
training = render(chat)
print("training sequence: tokens", len(training), "counted", sum(c for _, c in training))
print("counted:", " ".join(token for token, c in training if c))
same = [t for t, _ in training[: len(prompt)]] == [t for t, _ in prompt]
print("training and use begin alike:", same)
