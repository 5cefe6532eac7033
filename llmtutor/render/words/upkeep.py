"""bank check, bank test, bank new; doctor; help."""

from ...model import Text
from . import Counted, Template

FILES = Counted("1 file", "{count} files", "{count} 个文件")
PROGRAMS = Counted("1 program run", "{count} programs run", "运行了 {count} 个程序")
ANSWERS = Counted("1 numeric answer computed", "{count} numeric answers computed", "重算了 {count} 个数值答案")
EXERCISES = Counted("1 exercise judged", "{count} exercises judged", "评判了 {count} 道编程题")
ERRORS = Counted("1 error", "{count} errors", "{count} 个错误")
WARNINGS = Counted("1 warning", "{count} warnings", "{count} 个警告")
PROBLEMS = Counted("1 problem", "{count} problems", "{count} 个问题")
SOUND = Text("The bank is sound", "题库没有问题")
ONLY_WARNINGS = Text("No errors", "没有错误")
UNSOUND = Text("The bank needs mending", "题库有问题需要修正")
ALL_RIGHT = Text("Everything comes out as recorded", "全部与记录一致")
NOT_ALL_RIGHT = Text("Not everything comes out as recorded", "有的结果与记录不符")
MEND = Text("Mend: ", "修正：")
WARNING = Text("warning: ", "警告：")
FIGURES = Text("Figures", "统计")
UPDATED = Text("Recorded anew", "已重新记录")
LEFT_OUT = Text("Left out", "已跳过")
CREATED = Text("Created", "已创建")
TRUSTED = Counted(
    "1 program may run from now on", "{count} programs may run from now on", "今后可以运行 {count} 个程序"
)
TRUSTED_ALREADY = Text("Nothing new: all of them may run", "没有新增：全部程序都已获许可")
IN_THE_BANK = Counted("1 program in the bank", "{count} programs in the bank", "题库中有 {count} 个程序")
TODO = Text("Now", "接下来")

STATES = {"ok": Text("ok", "正常"), "warning": Text("warning", "警告"), "broken": Text("broken", "损坏")}
CHECKS = {
    "bank": Text("Question bank", "题库"),
    "index": Text("Index", "索引"),
    "cache": Text("Cache", "缓存"),
    "settings": Text("Settings", "设置"),
    "journal": Text("Journal", "学习记录"),
    "network": Text("Network of programs", "程序的网络"),
    "processes": Text("Processes of programs", "程序的进程"),
    "files": Text("Files of programs", "程序的文件"),
    "limits": Text("Limits of programs", "程序的限额"),
}
HEALTHY = Text("All is well", "一切正常")
THINGS = Counted("1 thing", "{count} things", "{count} 项")
AILING = Template("{count} to look at", "{count}需要处理")
