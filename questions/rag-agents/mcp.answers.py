def serve(message):
    if "id" not in message:
        return None
    answer = {"jsonrpc": "2.0", "id": message["id"]}
    if message["method"] != "add":
        return answer | {"error": {"code": -32601, "message": "Method not found"}}
    return answer | {"result": sum(message["params"])}


inbox = [  # each with "jsonrpc": "2.0", left out here
    {"id": 7, "method": "add", "params": [2, 3]},
    {"method": "add", "params": [4, 4]},
    {"id": 5, "method": "mul", "params": [2, 3]},
]
answers = [a for a in map(serve, inbox) if a]
print(len(answers), [a["id"] for a in answers])
print(sum(a.get("result", 0) for a in answers))
