"""What set-up installs is pinned, once, and the same in both places that name it."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, packages_distributions, requires, version
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
REQUIREMENT = re.compile(r"(?P<name>[\w.-]+)(?:\[(?P<extra>[\w,-]+)\])?(?P<rest>.*)")


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def read_constraints() -> dict[str, str]:
    lines = (ROOT / "packaging/constraints.txt").read_text("utf-8").splitlines()
    pins = [line.split("==") for line in lines if line and not line.startswith("#")]
    return {plain(name): release for name, release in pins}


def read_requirements() -> list[str]:
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return [*project["dependencies"], *project["optional-dependencies"]["dev"]]


def read_dependencies() -> set[str]:
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    found = (REQUIREMENT.match(requirement) for requirement in project["dependencies"])
    return {plain(match["name"]) for match in found if match}


def read_imports() -> Iterator[str]:
    """Give the top-level name of every import in the packages of the wheel."""
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Import):
                    yield from (alias.name.partition(".")[0] for alias in node.names)
                elif isinstance(node, ast.ImportFrom) and node.module:
                    yield node.module.partition(".")[0]


def find_needed(requirement: str, found: set[str]) -> None:
    """Add what a requirement brings in on this machine, itself included, to those found."""
    match = REQUIREMENT.match(requirement)
    assert match, requirement
    name, extra, rest = plain(match["name"]), match["extra"], match["rest"]
    if name in found or ("extra ==" in rest):
        return
    try:
        needs = requires(name) or []
    except PackageNotFoundError:  # for another system or another Python
        return
    found.add(name)
    for need in needs:
        wanted = extra is not None and re.search(rf"extra == ['\"]{extra}['\"]", need)
        find_needed(need.split(";")[0] if wanted else need, found)


PACKAGES = ("db", "desktop", "resources", "seeds")
# Not imported by the program: the lexicon of tone was derived from it, and tests compare with it.
REFERENCE = {"textblob", "nltk"}
CONSTRAINTS = read_constraints()


@pytest.mark.parametrize("requirement", read_requirements())
def test_a_dependency_is_pinned_to_the_release_that_the_project_names(requirement: str) -> None:
    match = REQUIREMENT.match(requirement)
    assert match
    name, rest = plain(match["name"]), match["rest"]

    assert name in CONSTRAINTS
    if rest.startswith("=="):
        assert CONSTRAINTS[name] == rest.removeprefix("==")


def test_every_package_that_comes_along_is_pinned_and_is_installed_at_that_release() -> None:
    found = set[str]()
    for requirement in read_requirements():
        find_needed(requirement, found)

    installed = {name: version(name) for name in found}

    assert installed == {name: CONSTRAINTS.get(name) for name in found}


def test_the_program_imports_what_it_names_as_dependencies_and_nothing_else() -> None:
    owners = packages_distributions()
    foreign = set(read_imports()) - set(sys.stdlib_module_names) - set(PACKAGES)

    imported = {plain(owners[name][0]) for name in foreign}

    assert imported == read_dependencies() - REFERENCE
