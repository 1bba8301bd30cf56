"""Serve the flows, so that a scheduler can start them on a machine in the closed room.

``python -m flows.deploy`` waits for runs; parameters are paths and nothing else.
"""

from __future__ import annotations

from prefect import serve
from prefect.deployments.runner import RunnerDeployment

from flows.internationals import internationals
from flows.tune import tune

if __name__ == "__main__":
    serve(
        RunnerDeployment.from_flow(internationals, name="internationals"),
        RunnerDeployment.from_flow(tune, name="internationals-tune"),
    )
