"""Find nginx, its brotli module and wrk to test with, or install Debian's when root."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

PACKAGES = ("nginx", "libnginx-mod-http-brotli-static", "wrk", "openssl")
MODULES = Path("/usr/lib/nginx/modules")
BROTLI = "ngx_http_brotli_static_module.so"
WAYS_OUT = (
    "Không có nginx, mô-đun brotli hoặc wrk: cài các gói {packages}."
    " / nginx, its brotli module or wrk is missing: install the packages {packages}."
)


def is_found() -> bool:
    programs = all(shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin") for name in ("nginx", "wrk", "openssl"))
    return programs and (MODULES / BROTLI).exists()


def install_by_apt() -> None:
    """Never starts Debian's own server: the tests have theirs."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    for command in (("update", "-qq"), ("install", "-qq", "--no-install-recommends", *PACKAGES)):
        subprocess.run(["apt-get", *command], check=False, stdin=subprocess.DEVNULL, stdout=sys.stderr, env=environment)


def main() -> int:
    if not is_found():
        install_by_apt()
    if is_found():
        return 0
    print(WAYS_OUT.format(packages=" ".join(PACKAGES)), file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
