"""Runs programs in a child process under limits, and says how they ended.

    llmtutor ── runner               reads what programs print, counts it, hears Ctrl-C
      └─ supervisor                  takes orders, one program after the other, and outlives llmtutor if it must
           └─ keeper                 keeps the time of one program and ends all of it
                └─ waiter            process 1 of a namespace of its own, where the system grants one
                     └─ the program  `python -P -E -s -u -X utf8 NAME.py`, confined by `confine`

What is promised, where `capabilities` says that the system can: the program ends in time and leaves no process; it
writes only into its own temporary directory, which is removed; it has no network. It may read what the user may read.
That is a guard against accidents and clumsy malice, not a jail for a determined attacker: whose programs may run at
all is decided elsewhere. Nothing here prints, and nothing here knows of banks or terminals.
"""
