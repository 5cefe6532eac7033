floor = 1.5  # loss that no model can get below
losses = {1e6: 3.5, 1e8: 1.7, 1e10: 1.52}  # parameters: loss

reducible = [loss - floor for loss in losses.values()]
ratio = reducible[1] / reducible[0]
print(round(ratio, 2), round(reducible[2] / reducible[1], 2))
print(round(floor + reducible[2] * ratio, 3))  # for 1e12 parameters
