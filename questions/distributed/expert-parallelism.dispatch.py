"""Which ranks receive token copies? 4 experts on 2 ranks, top-2 routing."""

chosen = [(0, 1), (0, 3), (0, 2), (1, 0)]  # the experts of 4 tokens
received = [0, 0]
for experts in chosen:
    for expert in experts:
        received[expert // 2] += 1
print(received, max(received) / (sum(received) / 2))
