"""The length stays, and signs mirror."""

from llmtutor.lab.judge import cases, law


@cases
def lists():
    yield ([3, 1, 2, 5],)
    yield ([],)
    yield ([2],)
    yield ([1, 0.5],)


@law("The list stays as long as it was.", "列表长度不变。")
def length_stays(double, numbers):
    return len(double(numbers)), len(numbers)


@law("Negated numbers give negated results.", "取相反数，结果也取相反数。")
def signs_mirror(double, numbers):
    return double([-number for number in numbers]), [-number for number in double(numbers)]
