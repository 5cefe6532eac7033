"""A mock interview and its report."""

from ...model import Text
from . import Counted, Template

TIME_IS_UP = Text("Time is up", "时间到")
ALL_ASKED = Text("That was the last question", "题目都已问完")
NOW_TICK = Text(
    "Now tick off what each answer held, and grade it. A point counts if it was said, in whatever words.",
    "接下来逐题勾选答到的要点并评分。意思到了就算，不必用原话。",
)
ANSWERS = Counted("1 answer", "{count} answers", "{count} 个回答")

TITLE = Text("Interview report", "模拟面试报告")
SKIPPED = Text("skipped", "已跳过")
NAMED = Template("{named} of {points} key points", "要点 {named}/{points}")
TIME_USED = Template("{used} of {minutes} min", "用时 {used}，限时 {minutes} 分钟")
BY_TOPIC = Text("By topic", "分主题")
QUESTIONS = Text("Question by question", "逐题")
TOPIC = Text("Topic", "主题")
COUNT = Text("Questions", "题数")
POINTS = Text("Key points", "要点")
MISSING = Text("not said: ", "没有答到：")
READ_AGAIN = Text("Read again", "值得重读")
NOTHING_ANSWERED = Text("Nothing was answered.", "没有作答。")
ANSWER = Text("Answer", "回答")
GOOD_ANSWER = Text("A good answer", "参考答案")
FOLLOW_UP = Text("Follow-up", "追问")
GRADE = Template("graded {grade}", "评分：{grade}")
LEVEL = Template("level {level}", "难度 {level}")
