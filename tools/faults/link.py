"""A link of TCP that can be cut: ``python -m tools.faults.link PORT`` says where it begins.

It leads to ``PORT`` of this machine. SIGUSR1 cuts it for good, SIGUSR2 for a moment: who was
connected is no more, and can be again at once.
"""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys

BLOCK = 2**16


async def _serve(port: int) -> None:
    writers: set[asyncio.StreamWriter] = set()

    async def pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writers.add(writer)
        with contextlib.suppress(OSError):
            while block := await reader.read(BLOCK):
                writer.write(block)
                await writer.drain()
        writers.discard(writer)
        writer.close()

    async def join(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            there = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            writer.close()
            return
        await asyncio.gather(pump(reader, there[1]), pump(there[0], writer))

    def cut() -> None:
        for writer in writers:
            writer.transport.abort()

    server = await asyncio.start_server(join, "127.0.0.1", 0)
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGUSR1, lambda: (server.close(), cut()))
    loop.add_signal_handler(signal.SIGUSR2, cut)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[1])))
