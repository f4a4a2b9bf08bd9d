"""Runs one command and prints what it cost: exit status, CPU seconds, largest memory of a process in KiB.

The system counts the memory of whoever starts a process to that process, so the one that starts must be
small: ``python -I -S launch.py COMMAND...``, with only what Python itself loads. CPU is that of the command
and of everything that it started and waited for.
"""

import os
import sys


def main() -> None:
    """Starts the command, waits until it ends, and prints its cost on a line of its own."""
    child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
    _, status, usage = os.wait4(child, 0)
    print(f"\n{os.waitstatus_to_exitcode(status)} {usage.ru_utime + usage.ru_stime} {usage.ru_maxrss}")


main()
