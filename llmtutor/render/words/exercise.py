"""practice."""

from ...model import Text
from . import Counted, Template

STATES = {"new": Text("new", "未开始"), "begun": Text("begun", "进行中"), "solved": Text("solved", "已解出")}
DUE = Text("worth writing again", "可以再写一遍")
HEAD = (Text("Exercise", "练习"), Text("Concept", "概念"), Text("Level", "难度"), Text("State", "状态"))
NO_EXERCISES = Text("This bank has no exercises.", "这个题库没有编程练习。")
COUNT = Counted("1 exercise", "{count} exercises", "{count} 道练习")
SOLVED = Template("{count} solved", "已解出 {count} 道")
BEGIN = Template("{command} begins one", "用 {command} 开始练习")
NAME = Text("NAME", "名称")
FILE = Template("Your file: {file}", "你的文件：{file}")
AS_LEFT = Template("Your file, as you left it: {file}", "你的文件（保持上次的内容）：{file}")
WRITE = Template("Write `{function}`; `{command}` judges it.", "请编写 `{function}`；用 `{command}` 评判。")
PASSED = Text("Solved: every property holds", "解出：所有性质都成立")
FAILED = Text("Not yet", "还没通过")
HELD = Text("Holds", "已成立")
BROKEN = Text("Does not hold", "不成立")
EXAMPLE = Text("The result is what the definition gives.", "结果与定义一致。")
MISTAKE = Text("What is probably wrong", "可能的错误")
INPUT = Text("Smallest input that shows it", "能看出问题的最小输入")
EXPECTED = Text("Expected", "应得")
ACTUAL = Text("Yours", "你的结果")
BEFORE = Text("Before the call", "调用之前")
AFTER = Text("After the call", "调用之后")
PLACE = Template("first difference at {place}", "第一处不同：{place}")
SHAPE = Template("shape {shape}", "形状 {shape}")
LENGTH = Template("length {length}", "长度 {length}")
LINE = Template("line {line} of your file", "你文件的第 {line} 行")
PRINTED = Text("Your program printed", "你的程序输出")
SAME_AGAIN = Text("This very program was judged before; it is not recorded twice.", "这份程序已经评判过，不重复记录。")
GAVE_UP = Text(
    "Now write it yourself, from memory: solving it counts as Hard.", "现在凭记忆自己写一遍：解出后记为“困难”。"
)
KINDS = {
    "array": Text("array", "数组"),
    "list": Text("list", "列表"),
    "number": Text("number", "数"),
    "truth": Text("truth value", "布尔值"),
    "text": Text("text", "字符串"),
    "mapping": Text("mapping", "字典"),
    "nothing": Text("nothing; does the function return its result?", "空值；函数返回结果了吗？"),
}
REASONS = {
    "syntax": Text("This is not a program yet.", "还不是合法的程序。"),
    "undefined": Text("The function is not there, or has another name.", "找不到这个函数，或函数名不符。"),
    "unfinished": Text("It is not written yet.", "尚未编写。"),
    "raised": Text("Your function raised an error.", "函数抛出了异常。"),
    "exited": Text("Your program ended the process instead of returning.", "程序结束了进程，而不是返回结果。"),
    "slow": Text("It did not come back in time.", "没有在规定时间内返回。"),
    "memory": Text("It used too much memory.", "占用内存过多。"),
    "output": Text("It printed too much.", "输出过多。"),
    "form": Text("The result has another type or shape than it should.", "结果的类型或形状不对。"),
    "changed": Text("It changed its input; work on a copy.", "函数修改了输入，请改在副本上计算。"),
    "law": Text("A property does not hold.", "有一条性质不成立。"),
}
