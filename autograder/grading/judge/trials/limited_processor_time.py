"""Property: limited processor time.
Tried: raise the limit.
"""

import resource


def got(course: str, mark: str) -> str:
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    if hard == resource.RLIM_INFINITY or hard > 600:
        return "no limit"
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (hard + 1, hard + 1))
        return "a higher limit"
    except (ValueError, OSError):
        return ""
