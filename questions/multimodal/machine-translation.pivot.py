german_to_english = {"du": "you", "Sie": "you"}
english_to_french = {"you": "vous"}
german_to_french = {"du": "tu", "Sie": "vous"}

for word in ("du", "Sie"):
    direct = german_to_french[word]
    pivot = english_to_french[german_to_english[word]]
    print(word, direct, pivot)
