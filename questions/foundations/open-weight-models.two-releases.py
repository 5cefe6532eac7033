"""What may two releases be called?"""


def status(weights, free_licence, training_code, data_information):
    if not weights:
        return "closed"
    if free_licence and training_code and data_information:
        return "open source"
    return "open weights"


print(
    status(weights=True, free_licence=True, training_code=False, data_information=False),
    "/",
    status(weights=True, free_licence=False, training_code=True, data_information=True),
)
