for w in (0.5, 1.0, 2.0):
    gradient = 1.0  # dL/dh at the last step
    for _ in range(10):  # back through 10 steps of h = w * h + x
        gradient *= w
    print(w, round(gradient, 3))
