"""Why benchmarks teach bluffing: the same model under two ways of grading."""

# Probability of being right, question by question, if the model commits itself to an answer.
confidence = [0.98, 0.95, 0.9, 0.8, 0.6, 0.4, 0.3, 0.2, 0.1, 0.05]


def expected(policy, penalty):
    """Expected right, wrong and abstained answers, and the score right - penalty * wrong."""
    answered = [p for p in confidence if p > policy]
    right = sum(answered)
    wrong = len(answered) - right
    return right, wrong, len(confidence) - len(answered), right - penalty * wrong


t = 0.75  # confidence target: be 75 % sure or say "I don't know"
penalty = t / (1 - t)  # 3 points off for a wrong answer
print(f"penalty for t = {t}: {penalty:.0f}")
print("answers if p >  right  wrong  abstains  accuracy  with penalty")
for policy in (0.0, 0.5, 0.75, 0.9):
    right, wrong, abstained, score = expected(policy, penalty)
    accuracy = right / len(confidence)
    print(f"{policy:12}    {right:5.2f}  {wrong:5.2f}  {abstained:8}  {accuracy:8.3f}  {score:12.2f}")
