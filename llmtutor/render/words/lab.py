"""run and snippet."""

from ...model import Text
from . import Template

NO_OUTPUT = Text("(it printed nothing)", "（没有输出）")
RECORDED = Text("Recorded output", "记录的输出")
ERROR_OUTPUT = Text("Standard error", "标准错误")
SAME = Text("Same output as recorded", "与记录的输出一致")
DIFFERENT = Text("The output differs from what was recorded", "输出与记录不同")
LEGEND = Text("- recorded   + printed now", "- 记录   + 本次输出")
ENDINGS = {
    "ok": Text("It ran to the end", "运行结束"),
    "failed": Text("The program failed", "程序出错"),
    "timeout": Text("Stopped: it ran out of time", "已停止：运行超时"),
    "memory": Text("Stopped: it used too much memory", "已停止：内存超限"),
    "output": Text("Stopped: it printed too much", "已停止：输出过多"),
    "interrupted": Text("Interrupted", "已中断"),
    "missing": Text("It could not run: a package is missing", "无法运行：缺少软件包"),
}
EXIT_CODE = Template("exit code {code}", "退出码 {code}")
MISSING = Template("missing: {package}", "缺少：{package}")

NOW_IT_PRINTS = Text("It prints, here and now", "实际运行的输出")
PREDICTED = Text("you said: ", "你的预测：")
AS_PREDICTED = Text("as you said", "预测正确")
NOT_AS_PREDICTED = Text("otherwise", "与预测不同")
NOTHING_MORE = Text("(nothing more)", "（没有更多输出）")
