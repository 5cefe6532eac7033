"""config."""

from ...model import Text
from . import Template

TITLE = Text("Settings", "设置")
NOT_SET = Text("not set", "未设置")
DEFAULT = Text("default", "默认值")
FROM_FILE = Text("from the file", "来自文件")
FROM_VARIABLE = Template("from {name}", "来自环境变量 {name}")
KEPT_IN = Template("Kept in {path}", "保存在 {path}")
CHANGED = Template("{key} is now {after}; it was {before}.", "{key} 现为 {after}，此前为 {before}。")
UNCHANGED = Template("{key} is {after}, as it was.", "{key} 为 {after}，没有变化。")
OVERRULED = Template("As long as {name} is set, that is what counts.", "只要设了环境变量 {name}，就以它为准。")
