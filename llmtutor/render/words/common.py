"""Words that several screens share."""

from ...model import Text
from . import Counted, Template

ERROR = Text("Error: ", "错误：")

LEVEL = Template("level {level}", "难度 {level}")
AND_OTHERS = Template("{first} et al.", "{first} 等")
SOURCES = Text("Sources", "参考文献")
UNCONFIRMED = Text(" (not looked up yet)", "（尚未核对）")

CONCEPTS = Counted("1 concept", "{count} concepts", "{count} 个概念")
QUESTIONS = Counted("1 question", "{count} questions", "{count} 道题")
EVENTS = Counted("1 event", "{count} events", "{count} 条记录")

KINDS = {
    "single-choice": Text("single choice", "单选题"),
    "multiple-choice": Text("multiple choice", "多选题"),
    "true-false": Text("true or false", "判断题"),
    "cloze": Text("fill the gaps", "填空题"),
    "numeric": Text("calculation", "计算题"),
    "ordering": Text("put in order", "排序题"),
    "matching": Text("matching", "配对题"),
    "predict-output": Text("predict the output", "预测输出"),
    "open": Text("interview question", "问答题"),
    "code": Text("exercise", "编程题"),
}
