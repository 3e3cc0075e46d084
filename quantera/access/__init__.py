"""Who may call what: the access specification, its matrix, and the wiring it asks for.

    from quantera.access import Specification, assignments, Role

    specification = Specification.load()
    for assignment in assignments(specification, "ComplianceAwareToken"):
        manager.setTargetFunctionRole(token, assignment.selectors, assignment.role, sender=admin)

`contracts/access/access.yaml` says for each state-changing function who may call it; tests compare
it with the compiled ABIs and call every function as everybody who may not.
`python -m quantera.access.matrix` writes it out for auditors.
"""

from quantera.access.roles import ActionClass, LocalRole, Profile, Role, class_of
from quantera.access.specification import ContractAccess, Rule, Specification
from quantera.access.surface import differences, state_changing
from quantera.access.wiring import Assignment, assignments

__all__ = [
    "ActionClass",
    "Assignment",
    "ContractAccess",
    "LocalRole",
    "Profile",
    "Role",
    "Rule",
    "Specification",
    "assignments",
    "class_of",
    "differences",
    "state_changing",
]
