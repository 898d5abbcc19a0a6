"""Connect to a scheduler, and see that its workers are what this machine is."""

from __future__ import annotations

import contextlib
import logging
import warnings
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from autograder.grading.cluster import worker
from autograder.grading.cluster.address import ClusterError
from autograder.grading.cluster.plain import NotPlain, Plan, packed, report_of
from autograder.grading.cluster.versions import difference, other_chapter

if TYPE_CHECKING:
    from distributed import Client

CONNECT_SECONDS = 10.0
FIRST_WORKER_SECONDS = 30.0
#: what this process decodes of what it gets from workers: plain data, and no pickle
PLAIN = ["dask", "msgpack"]
MISSING = "distributed is not installed; a cluster needs it: pip install '.[cluster]'"


def require_dask() -> None:
    """Raise :class:`ClusterError` unless Dask is here; have it keep its log to itself."""
    try:
        import distributed  # noqa: F401
    except ModuleNotFoundError as error:
        raise ClusterError(MISSING) from error
    for name in ("distributed", *logging.root.manager.loggerDict):
        if name.partition(".")[0] == "distributed":  # what goes wrong is told in one sentence
            logging.getLogger(name).setLevel(logging.CRITICAL)


@contextlib.contextmanager
def connected(address: str) -> Iterator[Client]:
    """The scheduler at ``address``, with certificates from Dask's own settings.

    Raises :class:`ClusterError` when there is none, or it does not let us in.
    """
    require_dask()
    try:
        client = _client(address)
    except TypeError as error:  # Dask's word for settings without a certificate
        raise ClusterError(
            f"{address} wants a certificate, and Dask's settings name none: set ca-file and"
            " client.cert and client.key below distributed.comm.tls (SECURITY.md says how)"
        ) from error
    except (OSError, ValueError, ImportError) as error:
        said = str(error.__cause__ or error).rstrip(".") or type(error).__name__
        raise ClusterError(
            f"no scheduler lets us in at {address} ({said}): is it running, and do the"
            " certificates fit? `autograder cluster` starts one"
        ) from error
    try:
        yield client
    finally:
        with contextlib.suppress(Exception):  # it may be gone
            client.close(timeout=CONNECT_SECONDS)


def _client(address: str) -> Client:
    """A client, closed at once where it does not get in.

    Left to the garbage collector, it would be closed at any moment: also while the next one is
    made, whose lock its closing would wait for.
    """
    from distributed import Client

    client = Client.__new__(Client)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of versions, which are compared here
            Client.__init__(
                client,
                address,
                timeout=CONNECT_SECONDS,
                set_as_default=False,
                serializers=PLAIN,
                deserializers=PLAIN,
            )
    except BaseException:
        with contextlib.suppress(Exception):
            client.close(timeout=CONNECT_SECONDS)
        raise
    return client


def check_workers(client: Client, plan: Plan) -> None:
    """Raise :class:`ClusterError`, which names what and where, unless all are as we are."""
    address = client.scheduler.address
    try:
        client.wait_for_workers(1, timeout=FIRST_WORKER_SECONDS)
        _check_python(client, plan)
        _check_threads(client)
        found = client.run(worker.report, packed(plan), on_error="return")
        scheduler = client.run_on_scheduler(worker.report, packed(replace(plan, keys={})))
    except TimeoutError as error:
        raise ClusterError(
            f"the scheduler at {address} has no worker; start some:"
            f" dask worker {address} --nthreads 1"
        ) from error
    except OSError as error:
        raise ClusterError(f"the scheduler at {address} is gone: {error}") from error
    except ImportError as error:
        raise ClusterError(f"{_CANNOT.format(f'the scheduler at {address}', error)}") from error
    _report("scheduler", scheduler)
    unfit = {
        where: _why_unfit(where, said, plan)
        for where, said in found.items()
        if not isinstance(said, OSError)  # it was lost just now
    }
    _refuse({where: why for where, why in unfit.items() if why})


_CANNOT = "{} does not have this package ({}): install it there, in this version"


def _refuse(unfit: dict[str, str]) -> None:
    if not unfit:
        return
    where, why = next(iter(unfit.items()))
    others = f" ({len(unfit) - 1} more are refused too)" if len(unfit) > 1 else ""
    raise ClusterError(f"the worker {where} is refused: {why}{others}; bring it up to date")


def _why_unfit(where: str, said: bytes | Exception, plan: Plan) -> str:
    if isinstance(said, Exception):
        if isinstance(said, ImportError):
            return f"it does not have this package ({said})"
        return f"{type(said).__name__}: {said}"
    told = _report(where, said)
    return (
        told.unfit
        or difference(plan.versions, told.versions)
        or other_chapter(plan.keys, told.keys)
    )


def _report(where: str, said: bytes) -> worker.Report:
    try:
        return report_of(said)
    except NotPlain as error:
        raise ClusterError(f"{where} is of another version of this package: {error}") from error


def _check_python(client: Client, plan: Plan) -> None:
    """By Dask's own question, which needs nothing of this package there."""
    versions = client.get_versions()
    there = {f"the scheduler {client.scheduler.address}": versions["scheduler"]}
    there |= {f"the worker {where}": found for where, found in versions["workers"].items()}
    for where, found in there.items():
        python = ".".join(found["host"]["python"].split(".")[:3])
        if python != plan.versions["Python"]:
            here = plan.versions["Python"]
            raise ClusterError(
                f"{where} is refused: Python is {python} there and {here} here;"
                " start it with the same one"
            )


def _check_threads(client: Client) -> None:
    for where, found in client.scheduler_info()["workers"].items():
        if found["nthreads"] != 1:
            raise ClusterError(
                f"the worker {where} is refused: it has {found['nthreads']} threads, and a judge"
                " needs a process; start it with --nthreads 1, and --nworkers N for N of them"
            )
