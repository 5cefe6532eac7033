"""A question and what follows it."""

from ...model import Text
from . import Counted, Template

# The question
TRUE = Text("True", "对")
FALSE = Text("False", "错")
GAP = Template("(gap {number})", "（空 {number}）")
ANSWER_IN = Template("Answer in {unit}.", "答案以 {unit} 为单位。")
WRITTEN_IN_AN_EDITOR = Text("Write it in an editor and have it judged:", "在编辑器里编写，由程序评判：")
MATCH_WITH = Text("to be matched with", "请与下列各项配对")
CHOSEN = Text("chosen", "已选")
AGAIN = Text("once more", "再答一次")

# The verdict
RIGHT = Text("Right", "正确")
WRONG = Text("Not quite", "不对")
PARTLY = Text("Partly right", "部分正确")
PARTLY_SCORE = Template("{percent} %", "{percent}%")
YOUR_ANSWER = Text("Your answer", "你的答案")
RIGHT_ANSWER = Text("Right answer", "正确答案")
ALSO_RIGHT = Text("Right as well", "还应选")
NO_ANSWER = Text("(nothing)", "（空）")
TYPO = Template("A slip of the keyboard is forgiven: {typo}", "笔误不扣分：{typo}")
EXPLANATION = Text("Why", "解析")
OUTPUT_LINE = Template("line {number}", "第 {number} 行")
GOES_WITH = Text("goes with", "对应")
MARK_RIGHT = Text("right", "对")
MARK_WRONG = Text("wrong", "错")

# When it comes again
COMES_AGAIN = Template("Comes again {when}.", "{when}再次出现。")
COMES_AGAIN_ON = Template("Comes again on {when}.", "{when} 再次出现。")
DUE_NOW = Text("It is due again now.", "现在就可以复习。")
RETURNS = Text("It comes again in this session.", "本轮稍后会再问一次。")
GRADES = {
    1: Text("Again", "重来"),
    2: Text("Hard", "困难"),
    3: Text("Good", "良好"),
    4: Text("Easy", "轻松"),
}
GRADED = Template("Graded {grade}.", "评分：{grade}。")

# An open answer
MODEL_ANSWER = Text("A good answer", "参考答案")
KEY_POINTS = Text("Key points", "要点")
MENTIONED = Text("mentioned", "已提到")
TICKED = Text("ticked", "已勾选")
NOT_TICKED = Text("not ticked", "未勾选")
FOLLOW_UP = Text("What may be asked next", "可能的追问")
HOW_DID_IT_GO = Text("How well did you know it?", "你答得怎么样？")

# How sure, before the verdict
HOW_SURE = Text("How sure are you?", "有多大把握？")
SURE = {
    "1": Text("a guess, 25 %", "猜的 25%"),
    "2": Text("a toss-up, 50 %", "一半一半 50%"),
    "3": Text("likely, 75 %", "较有把握 75%"),
    "4": Text("fairly sure, 90 %", "很有把握 90%"),
    "5": Text("certain, 99 %", "确定 99%"),
}
NOT_TOLD = Text("not told", "不说")

# Hints, skips, undoing
HINT = Template("Hint {number} of {total}", "提示 {number}/{total}")
NO_HINT = Text("There is no hint for this question.", "这道题没有提示。")
NO_MORE_HINTS = Text("There is no further hint.", "没有更多提示了。")
SKIPPED = Text("Skipped.", "已跳过。")
UNDONE = Template("Took back your answer to {question}.", "已撤销对 {question} 的作答。")
UNDONE_AT = Template("Took back your answer to {question}, given {when}.", "已撤销对 {question} 的作答（{when}）。")
UNPLACED = Counted(
    "Took back the placement test: 1 concept no longer counts as known.",
    "Took back the placement test: {count} concepts no longer count as known.",
    "已撤销定位测试的结果：{count} 个概念不再视为已掌握。",
)
NOTHING_TO_UNDO = Text("There is no answer to take back.", "没有可撤销的作答。")

# The end
FINISHED = Text("Done", "本轮结束")
STOPPED = Text("Stopped here", "到此为止")
KEPT = Text("Everything you answered is kept.", "已作答的内容都已保存。")
ASKED = Counted("1 question", "{count} questions", "{count} 道题")
RIGHT_AT_FIRST = Template("{count} right at the first try", "{count} 道一次答对")
SKIPPED_COUNT = Template("{count} skipped", "{count} 道跳过")
LOOK_AGAIN = Text("To look at again", "值得再看")
RIGHT_AT_LAST = Text("right at last", "后来答对了")
READ_NEXT = Text("Read next", "接着读")
DUE_TOMORROW = Counted(
    "1 question is due by tomorrow.", "{count} questions are due by tomorrow.", "到明天有 {count} 道题要复习。"
)
NOTHING_DUE = Text("Nothing is due by tomorrow.", "到明天没有要复习的题。")

# Keys of the footer
KEYS = Text("Keys", "按键")
POSITION = Template("Question {number} of {total}", "第 {number} 题，共 {total} 题")
MINUTES_LEFT = Counted("1 min left", "{count} min left", "剩余 {count} 分钟")
ENTER = Text("Enter", "回车")
CHOOSE = Text("choose", "选择")
CONFIRM = Text("confirm", "确认")
ASK_HINT = Text("hint", "提示")
SKIP = Text("skip", "跳过")
UNDO = Text("undo", "撤销")
SHOW_KEYS = Text("keys", "按键")
LEAVE = Text("leave", "退出")
GO_ON = Text("go on", "继续")
REVEAL = Text("twice: show the answer", "按两次看答案")
HAND_IN = Text("twice: hand in", "按两次提交")
CHANGE_GRADE = Text("change the grade", "改评分")
RUN_IT = Text("run it", "运行")
TICK = Text("tick a point", "勾选要点")
