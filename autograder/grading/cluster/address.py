"""Where a scheduler is, and whether a secret may be sent there."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urlsplit

from autograder.errors import UserError

#: who can connect to a scheduler can have its workers do anything
ENCRYPTED = "tls"
SCHEMES = ("tcp", ENCRYPTED)


class ClusterError(UserError):
    """The cluster cannot grade, or not any more; the message says why, and what to do."""


def checked(address: str, *, without_tls: bool) -> str:
    """``address`` with its scheme.

    Raises :class:`ClusterError` when it is none, and when what goes there could be read and
    changed on the way: only loopback and TLS are safe from that. ``without_tls`` allows it.
    """
    whole = address if "://" in address else f"tcp://{address}"
    try:
        parts = urlsplit(whole)
        is_whole = bool(parts.hostname and parts.port)
    except ValueError:  # of a port that is no number
        is_whole = False
    if not is_whole or parts.scheme not in SCHEMES:
        raise ClusterError(
            f"{address!r} is no scheduler's address: write tls://HOST:PORT,"
            " or tcp://127.0.0.1:PORT on one machine"
        )
    assert parts.hostname is not None
    if parts.scheme != ENCRYPTED and not without_tls and not is_loopback(parts.hostname):
        raise ClusterError(
            f"{whole} is not encrypted, and answers and the secret of the class would go there:"
            " use tls:// with certificates (SECURITY.md says how),"
            " or --without-tls in a network where nobody else is"
        )
    return whole


def is_loopback(host: str) -> bool:
    """Whether nothing that is sent to ``host`` leaves this machine."""
    try:
        found = {str(info[4][0]) for info in socket.getaddrinfo(host, None)}
    except OSError:
        return False
    return bool(found) and all(ipaddress.ip_address(one).is_loopback for one in found)
