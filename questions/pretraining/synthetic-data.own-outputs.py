p = [2 / 3, 1 / 3]  # two ways to say the same thing, as the first model uses them

for generation in (1, 2):
    sharpened = [x**2 for x in p]  # the model's output at temperature 0.5
    p = [x / sum(sharpened) for x in sharpened]  # the next model learns exactly this
    print(round(p[0], 2), end=" ")
