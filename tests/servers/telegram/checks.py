"""Are a request's parameters there, and of the types that the specification names?"""

import json
import re
from collections.abc import Mapping
from typing import Any

from tests.servers.telegram.errors import bad_request
from tests.servers.telegram.specification import Shape, Specification, load_specification
from tests.servers.telegram.wire import Upload

_WORDS = {
    "InlineKeyboardButton": "inline keyboard button",
    "KeyboardButton": "keyboard button",
    "LinkPreviewOptions": "link preview options",
    "ReplyParameters": "reply parameters",
}
_MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "callback_query_id": "query is too old and response timeout expired or query ID is invalid",
    "file_id": "file_id not specified",
}
_SIMPLE: dict[str, type | tuple[type, ...]] = {
    "String": str,
    "Integer": int,
    "Float": (int, float),
    "Boolean": bool,
}
_NUMBER = re.compile(r"-?\d{1,19}")
_TRUTHS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


class MisfitError(Exception):
    """A value that is not of a type. The deeper it was found, the likelier the type was meant."""

    def __init__(self, type_name: str, reason: str, depth: int = 0) -> None:
        super().__init__(f"{type_name}: {reason}")
        self.type_name = type_name
        self.reason = reason
        self.depth = depth


def read_parameters(
    method: Shape, raw: Mapping[str, Any], files: Mapping[str, Upload]
) -> dict[str, Any]:
    """Decode the parameters of a call; a parameter that is empty counts as absent, as there.

    Raises:
        RefusedError: One is missing or of another type.
    """
    given = {name: value for name, value in raw.items() if value not in ("", None)} | dict(files)
    found: dict[str, Any] = {}
    for name, types, required in method.fields():
        if name in given:
            found[name] = _decode(name, given[name], types, files)
        elif required:
            raise bad_request(_missing(name, types))
    return found


def unknown_parameters(method: Shape, raw: Mapping[str, Any]) -> list[str]:
    """Names that Telegram would pass over in silence."""
    known = {name for name, _, _ in method.fields()}
    return [name for name in raw if name not in known]


def _missing(name: str, types: list[str]) -> str:
    if "InputFile" in types:
        return f"there is no {name} in the request"
    return _MISSING.get(name, f'parameter "{name}" is required')


def _decode(name: str, value: Any, types: list[str], files: Mapping[str, Upload]) -> Any:
    if isinstance(value, Upload):
        if "InputFile" not in types:
            raise bad_request(f'parameter "{name}" can\'t be a file')
        return value
    if isinstance(value, str) and value.startswith("attach://"):
        return _attached(name, value, files)
    for type_name in types:
        simple = _read_simple(value, type_name)
        if simple is not None:
            return simple
    if any(kind in _SIMPLE for kind in types):
        raise bad_request(_wrong_simple(name, types))
    return _decode_json(name, value, types)


def _attached(name: str, value: str, files: Mapping[str, Upload]) -> Upload:
    try:
        return files[value.removeprefix("attach://")]
    except KeyError:
        raise bad_request(f"there is no {name} in the request") from None


def _wrong_simple(name: str, types: list[str]) -> str:
    return "chat not found" if name == "chat_id" else f"{name} must be of type {' or '.join(types)}"


def _read_simple(value: Any, type_name: str) -> Any:
    """Forms carry text only, so numbers and booleans are read from it; None if it is neither."""
    if type_name == "Boolean":
        return value if isinstance(value, bool) else _TRUTHS.get(str(value).lower())
    if isinstance(value, bool):
        return None
    if type_name == "Integer":
        return int(value) if _NUMBER.fullmatch(str(value)) else None
    if type_name == "Float":
        return float(value) if re.fullmatch(r"-?\d+(\.\d+)?", str(value)) else None
    if type_name in {"String", "InputFile"}:
        return str(value) if isinstance(value, str | int | float) else None
    return None


def _decode_json(name: str, value: Any, types: list[str]) -> Any:
    words = _words(types[0].removeprefix("Array of "))
    if name == "reply_markup":
        words = "reply keyboard markup"
    try:
        decoded = json.loads(value) if isinstance(value, str) else value
    except ValueError:
        raise bad_request(f"can't parse {words} JSON object") from None
    if name == "reply_markup" and not isinstance(decoded, dict):
        raise bad_request("object expected as reply markup")
    try:
        fit(decoded, types, load_specification())
    except MisfitError as misfit:
        raise bad_request(f"can't parse {_words(misfit.type_name)}: {misfit.reason}") from None
    return decoded


def _words(type_name: str) -> str:
    return _WORDS.get(type_name, type_name)


def fit(value: Any, types: list[str], specification: Specification) -> None:
    """Check that *value* is of one of *types*.

    Raises:
        MisfitError: It is of none; the failure of the type that came nearest.
    """
    misfits: list[MisfitError] = []
    for type_name in specification.expand(types):
        try:
            return _fit_one(value, type_name, specification)
        except MisfitError as misfit:
            misfits.append(misfit)
    raise max(misfits, key=lambda misfit: misfit.depth)


def _fit_one(value: Any, type_name: str, specification: Specification) -> None:
    if type_name.startswith("Array of "):
        _fit_array(value, type_name.removeprefix("Array of "), specification)
    elif type_name in _SIMPLE:
        wrong_bool = isinstance(value, bool) and type_name != "Boolean"
        if wrong_bool or not isinstance(value, _SIMPLE[type_name]):
            raise MisfitError(type_name, f"must be of type {type_name}")
    elif type_name == "InputFile":
        if not isinstance(value, str):
            raise MisfitError(type_name, "must be of type String")
    elif not isinstance(value, dict):
        raise MisfitError(type_name, "expected an Object")
    else:
        _fit_object(value, specification.types[type_name], specification)


def _fit_array(value: Any, item_type: str, specification: Specification) -> None:
    if not isinstance(value, list):
        raise MisfitError(item_type, f"expected an Array of {item_type}")
    for item in value:
        try:
            fit(item, [item_type], specification)
        except MisfitError as misfit:
            misfit.depth += 1
            raise


def _fit_object(value: dict[str, Any], shape: Shape, specification: Specification) -> None:
    for name, constant in shape.always.items():
        if value.get(name) != constant:
            raise MisfitError(shape.name, "unsupported type specified")
    for name, types, required in shape.fields():
        if name in value:
            _fit_field(value[name], name, types, shape, specification)
        elif required:
            raise MisfitError(shape.name, f'can\'t find field "{name}"', depth=1)


def _fit_field(
    value: Any, name: str, types: list[str], shape: Shape, specification: Specification
) -> None:
    try:
        fit(value, types, specification)
    except MisfitError as misfit:
        if misfit.type_name in _SIMPLE and misfit.depth == 0:
            raise MisfitError(shape.name, f'field "{name}" {misfit.reason}', depth=2) from None
        misfit.depth += 2
        raise
