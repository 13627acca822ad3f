"""The generic issue pack for contracts."""

from __future__ import annotations

from plandiff.hookspecs import hookimpl
from plandiff.model import IssuePack, Plan
from plandiff_issues._shipped import shipped
from plandiff_issues._subject import about

_SUBJECT = (
    "supplier",
    "customer",
    "contractor",
    "purchaser",
    "seller",
    "vendor",
    "licensor",
    "licensee",
    "landlord",
    "tenant",
    "lessor",
    "lessee",
    "employer",
    "franchise",
    "постачальник",
    "замовник",
    "покупець",
    "орендар",
    "поставщик",
    "заказчик",
    "покупатель",
    "арендатор",
    "fournisseur",
    "prestataire",
    "acheteur",
    "locataire",
    "auftragnehmer",
    "auftraggeber",
    "lieferant",
    "verkäufer",
    "mieter",
    "proveedor",
    "comprador",
    "arrendatari",
)


@hookimpl(trylast=True)
def plandiff_issues(left: Plan | None, right: Plan | None) -> IssuePack | None:
    """The pack, read from the data file beside this module."""
    return shipped("contracts") if about(_SUBJECT, left, right) else None
