"""View -> characters: a terminal page or a JSON document. It knows no clock and no file, reads no variable itself."""
