"""Words of questions that say nothing of what is asked about, in both languages."""

from __future__ import annotations

_ENGLISH = """
a about actually after all also always an and another any anyone anything are as at be because been before being between
both but by came can cannot come comes could did differ difference differences different do does doing don done each
else ever every exactly explain few find first for from get gets getting give given gives go goes going good got had
happen happened happens has have having here how however i if in instead into is isn it its itself just keep keeps kind
kinds know knowing known knows later least let like look looking looks lot made make makes making many may me mean
meaning means might more most much must my need needed needs never new no not now of often on once one only or other our
out over own please put puts really s said same say says see seem seems seen set shall should show since so some
something still such t take takes teach tell than that the their them then there these they thing things think this those
through to together told too turn turned under until up us use used useful uses using usually ve very via vs versus want
wants was way ways we well went were what whats when where whether which while who whole whose why will with within
without work working works would yes yet you your
"""

# Only what is no part of a technical word: 能 is in 涌现能力, 中 in 中期训练.
_HAN = """
什么是 是什么 是什么意思 什么意思 什么叫 叫什么 什么 什么样 为什么 为何 为啥 怎么 怎么样 怎样 怎么办 怎么做
怎么理解 如何 如何理解 哪些 哪个 哪种 哪里 哪儿 有哪些 有什么 是不是 能不能 能否 是否 可不可以 可以 需要
需不需要 请问 解释 解释一下 介绍 介绍一下 一下 讲讲 说说 谈谈 告诉 告诉我 想知道 区别 的区别 有什么区别 有何区别
不同 有什么不同 有何不同 之间 它们 它 我们 我 你 你们 他们 这个 那个 这 那 这些 那些 的 了 着 过 吗 呢 吧 啊 呀
是 和 与 跟 以及 还是 就是 到底 究竟 会 会不会 会怎样 会怎么样 会如何 会发生什么 发生什么 要不要 时候 的时候
作用 有什么用 有什么作用 有用 原理 意思 含义 定义 一个 一种 一些 每个 应该 为了 因为 所以 如果 那么 出来 起来
下来 看看 知道 多大 多少 有多大 有多少 多久 干什么 干嘛 做什么 好处 有什么好处 坏处 好在哪里 好在哪 在哪里 在哪
这么 那样 这样 一样 不能 不会 能够 能 以后 之后 以前 之前 越来越 对不对 好不好 行不行 要不要 要多少 需要多少 为什么要
为什么会 为什么不能 老是 总是 一直 已经 有没有 有什么不一样 哪里不一样 怎么回事 怎么实现 怎么计算 怎么算 怎么用 怎么选
什么情况 什么时候 同时
"""

ENGLISH = frozenset(_ENGLISH.split())
HAN_STOPS = frozenset(_HAN.split())
# Characters that mostly stand between words; a pair with one of them that the bank never writes means nothing.
HAN_SOFT = frozenset(
    "比好在太会能大小多少看用到出来去后前上下里中不没有要把被让给对从向及或而也都就才又再很更最每各该其之所以为于么哪几"
)
