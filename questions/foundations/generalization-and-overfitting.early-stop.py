"""Early stopping with patience on validation losses."""

validation = [3.0, 2.5, 2.2, 2.3, 2.25, 2.4, 2.1]  # one value per epoch, from epoch 0
patience = 3

best_epoch, best_loss = 0, float("inf")
for epoch, loss in enumerate(validation):
    if loss < best_loss:
        best_epoch, best_loss = epoch, loss
    elif epoch - best_epoch >= patience:
        break

print(best_epoch, best_loss)
