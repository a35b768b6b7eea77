"""What the numbers were measured on."""

import os
import platform
from pathlib import Path


def machine() -> dict[str, str]:
    """Processor, cores, memory, system, and how busy it was."""
    processor = _field("/proc/cpuinfo", "model name") or platform.processor() or "unknown"
    kilobytes = int((_field("/proc/meminfo", "MemTotal") or "0").split()[0])
    return {
        "processor": processor,
        "cores": str(os.cpu_count()),
        "memory": f"{kilobytes / 2**20:.0f} GiB",
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "Python": platform.python_version(),
        "load before": load(),
    }


def load() -> str:
    """How many processes wanted to run over the last 1, 5 and 15 minutes."""
    return " ".join(f"{average:.1f}" for average in os.getloadavg())


def _field(file: str, name: str) -> str | None:
    path = Path(file)
    if not path.exists():
        return None
    for line in path.read_text().splitlines():
        key, _, value = line.partition(":")
        if key.strip() == name:
            return value.strip()
    return None
