# ending: missing
raise ModuleNotFoundError("No module named 'torch.nn'", name="torch.nn")
