"""A sketch of an MCP server, 2026-07-28: no server/discover, inputSchema, resultType, ttlMs, cacheScope."""

VERSION, KEY = "2026-07-28", "io.modelcontextprotocol/"
STOCK = {"bolt": 30, "nut": 0}  # what the one tool, "stock", knows


def call_tool(name, arguments):
    if name != "stock":
        raise ValueError({"code": -32602, "message": f"Unknown tool: {name}"})  # for the program
    text = str(STOCK.get(part := arguments.get("part"), "no such part"))  # tool error, for the model to read
    return {"content": [{"type": "text", "text": text}], "isError": part not in STOCK}


def handle(message):
    if "id" not in message:
        return None  # a notification gets no answer
    params, answer = message["params"], {"jsonrpc": "2.0", "id": message["id"]}
    try:
        if (wanted := params["_meta"][KEY + "protocolVersion"]) != VERSION:
            versions = {"supported": [VERSION], "requested": wanted}
            raise ValueError({"code": -32022, "message": "Unsupported protocol version", "data": versions})
        if message["method"] == "tools/list":
            return answer | {"result": {"tools": [{"name": "stock"}]}}
        return answer | {"result": call_tool(params["name"], params["arguments"])}
    except ValueError as error:
        return answer | {"error": error.args[0]}


def ask(number, method, version=VERSION, **params):  # the client; nothing is kept between calls
    meta = {KEY + "protocolVersion": version, KEY + "clientCapabilities": {}}
    request = {"jsonrpc": "2.0", "id": number, "method": method, "params": {"_meta": meta} | params}
    print({k: v for k, v in handle(request).items() if k != "jsonrpc"})


ask(1, "tools/list")
ask(2, "tools/call", name="stock", arguments={"part": "bolt"})
ask(3, "tools/call", name="stock", arguments={"part": "gear"})
ask(4, "tools/call", name="order", arguments={})
ask(5, "tools/list", version="2025-11-25")
print("notification:", handle({"jsonrpc": "2.0", "method": "notifications/cancelled"}))
