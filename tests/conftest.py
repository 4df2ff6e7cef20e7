"""What holds for all tests: drawn examples may take as long as a busy machine needs; time is a benchmark's matter."""

from hypothesis import HealthCheck, settings

settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")
