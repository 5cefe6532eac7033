def serve(message):
    if "id" not in message:
        return None
    if message["method"] != "add":
        return {"id": message["id"], "error": -32601}
    return {"id": message["id"], "result": sum(message["params"])}


inbox = [
    {"id": 7, "method": "add", "params": [2, 3]},
    {"method": "add", "params": [4, 4]},
    {"id": 5, "method": "mul", "params": [2, 3]},
]
answers = [a for a in map(serve, inbox) if a]
print(len(answers), [a["id"] for a in answers])
print(sum(a.get("result", 0) for a in answers))
