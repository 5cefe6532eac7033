def top_k(p, k):
    kept = sorted(p, key=p.get, reverse=True)[:k]
    total = sum(p[token] for token in kept)
    return {token: round(p[token] / total, 2) for token in kept}


print(top_k({"rain": 0.1, "snow": 0.6, "fog": 0.2, "hail": 0.1}, k=2))
