def is_text(piece):
    try:
        piece.decode()
        return True
    except UnicodeDecodeError:
        return False


data = "a大b".encode()  # the bytes of UTF-8, one token each
print(len(data))
print([n for n in range(1, len(data) + 1) if is_text(data[:n])])
