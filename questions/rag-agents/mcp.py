"""The core of an MCP server (revision 2026-07-28, but for inputSchema and resultType)."""

VERSION, KEY = "2026-07-28", "io.modelcontextprotocol/"
STOCK = {"bolt": 30, "nut": 0}  # what the one tool, "stock", knows


def call_tool(name, arguments):
    if name != "stock":
        raise ValueError(-32602, f"Unknown tool: {name}")  # protocol error, for the program
    part = arguments.get("part")
    text = str(STOCK.get(part, f"no part {part}"))  # tool error, for the model to read
    return {"content": [{"type": "text", "text": text}], "isError": part not in STOCK}


def handle(message):
    if "id" not in message:
        return None  # a notification gets no answer
    params, answer = message["params"], {"jsonrpc": "2.0", "id": message["id"]}
    try:
        if params["_meta"][KEY + "protocolVersion"] != VERSION:
            raise ValueError(-32022, "Unsupported protocol version")
        if message["method"] == "tools/list":
            return answer | {"result": {"tools": [{"name": "stock"}]}}
        return answer | {"result": call_tool(params["name"], params["arguments"])}
    except ValueError as error:
        return answer | {"error": error.args}


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
