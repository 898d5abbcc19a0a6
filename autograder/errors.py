"""The one base of errors that are for the person at the keyboard."""


class UserError(Exception):
    """Something that the user can fix: ``str()`` is one sentence that says what, where and how.

    The command line prints it and ends with status 2, without a traceback.
    """
