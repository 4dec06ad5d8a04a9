"""Processes that are measured from outside."""

import os

_THREADS = {"OMP_NUM_THREADS": "1", "OMP_WAIT_POLICY": "passive"}


def quiet_environment(**more: str) -> dict[str, str]:
    """The environment of a child: no model, the local embeddings, nothing sent to anybody."""
    fixed = {
        "WHOSAID_MODEL": "none",
        "WHOSAID_EMBEDDINGS": "local",
        "LANGSMITH_TRACING": "false",
        "ANONYMIZED_TELEMETRY": "False",
    }
    return {**os.environ, **_THREADS, **fixed, **more}
