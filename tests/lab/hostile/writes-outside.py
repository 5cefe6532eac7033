# ending: failed
# needs: fence
# stderr: denied
from pathlib import Path

Path("../escaped").write_text("here I am")
