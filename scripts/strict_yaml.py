"""YAML as the project types it in: no word is taken for a truth value, and no key stands twice."""

import re
from collections.abc import Hashable
from typing import Any

import yaml

_BOOLEAN = "tag:yaml.org,2002:bool"


class StrictLoader(yaml.SafeLoader):
    """YAML 1.2 booleans only ("no" and "on" are words here), and no key twice in one mapping."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002 -- the base class's signature
        """A mapping; a repeated key is an error that names its line."""
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        twice = {key for key in keys if keys.count(key) > 1}
        if twice:
            raise yaml.constructor.ConstructorError(
                None, None, f"key given twice: {sorted(map(str, twice))}", node.start_mark
            )
        return super().construct_mapping(node, deep)


class UndatedLoader(StrictLoader):
    """The same, with days left as the text they are typed in."""


def _without(loader: type[yaml.SafeLoader], *tags: str) -> dict[str, list[Any]]:
    """The loader's guesses at what a plain word is, save those of these tags."""
    return {
        first: [(tag, pattern) for tag, pattern in resolvers if tag not in tags]
        for first, resolvers in loader.yaml_implicit_resolvers.items()
    }


StrictLoader.yaml_implicit_resolvers = _without(yaml.SafeLoader, _BOOLEAN)
StrictLoader.add_implicit_resolver(_BOOLEAN, re.compile("^(?:true|false)$"), list("tf"))
UndatedLoader.yaml_implicit_resolvers = _without(StrictLoader, "tag:yaml.org,2002:timestamp")
