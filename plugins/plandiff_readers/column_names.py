"""What the columns of a table of points are called."""

from __future__ import annotations

from typing import Literal

Role = Literal["label", "title", "text", "id", "level", "parent"]

_NAMES: dict[Role, str] = {
    "label": """
        label, number, num, no, nr, nos, #, №, n°, nº, point, item, article, art, section, sec, clause, paragraph,
        para, provision no, пункт, номер, п, стаття, статья, ст, numéro, numero, número, nummer, ziffer, artikel,
        artículo, articolo, artigo, artykuł, punkt, punto, ponto, رقم, المادة, البند, מספר, סעיף, 編號, 编号, 序号,
        条, 番号
    """,
    "title": """
        title, heading, topic, subject, matter, issue, тема, назва, заголовок, предмет, питання, название, вопрос,
        titre, intitulé, sujet, objet, question, título, titulo, tema, asunto, titel, thema, betreff, gegenstand,
        überschrift, titolo, oggetto, tytuł, temat, الموضوع, العنوان, נושא, כותרת, 标题, 主题, 議題, 題名
    """,
    "text": """
        text, texts, content, contents, wording, provision, provision text, body, текст, зміст, содержание,
        формулювання, формулировка, положення, положение, texte, contenu, libellé, texto, contenido, redacción,
        inhalt, wortlaut, testo, contenuto, conteúdo, tekst, treść, النص, نص, טקסט, נוסח, 文本, 内容, 正文,
        テキスト, 本文
    """,
    "id": "id, identifier, point id, ідентифікатор, идентификатор, identifiant, identificador, kennung",
    "level": "level, depth, рівень, уровень, niveau, nivel, nível, livello, ebene, stufe, poziom",
    "parent": """
        parent, parent id, part of, within, батьківський пункт, входить до, родитель, входит в,
        parent point, point parent, padre, übergeordnet, gehört zu, nadrzędny
    """,
}
_ROLES: dict[str, Role] = {
    name.strip(): role for role, names in _NAMES.items() for name in " ".join(names.split()).split(",")
}


def column_role(name: str) -> Role | None:
    """What a column of that name holds; None where the name is not known. Case and a dot at the end do not count."""
    return _ROLES.get(" ".join(name.casefold().replace("_", " ").split()).rstrip(".:"))
