"""search."""

from ...model import Text
from . import Counted, Template

HITS = Counted("1 hit", "{count} hits", "{count} 条结果")
FIRST_HITS = Template("First {shown} of {hits}", "{hits}，显示前 {shown} 条")
HITS_FOR = Template("{hits} for “{query}”", "与“{query}”相关：{hits}")
NO_HITS = Template("Nothing found for “{query}”.", "没有找到“{query}”。")
CORRECTED = Template("searched instead of “{query}”", "由“{query}”更正")
NEAREST = Text("Perhaps one of these:", "也许是这些：")
GROUPS = {
    "concept": Text("Concepts", "概念"),
    "question": Text("Questions", "题目"),
    "snippet": Text("Programs", "程序"),
}
READ_ON = Text("Read on with", "继续查看")
