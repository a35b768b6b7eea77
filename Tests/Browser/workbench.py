"""A served copy of a folder."""

import os
import shutil
import subprocess
import tempfile

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
BINARY = os.environ.get("NASTAVNIK", os.path.join(ROOT, ".build", "debug", "nastavnik"))


class Workbench:
    """A served copy of a dataset or of a folder, or an empty folder; or with `chooses` none, and a
    home of its own in which one is chosen."""

    def __init__(self, dataset=None, *options, chooses=False):
        self.folder = tempfile.mkdtemp(prefix="nastavnik-workbench-")
        if dataset:
            shutil.copytree(
                os.path.join(ROOT, "datasets", dataset), self.folder, dirs_exist_ok=True
            )
        self.process = subprocess.Popen(
            [BINARY, "serve", *([] if chooses else [self.folder]), "--no-open", "--port", "0",
             *options],
            env={**os.environ, "HOME": self.folder, "XDG_STATE_HOME": self.folder + "/.state"},
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        self.key = self.process.stdout.readline().strip()
        self.address = self.key.split("/open")[0]

    def close(self):
        """Ends the server; what it wrote to its log is given back."""
        self.process.terminate()
        log = self.process.communicate(timeout=20)[1]
        shutil.rmtree(self.folder, ignore_errors=True)
        return log
