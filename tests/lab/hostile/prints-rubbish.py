# ending: ok
# stdout: \x1b]0;title\x07\ufffd\x00\u4f60
import os

os.write(1, b"\x1b]0;title\x07\xff\x00\xe4\xbd\xa0")
