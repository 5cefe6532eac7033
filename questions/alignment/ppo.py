"""PPO's two parts: the clipped objective with its gradient, and generalized advantage estimation."""

epsilon = 0.2


def objective(ratio, advantage):
    clipped = min(max(ratio, 1 - epsilon), 1 + epsilon)
    return min(ratio * advantage, clipped * advantage)


def slope(ratio, advantage, step=1e-6):
    """Derivative of the objective with respect to the ratio."""
    up, down = objective(ratio + step, advantage), objective(ratio - step, advantage)
    return (up - down) / (2 * step)


print("ratio  advantage  objective  slope")
for ratio, advantage in ((1.0, 1), (1.5, 1), (0.5, 1), (1.5, -1), (0.5, -1)):
    value, push = objective(ratio, advantage), slope(ratio, advantage)
    print(f"{ratio:5.1f} {advantage:10d} {value:10.1f} {push:6.1f}")


def gae(rewards, values, discount, smoothing):
    """Advantage of each token: discounted sum of the errors of the value model, from the end."""
    advantages, running, following = [], 0.0, 0.0
    for reward, value in zip(reversed(rewards), reversed(values)):
        error = reward + discount * following - value
        running = error + discount * smoothing * running
        advantages.append(running)
        following = value
    return advantages[::-1]


rewards, values = [0.0, 0.0, 1.0], [0.5, 0.6, 0.8]  # (tokens,) score at the end; value model
for smoothing in (0.0, 0.95, 1.0):
    print(f"lambda {smoothing:4}:", [round(a, 3) for a in gae(rewards, values, 1.0, smoothing)])
