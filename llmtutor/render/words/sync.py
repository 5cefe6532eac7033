"""Two machines."""

from ...model import Text
from . import Counted, Template

SYNCED = Template("{added} new here, {sent} written to {file}.", "新增 {added} 条，写出 {sent} 条到 {file}。")
NOTHING_NEW = Text("Both sides had everything already.", "两边内容已经一致。")
HOLDS = Template("The journal and {folder} hold the same {events}.", "学习记录与 {folder} 现有相同的 {events}。")
FROM_FILE = Counted("1 new event", "{count} new events", "新增 {count} 条")
HALF_WRITTEN = Text("the last line has not arrived whole: left out until it has", "最后一行尚未完整到达，暂不读入")
REFUSED = Counted("1 line is no event", "{count} lines are no events", "{count} 行不是有效记录")
