"""Where the learner stands; the journal."""

from ...model import Text
from . import Counted, Template

TITLE = Text("Where you stand", "学习进度")
DUE = Text("Due now", "待复习")
NEW = Text("New", "新题")
LEARNED = Text("Learned", "已学")
ANSWERED = Text("Answers", "作答")
STREAK = Text("Streak", "连续")
DAYS = Counted("1 day", "{count} days", "{count} 天")
RESUMABLE = Text("A quiz is waiting where you left it.", "上次的测验还没做完，可以接着做。")
NEXT = Text("Next", "接下来")

EXPORTED = Template("Wrote {events} to {path}.", "已将 {events}写入 {path}。")
EXPORTED_OUT = Template("Wrote {events}.", "已输出 {events}。")
IMPORTED = Template("Read {read} from {path}: {added} new here.", "从 {path} 读入 {read}，其中新增 {added} 条。")
REFUSED = Counted(
    "1 line is no event and was left out:",
    "{count} lines are no events and were left out:",
    "{count} 行不是有效记录，已忽略：",
)
LINE = Template("line {line}", "第 {line} 行")
BACKED_UP = Template("Copied {events} to {path}.", "已将 {events}备份到 {path}。")
