"""Files to fetch."""

from typing import Any

from tests.servers.telegram.call import Call
from tests.servers.telegram.errors import bad_request
from tests.servers.telegram.shapes import file_json

LARGEST_DOWNLOAD = 20 * 1024 * 1024


def get_file(call: Call) -> dict[str, Any]:
    file = call.world.files.get(call.get("file_id"))
    if file is None:
        raise bad_request("invalid file_id")
    if len(file.upload.content) > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    return file_json(file)


METHODS = {"getFile": get_file}
