"""The sentences of which a drafted agreement is made; in braces what varies."""

HEADINGS = (
    "General provisions",
    "Security and forces",
    "Borders and territory",
    "Economy and reconstruction",
    "Justice and persons",
    "Institutions and elections",
    "Environment and water",
    "Final provisions",
)

PLACES = ("Orvane", "Lake Tessin", "the Marden plateau", "Port Sallow", "Upper Kesta", "the Ivell river", "St Brannoc")

ALIKE = ("point 12", "point 3(b)", "Article 5 of the Convention", "paragraph 2", "§ 4 of the Statute", "No. 17")

POINTS = (
    "Both parties withdraw their forces {n} kilometres from {place} before 30 June {year}.",
    "The Commission pays EUR {large} for the harbour of {place}, of which {share} % is a loan.",
    "No tax above {share} % is raised on goods that pass through {place}. This holds until 1 January {year}.",
    "The garrison of {place} shall not exceed {large} persons, except as {alike} provides.",
    "Elections are held in {place} within {n} days; observers from third states may attend.",
    "The road between {place} and the coast is open to civilians by day and by night, subject to {alike}.",
    "Each party hands over the maps of mined ground near {place}, at a scale of 1:{large}.",
    "Prisoners are released in {n} groups, the wounded first, as {alike} requires.",
    "The schools of {place} teach in the languages of both communities from {year} on.",
    "The long-term lease of the airfield at {place} ends after {n} years; the non-military installations are handed "
    "over free of charge, together with the technical records, the spare parts and the vehicles that belong to them.",
    "[The share of {place} in the revenue, {share} % or more, is to be agreed.]",
)

LISTED = (
    "For {place} the following is agreed:",
    "Within {n} days after signature the parties shall:",
    "The monitors at {place} have these rights:",
    "Subject to {alike}, the fund of USD {large} is used for:",
)

INNER = (
    "the repair of {n} bridges near {place};",
    "the clearance of mines in {place}, at most {share} % of the whole;",
    "access without notice, day and night;",
    "a register of the {large} persons displaced;",
    "the payment of wages up to the year {year}.",
)

DEFINED = (
    "“Border Zone {n}” means the strip of {n} kilometres on either side of the line at {place}.",
    "“Protected Person” means anyone who lived in {place} on 1 January {year}, whatever their nationality.",
    "“Forces” means all armed units, including reserves of more than {large} persons.",
)

QUOTED = (
    "The words “in good faith” in {alike} mean what the Convention of {year} calls “honest intent”.",
    "The parties repeat the declaration of {place}: “No side shall gain by force what it did not gain by talks.”",
    "The flag of {place} bears the words 'Peace and bread', and the rate of 1/{n} is kept.",
)

SPOKEN = (
    "Die Vertragsparteien räumen die Straße nach {place} binnen {n} Tagen; größere Geräte dürfen bleiben.",
    "Les parties s'engagent à protéger l'île et à verser {n} millions d'euros avant le 1er août {year}.",
    "Las partes garantizan el regreso de los niños y de sus familias en un plazo de {n} días.",
    "Сторони гарантують повернення всіх цивільних осіб протягом {n} днів після підписання.",
    "Стороны обеспечивают свободу судоходства на реке до {year} года без объявления условий.",
    "Strony zobowiązują się usunąć {n} posterunków; źródła wody są wspólne.",
)
