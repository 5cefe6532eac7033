from collections import Counter

samples = {  # four answers, sampled at temperature 1, to each question
    "capital of France": ["Paris", "It is Paris", "Paris, France", "Paris"],
    "birthday of X": ["3 May", "12 July", "3 May", "8 June"],
}
same_meaning = {"It is Paris": "Paris", "Paris, France": "Paris"}
for question, answers in samples.items():
    clusters = Counter(same_meaning.get(answer, answer) for answer in answers)
    print(len(clusters), max(clusters.values()) / len(answers))
