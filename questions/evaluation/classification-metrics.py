"""Accuracy, precision, recall and F1 from four counts, and ROC-AUC as a share of won pairs."""


def report(name, tp, fp, fn, tn):
    accuracy = (tp + tn) / (tp + fp + fn + tn)
    precision = tp / (tp + fp) if tp + fp else None  # nothing flagged: undefined
    recall = tp / (tp + fn)
    f1 = 2 * tp / (2 * tp + fp + fn)
    shown = "undefined" if precision is None else f"{precision:.3f}"
    print(f"{name:10} accuracy {accuracy:.3f}  precision {shown}  recall {recall:.2f}  F1 {f1:.2f}")


def auc(positives, negatives):
    wins = sum((p > n) + 0.5 * (p == n) for p in positives for n in negatives)
    return wins / (len(positives) * len(negatives))


# 1000 messages, 20 of them harmful
report("filter", tp=15, fp=25, fn=5, tn=955)
report("always no", tp=0, fp=0, fn=20, tn=980)

harmful, harmless = [0.9, 0.6, 0.4], [0.7, 0.3, 0.2, 0.1]
print("AUC of the scores:", round(auc(harmful, harmless), 3))
print("AUC of a constant score:", auc([0.1] * 3, [0.1] * 4))

# the same filter (recall 0.75, false alarms 25/980) where half of the messages are harmful
precision = 0.75 * 0.5 / (0.75 * 0.5 + 25 / 980 * 0.5)
print("precision at 50 % harmful:", round(precision, 3))
