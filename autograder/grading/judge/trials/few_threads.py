"""Property: few threads.
Tried: start 200 of them.
"""

import threading


def got(course: str, mark: str) -> str:
    stop = threading.Event()
    try:
        for _ in range(200):
            threading.Thread(target=stop.wait, daemon=True).start()
        return "200 threads"
    except RuntimeError:
        return ""
    finally:
        stop.set()
