"""A child for the tests, with handlers that do what handlers must not."""

from __future__ import annotations

import os
import sys
import time
from typing import Any

from drafting.errors import ImportProblem, StorageError
from drafting.processes.serving import serve


def echo(payload: dict[str, Any]) -> dict[str, Any]:
    return {"text": payload["text"], "pid": os.getpid()}


def noisy(payload: dict[str, Any]) -> dict[str, Any]:
    sys.stdout.write("a library that prints\n")
    os.write(1, b"{not the protocol}\n")
    return {"ok": True}


def problem(payload: dict[str, Any]) -> dict[str, Any]:
    raise ImportProblem(payload["path"], "damaged", "内容已损坏", "请换一个文件")


def storage(payload: dict[str, Any]) -> dict[str, Any]:
    raise StorageError("x", "磁盘空间不足")


def bug(payload: dict[str, Any]) -> dict[str, Any]:
    raise RuntimeError(payload["text"])


def slow(payload: dict[str, Any]) -> dict[str, Any]:
    time.sleep(payload["seconds"])
    return {}


def die(payload: dict[str, Any]) -> dict[str, Any]:
    os._exit(9)


def eat(payload: dict[str, Any]) -> dict[str, Any]:
    return {"size": len(bytearray(payload["bytes"]))}


def keep(payload: dict[str, Any], kept: list[bytearray] = []) -> dict[str, Any]:  # noqa: B006
    kept.append(bytearray(os.urandom(1000)) * (payload["bytes"] // 1000))
    return {"pid": os.getpid()}


def wrong(payload: dict[str, Any]) -> dict[str, Any]:
    return {"bad": object()}


HANDLERS = {
    "echo": echo,
    "noisy": noisy,
    "problem": problem,
    "storage": storage,
    "bug": bug,
    "slow": slow,
    "die": die,
    "eat": eat,
    "keep": keep,
    "wrong": wrong,
}

if __name__ == "__main__":
    sys.exit(serve(HANDLERS, sys.stdin.buffer, sys.stdout.buffer))
