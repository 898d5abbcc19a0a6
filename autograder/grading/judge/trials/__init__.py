"""Trials to break out of the sandbox, a file each: the text of one is run as a student's cell.

The file name says what holds. Its docstring is the row of ``autograder doctor``: the property,
and how it is tried. ``got(course, mark)`` returns what it got, or ``""`` where the property held:
``course`` is the folder that must not be seen, ``mark`` the value of a variable that was set
outside. The tests run each where nothing protects, too: it must get something there, and do no
harm.

Those in ``of_another`` are run beside or after another submission, which does what ``leave.py``
says.
"""
