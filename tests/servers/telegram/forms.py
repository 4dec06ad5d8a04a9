"""The parameters of a request, from its address and its body."""

import json
import re
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from tests.servers.telegram.errors import bad_request
from tests.servers.telegram.wire import HttpRequest, Upload

_QUOTED = re.compile(r'(\w+\*?)="([^"]*)"')


def read_form(request: HttpRequest) -> tuple[dict[str, Any], dict[str, Upload]]:
    """Read the parameters as they came, and the files.

    Raises:
        RefusedError: The body is not what its content type says.
    """
    parameters: dict[str, Any] = dict(parse_qsl(urlsplit(request.target).query))
    content_type = request.headers.get("content-type", "")
    if content_type.startswith("multipart/form-data"):
        fields, files = _read_multipart(request.body, content_type)
        return parameters | fields, files
    if content_type.startswith("application/json"):
        return parameters | _read_json(request.body), {}
    text = request.body.decode("utf-8", errors="replace")
    return parameters | dict(parse_qsl(text, keep_blank_values=True)), {}


def _read_json(body: bytes) -> dict[str, Any]:
    try:
        value = json.loads(body)
    except ValueError:
        raise bad_request("can't parse request JSON body") from None
    if not isinstance(value, dict):
        raise bad_request("object expected as request body")
    return value


def _read_multipart(body: bytes, content_type: str) -> tuple[dict[str, str], dict[str, Upload]]:
    boundary = content_type.partition("boundary=")[2].strip('"')
    fields: dict[str, str] = {}
    files: dict[str, Upload] = {}
    for part in body.split(b"--" + boundary.encode())[1:-1]:
        head, _, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        content = content.removesuffix(b"\r\n")
        headers = head.decode("utf-8", errors="replace")
        names = dict(_QUOTED.findall(headers))
        if "filename" in names:
            files[names["name"]] = Upload(
                name=names["filename"], content=content, mime_type=_mime_type(headers)
            )
        elif "name" in names:
            fields[names["name"]] = content.decode("utf-8", errors="replace")
    return fields, files


def _mime_type(headers: str) -> str:
    found = re.search(r"content-type:\s*(\S+)", headers, re.IGNORECASE)
    return found[1] if found else "application/octet-stream"
