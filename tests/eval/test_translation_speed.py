"""What stands around the model may cost a fifth of what the model costs, not more."""

from __future__ import annotations

from tests.bench.bench_translation import measure_speed


def test_the_whole_service_costs_little_more_than_the_bare_model() -> None:
    """Processor time, because it does not depend on what else the machine does; the bench prints wall time too."""
    assert measure_speed(3)["service_to_bare_processor"] <= 1.3
