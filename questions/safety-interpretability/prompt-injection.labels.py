def join(*parts):  # a value is (text, trusted)
    return "".join(text for text, _ in parts), all(trusted for _, trusted in parts)


def send(to, body):  # policy of the application: who chose the recipient?
    return "sent" if to[1] else "ask the user"


typed = ("ann@example.com", True)  # written by the user
page = ("eve@example.org", False)  # found on a web page
print(send(typed, join(("Address found: ", True), page)))
print(send(join(("mailto:", True), page), ("Hello", True)))
