"""What a compliance officer does to one holder: freeze, release, revoke, force, recover.

`reasons` is the catalogue of why, `actions` turns a verb into calls, `order` is what was decided
and is carried out by `desk`, at once or by two officers' signatures; `command` is for a person.
"""
