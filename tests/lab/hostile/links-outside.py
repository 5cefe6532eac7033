# ending: ok
from pathlib import Path

Path("usr").symlink_to("/usr")
Path("up").symlink_to("..")
locked = Path("locked")
locked.mkdir()
(locked / "file").touch()
locked.chmod(0)
