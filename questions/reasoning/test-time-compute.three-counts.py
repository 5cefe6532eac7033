from collections import Counter

samples = [  # three answers to each of five questions, and the true one
    (["3", "7", "7"], "7"),
    (["4", "5", "5"], "4"),
    (["1", "2", "2"], "6"),
    (["8", "2", "2"], "2"),
    (["0", "0", "9"], "9"),
]
first = sum(answers[0] == true for answers, true in samples)
voted = sum(Counter(answers).most_common(1)[0][0] == true for answers, true in samples)
covered = sum(true in answers for answers, true in samples)
print(first, voted, covered)
