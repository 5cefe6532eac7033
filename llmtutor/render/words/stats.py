"""stats and history."""

from ...model import Text
from . import Counted, Template

TITLE = Text("Your statistics", "学习统计")
NOTHING_YET = Text("Nothing is answered yet.", "还没有作答。")
BEGIN = Text("Begin with", "开始学习：")

ANSWERS = Text("Answers", "作答")
ANSWERS_COUNT = Counted("1 answer", "{count} answers", "{count} 次作答")
SHARE_RIGHT = Template("{percent} % right", "答对 {percent}%")
DIFFERENT = Template("to {questions} on {days}", "共 {questions}，分布在 {days}")
DAYS = Counted("1 day", "{count} days", "{count} 天")
TIME = Text("Time", "用时")
A_DAY = Template("{time} a day", "平均每天 {time}")
STREAK = Text("Streak", "连续")
TODAY = {
    "done": Text("today is done", "今天已完成"),
    "free": Text("nothing is due today", "今天没有要复习的题"),
    "paused": Text("today is a day off", "今天休息"),
}
LEFT_TODAY = Counted("1 review left for today", "{count} reviews left for today", "今天还有 {count} 道题要复习")

MEMORY = Text("Predicted and remembered", "预测与实际")
ALL_TIME = Text("Ever", "全部")
LAST_MONTH = Text("30 days", "近 30 天")
WANTED = Text("Wanted", "目标")
REVIEWS = Counted("1 review", "{count} reviews", "{count} 次复习")
PREDICTED_OBSERVED = Template("predicted {predicted} %, remembered {observed} %", "预测 {predicted}%，实际 {observed}%")
NO_REVIEWS = Text("No question has come back on another day yet.", "还没有题目隔天复习过。")
FORETOLD = Text("Foretold", "预测区间")
REVIEWED = Text("Reviews", "次数")
MEAN = Text("Mean", "平均")
CAME_TRUE = Text("Remembered", "记得")
SPAN = Template("{low}-{high} %", "{low}-{high}%")
PERCENT = Template("{percent} %", "{percent}%")

AHEAD = Text("Due in the next days", "今后几天到期")
DAY_TODAY = Text("today", "今天")
LATER = Counted("1 more within 30 days", "{count} more within 30 days", "30 天内另有 {count} 道")
NOTHING_AHEAD = Text("Nothing falls due within 30 days.", "30 天内没有到期的题。")

CALENDAR = Text("Days", "日历")
WEEKDAYS = {
    0: Text("Mon", "一"),
    1: Text("Tue", "二"),
    2: Text("Wed", "三"),
    3: Text("Thu", "四"),
    4: Text("Fri", "五"),
    5: Text("Sat", "六"),
    6: Text("Sun", "日"),
}
MONTHS = {
    1: Text("Jan", "1 月"),
    2: Text("Feb", "2 月"),
    3: Text("Mar", "3 月"),
    4: Text("Apr", "4 月"),
    5: Text("May", "5 月"),
    6: Text("Jun", "6 月"),
    7: Text("Jul", "7 月"),
    8: Text("Aug", "8 月"),
    9: Text("Sep", "9 月"),
    10: Text("Oct", "10 月"),
    11: Text("Nov", "11 月"),
    12: Text("Dec", "12 月"),
}
LEGEND = Template("each day's answers: {shades}, at most {most}", "每天的作答数：{shades}，最多 {most}")
ON_DAY = Template("{day}: {answers}", "{day}：{answers}")

WEAKEST = Text("Where it is weakest", "最薄弱的概念")
LIKELY = Template("{percent} % likely known", "记得的可能性约 {percent}%")
WRONG_OF = Template("{wrong} of {answers} wrong", "{answers} 次中错 {wrong} 次")

MISTAKES = Text("What goes wrong most often", "最常犯的错误")
TIMES = Counted("1 time", "{count} times", "{count} 次")

CALIBRATION = Text("How sure, and how right", "把握与结果")
TOPIC = Text("Topic", "主题")
SURE = Text("Sure", "把握")
RIGHT = Text("Right", "答对")
BRIER = Text("Brier score", "布里尔分数")
BRIER_MEANS = Text(
    "Brier score: 0 is perfect, 0.25 is what saying 50 % every time gives.",
    "布里尔分数：0 为最好，每次都说 50% 得 0.25。",
)
WHEN_SAID = Template("When {said} % sure, {right} % right", "说有 {said}% 把握时，答对 {right}%")

HISTORY = Template("The last {shown} of {total}", "{total}中的最近 {shown} 次")
WHEN = Text("When", "时间")
QUESTION = Text("Question", "题目")
RESULT = Text("Result", "结果")
GRADE = Text("Grade", "评分")
TOOK = Text("Took", "用时")
WAITING = Text("not graded yet", "尚未评分")
FOLLOW_UP = Text("answer to a follow-up", "追问的回答")
