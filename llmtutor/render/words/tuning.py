"""The scheduler fitted to the learner."""

from ...model import Text
from . import Template

TITLE = Text("The scheduler and your own answers", "按自己的作答调整复习间隔")
TOO_FEW = Template(
    "There are {reviews} reviews a day or more apart. Below {needed} a fit mostly follows chance, so nothing was fitted.",
    "间隔一天以上的复习有 {reviews} 次。少于 {needed} 次时，拟合结果多半出于偶然，因此没有拟合。",
)
NO_BETTER = Text(
    "Weights of your own are not clearly better than those in use. Nothing was changed.",
    "拟合出的权重不比现用的明显更好，没有改动。",
)
BETTER = Text("Weights of your own foretell your answers better.", "拟合出的权重能更准确地预测作答。")
APPLIED = Template("They hold from now on. Kept in {path}.", "已开始使用，保存在 {path}。")
NOT_YET = Text("Nothing was changed. To use them:", "尚未改动。如要使用：")
TO_UNDO = Text("To go back to the defaults:", "恢复默认值：")
LEARNED = Text("Learned from", "用于拟合")
TESTED = Text("Held out", "留作检验")
BEFORE = Text("Log loss now", "现用权重的对数损失")
AFTER = Text("Log loss fitted", "拟合权重的对数损失")
LESS_IS_BETTER = Text(
    "Less is better. The held-out reviews are the last ones, and were not learned from.",
    "越小越好。检验用的是最近的复习，没有参与拟合。",
)
REVIEWS = Template("{count} reviews", "{count} 次复习")
