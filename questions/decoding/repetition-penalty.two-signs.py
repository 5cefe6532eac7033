def penalized(logit, theta):
    return logit / theta if logit > 0 else logit * theta


logits = {"blue": 3.0, "green": -2.0, "red": 1.0}
written = ["blue", "green", "blue"]
print([penalized(z, 2.0) if token in written else z for token, z in logits.items()])
