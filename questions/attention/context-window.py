"""One window for prompt and reply: a token that has slid out of it no longer matters."""

import numpy as np

WINDOW = 6
embed = np.eye(10) + 0.1  # 10 tokens, width 10


def next_scores(tokens):
    view = embed[tokens[-WINDOW:]]  # (at most WINDOW, 10): older tokens do not exist for the model
    exps = np.exp(view @ view[-1])  # the last token attends to all that is in view
    return embed @ (exps @ view / exps.sum())  # (10,)


prompt, reply = [3, 1, 4, 1], [5, 9, 2, 6]
other = [7, 1, 4, 1]  # another first token
print("prompt + reply  in view  left in window  does the first token matter?")
for length in range(len(reply) + 1):
    tokens = prompt + reply[:length]
    in_view = min(len(tokens), WINDOW)
    matters = not np.allclose(next_scores(tokens), next_scores(other + reply[:length]))
    print(f"{len(tokens):14}{in_view:9}{max(0, WINDOW - len(tokens)):16}  {matters}")
