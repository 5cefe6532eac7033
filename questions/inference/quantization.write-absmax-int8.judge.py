"""The range is used, errors are at most half a step, signs mirror."""

import numpy as np

from llmtutor.lab.judge import cases, law


@cases
def weights():
    for values in ([1.0], [-1.0], [0.0, 1.0], [-2.0, 1.0], [0.5, 0.004], [1.0, -0.013, 0.7], [-3.0, 0.1, 2.0, 1.49]):
        yield (np.array(values),)


@law("The code of the largest magnitude is 127 or −127.", "绝对值最大的数，编码为 127 或 −127。")
def the_range_is_used(quantize, x):
    return int(np.abs(quantize(x)[0].astype(int)).max()), 127


@law("Decoded, no value is off by more than half a step.", "解码之后，误差不超过半个步长。")
def errors_are_half_a_step(quantize, x):
    codes, scale = quantize(x)
    return bool((np.abs(codes.astype(float) * scale - x) <= scale / 2 + 1e-12).all()), True


@law("Signs mirror: quantizing −x gives the negative codes.", "对称：量化 −x 得到相反的编码。")
def it_is_symmetric(quantize, x):
    return quantize(-x)[0].astype(int), -quantize(x)[0].astype(int)
