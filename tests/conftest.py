from __future__ import annotations

from hypothesis import settings

# A slow machine is no fault of the code: speed is measured in benchmarks/ only.
settings.register_profile("any-machine", settings(), deadline=None)
settings.load_profile("any-machine")
