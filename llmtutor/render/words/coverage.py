"""bank coverage."""

from ...model import Text
from . import Counted

ITEMS = Text("Items of the source article", "来源文章的条目")
ERRATA = Text("Errors of the source article", "来源文章的错误")
UNTAUGHT = Text("no concept teaches it", "没有概念讲解")
UNASKED = Text("no open question asks it", "没有对应的问答题")
UNCORRECTED = Text("corrected nowhere", "尚未纠正")
SEVERITIES = {
    "critical": Text("critical", "致命"),
    "major": Text("major", "严重"),
    "moderate": Text("moderate", "中等"),
    "minor": Text("minor", "轻微"),
}
COMPLETE = Text("Everything is covered", "全部覆盖")
INCOMPLETE = Text("Not everything is covered", "尚有缺漏")
COUNT_UNTAUGHT = Counted("1 item not taught", "{count} items not taught", "{count} 条未讲解")
COUNT_UNASKED = Counted("1 item not asked", "{count} items not asked", "{count} 条没有问答题")
COUNT_UNCORRECTED = Counted("1 error not corrected", "{count} errors not corrected", "{count} 处错误未纠正")
COUNT_ITEMS = Counted("1 item", "{count} items", "{count} 个条目")
COUNT_ERRATA = Counted("1 error listed", "{count} errors listed", "{count} 处错误")
