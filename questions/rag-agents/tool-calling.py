"""The host of a tool-calling model: it alone parses, checks and runs what the model asks for."""

import json

TOOLS = {
    "add": ({"a": int, "b": int}, lambda a, b: a + b),
    "delete": ({"path": str}, lambda path: f"deleted {path}"),
}
ALLOWED = {"add"}  # what this user may do


def run(text):
    """What goes back to the model as the message of the tool: a result or an error."""
    try:
        call = json.loads(text)
        schema, function = TOOLS[call["name"]]
    except json.JSONDecodeError:
        return "error: not JSON"
    except KeyError:
        return "error: no such tool"
    arguments = call.get("arguments", {})
    if arguments.keys() != schema.keys():
        return f"error: needs {', '.join(schema)}"
    wrong = [name for name, kind in schema.items() if type(arguments[name]) is not kind]
    if wrong:
        return f"error: wrong type: {', '.join(wrong)}"
    if call["name"] not in ALLOWED:
        return "error: not permitted"
    return f"result: {function(**arguments)}"


for text in (
    '{"name": "add", "arguments": {"a": 2, "b": 3}}',
    '{"name": "add", "arguments": {"a": 2, "b": "3"}}',
    '{"name": "add", "arguments": {"a": 2}}',
    '{"name": "weather", "arguments": {}}',
    '{"name": "delete", "arguments": {"path": "x"}}',
    "add(2, 3)",
):
    print(f"{text:48} {run(text)}")
