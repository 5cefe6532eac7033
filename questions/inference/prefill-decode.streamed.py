prompt, reply = 6, 4  # tokens

passes = [prompt]  # tokens read by each forward pass: first the prefill ...
written = 1  # ... which already yields the first token of the reply
while written < reply:
    passes.append(1)  # a decoding step reads the token just written
    written += 1

print(passes)
