def scripted_model(messages):
    """Stands for a model: asks for the stock twice, then answers."""
    results = [m["content"] for m in messages if m["role"] == "tool"]
    if len(results) < 2:
        return {"role": "assistant", "call": ("stock", ["nut", "bolt"][len(results)])}
    return {"role": "assistant", "content": f"{sum(results)} pieces"}


stock = {"nut": 30, "bolt": 12}
messages = [{"role": "user", "content": "How many nuts and bolts?"}]
calls = 0
while True:
    reply = scripted_model(messages)
    calls += 1
    messages.append(reply)
    if "call" not in reply:
        break
    messages.append({"role": "tool", "content": stock[reply["call"][1]]})
print(reply["content"])
print(calls, len(messages))
