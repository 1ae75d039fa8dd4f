"""Starts the services of a compose file with podman, all in the host's network. Published ports are left out."""

import os
import re
import shlex
import subprocess
import sys
import time

import yaml

PODMAN = ["podman", "--runtime", "runc", "--cgroup-manager=cgroupfs"]
LABEL = "smart-spawn-trial"


def substituted(text):
    return re.sub(r"\$\{(\w+):-([^}]*)\}", lambda m: os.environ.get(m[1]) or m[2], str(text))


def seconds(text):
    return int(re.fullmatch(r"(\d+)s", text)[1])


def volumes(service, folder, named):
    for volume in service.get("volumes", []):
        source, rest = substituted(volume).split(":", 1)
        yield "-v"
        if source in named:
            if subprocess.run(PODMAN + ["volume", "exists", f"{LABEL}-{source}"], check=False).returncode != 0:
                subprocess.run(PODMAN + ["volume", "create", "--label", LABEL, f"{LABEL}-{source}"], check=True, stdout=subprocess.DEVNULL)
            yield f"{LABEL}-{source}:{rest}"
        else:
            yield f"{os.path.abspath(os.path.join(folder, source))}:{rest}"


def start(name, service, folder, named, instance=1):
    command = PODMAN + ["run", "-d", "--name", f"{LABEL}-{name}-{instance}", "--label", LABEL, "--network=host"]
    # podman's defaults are above what a container may ask for where the host is one itself.
    command += ["--ulimit", "nofile=20000:20000", "--ulimit", "nproc=20000:20000"]
    if "mem_limit" in service:
        command += ["--memory", service["mem_limit"]]
    for variable, value in service.get("environment", {}).items():
        value = substituted(value)
        if instance > 1 and variable == "SMART_SPAWN_HTTP_PORT":
            value = str(int(value) + instance - 1)
        command += ["-e", f"{variable}={value}"]
    command += list(volumes(service, folder, named))
    command.append(service["image"])
    command += shlex.split(service.get("command", ""))
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def healthy(name, check):
    kind, *words = check["test"]
    words = ["sh", "-c", *words] if kind == "CMD-SHELL" else words
    end = time.time() + seconds(check.get("start_period", "0s")) + check["retries"] * seconds(check["interval"]) * 3
    while time.time() < end:
        if subprocess.run(PODMAN + ["exec", f"{LABEL}-{name}-1", *words], capture_output=True).returncode == 0:
            return
        time.sleep(1)
    sys.exit(f"{name} did not become healthy")


def main(path):
    with open(path) as file:
        compose = yaml.safe_load(file)
    services, named = compose["services"], set(compose["volumes"])
    waiting = dict(services)
    while waiting:
        for name, service in list(waiting.items()):
            needed = service.get("depends_on", {})
            if any(other in waiting for other in needed):
                continue
            for other, condition in needed.items():
                if condition["condition"] == "service_healthy":
                    healthy(other, services[other]["healthcheck"])
            start(name, service, os.path.dirname(os.path.abspath(path)), named)
            del waiting[name]
    healthy("query-api", services["query-api"]["healthcheck"])
    for name in ("spawn-worker", "query-api"):
        start(name, services[name], os.path.dirname(os.path.abspath(path)), named, instance=2)


main(sys.argv[1])
