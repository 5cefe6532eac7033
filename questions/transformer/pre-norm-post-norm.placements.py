def norm(x):
    return x / abs(x)  # RMSNorm of a vector with a single component


def f(x):
    return 3 * x  # the sub-layer


x = 5.0
print(x + f(norm(x)))  # pre-norm
print(norm(x + f(x)))  # post-norm
print(x + norm(f(x)))  # norm on the output of the sub-layer
