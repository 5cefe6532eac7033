cache = []  # one entry (key and value) per token that has passed through the model


def forward(tokens):
    cache.extend(f"k,v of {token}" for token in tokens)
    return f"token {len(cache)}"  # the token predicted after the last one read


next_token = forward(["The", "cat", "sat", "on"])  # prefill
reply = [next_token]
while len(reply) < 3:
    next_token = forward([next_token])  # decode
    reply.append(next_token)

print(len(reply), len(cache))
