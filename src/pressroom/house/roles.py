"""The roles of a house: a default, and for each role what is different, for one script or for both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import TypeVar

from pressroom.house.forms import ByScript, by_script, measure
from pressroom.house.tokens import Align, FaceRole, Ink, Length, Role, RoleStyle
from pressroom.language.record import Script
from pressroom.typed_yaml import Fields, boolean, choice, record

T = TypeVar("T")

Roles = tuple[tuple[Role, Script, RoleStyle], ...]


@dataclass(frozen=True, slots=True)
class _Form:
    """What a role's entry says; None for what it leaves to the default."""

    face: ByScript[FaceRole] | None
    size: ByScript[Length] | None
    leading: ByScript[Length] | None
    bold: ByScript[bool] | None
    italic: ByScript[bool] | None
    ink: ByScript[Ink] | None
    align: ByScript[Align] | None
    before: ByScript[Length] | None
    after: ByScript[Length] | None
    indent: ByScript[Length] | None
    first_line: ByScript[Length] | None
    tracking: ByScript[Length] | None
    keep_with_next: ByScript[bool] | None


def read_roles(entries: Fields) -> Roles:
    """Read the default and every role; each must be there, if only as ``{}``."""
    default = entries.required("default", record(_form))
    _require_all(entries, default)
    forms = {role: entries.required(role.value, record(_form)) for role in Role}
    return tuple(_completed(forms, default))


def _form(entry: Fields) -> _Form:
    return _Form(
        face=entry.optional("face", by_script(choice(FaceRole))),
        size=entry.optional("size", by_script(measure(1))),
        leading=entry.optional("leading", by_script(measure(1))),
        bold=entry.optional("bold", by_script(boolean())),
        italic=entry.optional("italic", by_script(boolean())),
        ink=entry.optional("ink", by_script(choice(Ink))),
        align=entry.optional("align", by_script(choice(Align))),
        before=entry.optional("before", by_script(measure())),
        after=entry.optional("after", by_script(measure())),
        indent=entry.optional("indent", by_script(measure())),
        first_line=entry.optional("first-line", by_script(measure(-72))),
        tracking=entry.optional("tracking", by_script(measure(-2))),
        keep_with_next=entry.optional("keep-with-next", by_script(boolean())),
    )


def _require_all(entries: Fields, default: _Form) -> None:
    """Report what the default does not say: nothing could be said for a role that is silent as well."""
    for name in (field.name for field in fields(_Form)):
        value: ByScript[object] | None = getattr(default, name)
        if value is None or value.latin is None or value.han is None:
            key = name.replace("_", "-")
            message = f"the default role says nothing of `{key}` for both scripts"
            entries.context.error(11, message, entries.span("default"), f"add `{key}:` to it")


def _completed(
    forms: dict[Role, _Form], default: _Form
) -> Iterator[tuple[Role, Script, RoleStyle]]:
    for script in Script:
        for role, form in forms.items():
            yield role, script, _complete(form, default, script)


def _complete(form: _Form, default: _Form, script: Script) -> RoleStyle:
    def pick(own: ByScript[T] | None, general: ByScript[T] | None, stand_in: T) -> T:
        for said in (own, general):
            value = said.get(script) if said else None
            if value is not None:
                return value
        return stand_in  # only after a fault that has been reported

    nothing = Length(0)
    slanted = pick(form.italic, default.italic, stand_in=False)
    return RoleStyle(
        face=pick(form.face, default.face, FaceRole.TEXT),
        size=pick(form.size, default.size, nothing),
        leading=pick(form.leading, default.leading, nothing),
        bold=pick(form.bold, default.bold, stand_in=False),
        italic=slanted and script is Script.LATIN,  # G07: Han is never slanted
        ink=pick(form.ink, default.ink, Ink.TEXT),
        align=pick(form.align, default.align, Align.START),
        before=pick(form.before, default.before, nothing),
        after=pick(form.after, default.after, nothing),
        indent=pick(form.indent, default.indent, nothing),
        first_line=pick(form.first_line, default.first_line, nothing),
        tracking=pick(form.tracking, default.tracking, nothing),
        keep_with_next=pick(form.keep_with_next, default.keep_with_next, stand_in=False),
    )
