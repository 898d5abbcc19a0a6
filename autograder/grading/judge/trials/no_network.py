"""Property: no network.
Tried: list the interfaces; connect to 127.0.0.1 and 192.0.2.1.
"""

import socket


def got(course: str, mark: str) -> str:
    try:
        names = [name for _, name in socket.if_nameindex()]
    except OSError:
        names = []
    if set(names) - {"lo"}:
        return f"interfaces {names}"
    for host in ("127.0.0.1", "192.0.2.1"):
        try:
            with socket.socket() as link:
                link.settimeout(0.2)
                link.connect((host, 53))
        except (TimeoutError, ConnectionRefusedError):
            return "a socket to the network"
        except OSError:
            continue
        return f"a connection to {host}"
    return ""
