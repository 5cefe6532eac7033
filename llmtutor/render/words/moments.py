"""Times and durations."""

from ...model import Text
from . import Counted, Template

NOW = Text("now", "现在")
IN_MINUTES = Counted("in 1 minute", "in {count} minutes", "{count} 分钟后")
IN_HOURS = Counted("in 1 hour", "in {count} hours", "{count} 小时后")
IN_DAYS = Counted("in 1 day", "in {count} days", "{count} 天后")
IN_MONTHS = Counted("in 1 month", "in {count} months", "{count} 个月后")
IN_YEARS = Counted("in 1 year", "in {count} years", "{count} 年后")

JUST_NOW = Text("just now", "刚刚")
MINUTES_AGO = Counted("1 minute ago", "{count} minutes ago", "{count} 分钟前")
HOURS_AGO = Counted("1 hour ago", "{count} hours ago", "{count} 小时前")
DAYS_AGO = Counted("1 day ago", "{count} days ago", "{count} 天前")
MONTHS_AGO = Counted("1 month ago", "{count} months ago", "{count} 个月前")
YEARS_AGO = Counted("1 year ago", "{count} years ago", "{count} 年前")

SECONDS = Template("{seconds} s", "{seconds} 秒")
MINUTES_SECONDS = Template("{minutes} min {seconds} s", "{minutes} 分 {seconds} 秒")
HOURS_MINUTES = Template("{hours} h {minutes} min", "{hours} 小时 {minutes} 分")
