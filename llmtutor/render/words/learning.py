"""path and map."""

from ...model import Text
from . import Template

KNOWN_OF = Template("{known} of {total} known", "已掌握 {known}/{total}")
STAGES = {
    "new": Text("new", "未学"),
    "begun": Text("begun", "已开始"),
    "known": Text("known", "已掌握"),
    "mastered": Text("mastered", "已牢固掌握"),
    "untested": Text("no questions", "没有题目"),
}
BEGUN_OF = Template("begun, {known} of {total} known", "已开始，掌握 {known}/{total} 题")
SEEN_AT = Template("see {number}", "见 {number}")
AFTER = Template("after {numbers}", "在 {numbers} 之后")
LEARN_NOW = Text("To learn now", "现在可以学")
ARRIVED = Text("All of this is known.", "这些都已掌握。")
PERCENT = Template("{percent} %", "{percent}%")
EMPTY = Text("There is no concept here.", "这里没有概念。")
