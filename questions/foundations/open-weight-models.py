"""A small register of models: what was published, and what it may be called."""

# name: (year, weights, licence of the weights, training code and data published)
MODELS = {
    "GPT-2": (2019, True, "modified MIT", False),
    "GPT-3": (2020, False, None, False),
    "Pythia": (2023, True, "Apache-2.0", True),
    "Llama 2": (2023, True, "Llama 2 community licence", False),
    "Mistral 7B": (2023, True, "Apache-2.0", False),
    "OLMo": (2024, True, "Apache-2.0", True),
    "DeepSeek-R1": (2025, True, "MIT", False),
    "Qwen3": (2025, True, "Apache-2.0", False),
    "gpt-oss": (2025, True, "Apache-2.0", False),
}
FREE = {"MIT", "modified MIT", "Apache-2.0"}  # any purpose, change, share


def status(weights, licence, code_and_data):
    if not weights:
        return "closed: API only"
    if licence not in FREE:
        return "open weights, conditions in the licence"
    if not code_and_data:
        return "open weights, free licence"
    return "weights, code and data open"


for name, (year, weights, licence, code_and_data) in MODELS.items():
    print(f"{name:12} {year}  {status(weights, licence, code_and_data)}")
