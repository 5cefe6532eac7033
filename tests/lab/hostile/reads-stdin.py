# ending: failed
# stderr: EOFError
input("password: ")
