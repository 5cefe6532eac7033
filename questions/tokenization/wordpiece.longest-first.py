def encode(word, vocabulary):
    out, rest, mark = [], word, ""
    while rest:
        fits = [n for n in range(len(rest), 0, -1) if mark + rest[:n] in vocabulary]
        if not fits:
            return ["[UNK]"]
        out.append(mark + rest[: fits[0]])
        rest, mark = rest[fits[0] :], "##"
    return out


vocabulary = {"super", "sup", "##er", "##s", "##ersta", "##r"}
print(encode("supers", vocabulary))
print(encode("superstar", vocabulary))
