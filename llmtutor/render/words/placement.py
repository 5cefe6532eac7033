"""Where to begin."""

from ...model import Text
from . import Counted, Template

TITLE = Text("Where to begin", "从哪里开始")
ASKED = Counted("1 question", "{count} questions", "{count} 道题")
RIGHT = Template("{count} right", "答对 {count} 道")
TAKEN = Template("{known} of {total} concepts are taken as known", "{total} 个概念中，{known} 个视为已掌握")
NOT_ASKED = Text(
    "What is taken as known is not asked as new; a wrong answer about it, or another test, changes that.",
    "视为已掌握的概念不再作为新内容提问；以后答错，或重新测试，会改变这个结果。",
)
DOUBT = Template("About {percent} % of the concepts may be placed wrongly.", "约 {percent}% 的概念可能判断有误。")
BEGIN_WITH = Text("Begin with", "从这些开始")
NOTHING_LEFT = Text("Every concept of the bank is taken as known.", "题库中的全部概念都视为已掌握。")

LEFT = Text("Stopped here", "到此为止")
KEPT = Template(
    "Everything answered so far is kept: {answered} of at most {total}.", "已作答的内容都已保存：{answered}/{total}。"
)
GO_ON = Text("To go on where it was left:", "接着做：")
