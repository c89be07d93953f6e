"""A real HTTP server on loopback that answers as a script says: for each call the next behaviour, then good answers."""

from __future__ import annotations

import json
import socket
import struct
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

GOOD = '{"words": "yes"}'


class Server(ThreadingHTTPServer):
    """`script` is used up call by call; `calls` keeps every request's body and headers."""

    daemon_threads = True

    def __init__(self, script: Sequence[str]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.script, self.calls, self.lock = list(script), [], threading.Lock()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def log_message(self, *args: object) -> None:
        pass

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        with self.server.lock:
            self.server.calls.append((body, dict(self.headers), time.monotonic()))
            behaviour = self.server.script.pop(0) if self.server.script else "good"
        getattr(self, "_" + behaviour.partition(":")[0])(behaviour.partition(":")[2])

    def _send(self, status: int, text: str, headers: dict[str, str] | None = None, length: int | None = None) -> None:
        data = text.encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(data) if length is None else length))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def _good(self, content: str) -> None:
        self._send(200, completion(content or GOOD))

    def _status(self, what: str) -> None:
        status, _, after = what.partition(",")
        self._send(int(status), '{"error": {"message": "as the script says"}}', {"retry-after": after} if after else {})

    def _truncated(self, _: str) -> None:
        self._send(200, completion(GOOD)[:40], length=400)
        self.close_connection = True

    def _reset(self, _: str) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()
        self.close_connection = True

    def _raw(self, text: str) -> None:
        self._send(200, text)

    def _error(self, text: str) -> None:
        self._send(400, text)

    def _quote(self, status: str) -> None:
        """Quote the request's key: in an error, or for 200 in an answer, in a refusal, in text that is none."""
        said = f"I was sent {self.headers['authorization']}"
        if status.isdecimal() and status != "200":
            self._send(int(status), json.dumps({"error": {"message": said, "code": said, "type": said}}))
        elif status == "refusal":
            self._send(200, json.dumps({"choices": [{"message": {"content": None, "refusal": said}}]}))
        else:
            self._send(200, completion(said) if status == "200" else said)

    def _slow(self, seconds: str) -> None:
        time.sleep(float(seconds))
        self._good("")


def completion(content: str) -> str:
    """A chat completion's body."""
    body: dict[str, Any] = {
        "choices": [{"index": 0, "message": {"role": "assistant", "content": content}}],
        "usage": {"prompt_tokens": 100, "completion_tokens": 10},
    }
    return json.dumps(body)


@contextmanager
def serving(*script: str) -> Iterator[Server]:
    """Run a server for the block."""
    server = Server(script)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
