"""explain, list, show."""

from ...model import Text
from . import Counted, Template

FORMULA = Text("Formula", "公式")
FORMULAS = Text("Formulas", "公式")
PROGRAM = Text("Program", "程序")
PRINTS = Text("It prints", "输出")
PITFALLS = Text("What people get wrong", "常见误区")
REQUIRES = Text("First", "先修")
NEEDED_FOR = Text("Leads to", "后续")
ALSO_CALLED = Text("Also", "又称")
QUESTIONS = Text("Questions", "题目")
VERIFIED = Template("checked {month}", "核对于 {month}")
MORE_PROGRAMS = Text("More programs", "更多程序")
PRACTISE = Text("Practise", "练习")

TOPIC = Text("Topic", "主题")
LEVEL = Text("Level", "难度")
CONCEPT_COUNT = Text("Concepts", "概念")
QUESTION_COUNT = Text("Questions", "题目")
LINES = Counted("1 line", "{count} lines", "{count} 行")
NEEDS = Template("needs {packages}", "需要 {packages}")
EMPTY_LIST = Text("Nothing matches.", "没有符合条件的内容。")
