"""Figures: what stands around a picture."""

from ...model import Text
from . import Template

NOTHING = Text("(no number that could be drawn)", "（没有可画的数值）")
ROWS = Template("rows: {label}", "行：{label}")
COLUMNS = Template("columns: {label}", "列：{label}")
UPWARDS = Template("upwards: {label}", "纵轴：{label}")
RIGHTWARDS = Template("to the right: {label}", "横轴：{label}")
LENGTH = Template("length: {label}", "条长：{label}")
EACH_BAR = Template("each bar: {label}", "每条：{label}")
SOME_OF = Template("{shown} of {count} points", "{count} 个点中的 {shown} 个")
FROM = Template(" from {number}", " {number} 起")
NOT_DRAWN = Text("No picture: ", "没有画图：")
