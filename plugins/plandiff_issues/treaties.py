"""The generic issue pack for treaties and other agreements between states and peoples."""

from __future__ import annotations

from plandiff.hookspecs import hookimpl
from plandiff.model import IssuePack, Plan
from plandiff_issues._shipped import shipped
from plandiff_issues._subject import about

_SUBJECT = (
    "treaty",
    "treaties",
    "contracting part",
    "states part",
    "state part",
    "member state",
    "ratif",
    "sovereign",
    "territor",
    "border",
    "ceasefire",
    "armed forces",
    "armed conflict",
    "signator",
    "republic",
    "government of",
    "договірн",
    "держав",
    "суверен",
    "територ",
    "договарива",
    "государств",
    "территор",
    "vertragsstaat",
    "vertragspartei",
    "hoheitsgebiet",
    "parties contractantes",
    "états parties",
    "souverain",
    "territoire",
    "partes contratantes",
    "estados parte",
    "soberan",
    "cessez-le-feu",
    "frontière",
    "forces armées",
    "groupes armés",
    "plan de paix",
    "accord de paix",
    "alto el fuego",
    "frontera",
    "fuerzas armadas",
    "plan de paz",
    "acuerdo de paz",
    "waffenstillstand",
    "waffenruhe",
    "streitkräfte",
    "friedensplan",
    "friedensvertrag",
    "перемир",
    "прекращение огня",
    "вооруженн",
    "вооружённ",
    "мирный план",
    "припинення вогню",
    "збройн",
    "мирний план",
)


@hookimpl(trylast=True)
def plandiff_issues(left: Plan | None, right: Plan | None) -> IssuePack | None:
    """The pack, read from the data file beside this module."""
    return shipped("treaties") if about(_SUBJECT, left, right) else None
