"""Lines that stand inside an article without being its text, by their words in many languages."""

from __future__ import annotations

import re

from desktop.ingest.page_blocks import Block


def _lines(before: str, words: str, after: str) -> re.Pattern[str]:
    """Return the pattern of lines with one of some words, which are written on several lines."""
    several = "|".join(line.strip() for line in words.strip().splitlines())
    return re.compile(f"{before}{several}{after}", re.IGNORECASE)


# They announce other texts.
_RELATED = _lines(
    r"\W*(?:",
    r"""
    read (?:more|also|next|the full|on)|see also|also (?:read|on|see)|related\b
    more (?:on|from|about|stories|news|coverage|information)|don.t miss|recommended
    you (?:may|might) (?:also|like)|up next|watch(?: (?:also|more|now|the video|below))?\s*[:|]
    listen(?: to)?\s*[:|]|further reading|in pictures|what to read next|most (?:read|popular)
    trending|top stories|editor.s picks?|weiterlesen|zum weiterlesen
    lesen sie (?:auch|mehr|hier|dazu)|lies auch
    mehr (?:zum|zu|dazu|über|infos?|informationen|lesen)|siehe auch|auch interessant
    das könnte (?:sie|dich)|passend zum
    weitere (?:artikel|themen|informationen|aktuelle|nachrichten|meldungen|infos)|weiterführende
    zum thema|ähnliche|verwandte|(?:à )?lire (?:aussi|également|la suite|plus)
    à (?:lire|voir|écouter)|voir aussi|sur le même (?:sujet|thème)|en savoir plus|lea también
    leer más|lee también|te puede interesar|le puede interesar|ver (?:más|también)
    más (?:información|noticias)|noticias? relacionadas?|relacionad[oa]s?\b
    leggi (?:anche|tutto|di più)|potrebbe interessarti|ti potrebbe|vedi anche|per approfondire
    leia (?:também|mais)|veja (?:também|mais)|saiba mais|mais (?:notícias|sobre)
    lees (?:ook|meer|verder)|meer (?:over|lezen|nieuws)|bekijk ook|les (?:også|mer|hele)
    läs (?:mer|också|även)|mer om|läs hela|læs (?:også|mere)|se også|se även|lue (?:myös|lisää)
    katso myös|czytaj (?:także|też|również|więcej|dalej)|zobacz (?:także|też|również|więcej)
    przeczytaj|więcej (?:o|na)|čtěte (?:také|více)|číst (?:také|více|dál)|přečtěte si|čítajte
    viac o|více (?:o|na|k)|olvass[ao]? (?:el|tovább|még)|kapcsolódó|további|citește și
    citeşte şi|vezi și|читайте (?:также|ещё|еще|також)|смотрите также|по теме|подробнее
    детальніше|читать далее|ещё по теме|ilgili haber|devamını oku|bunlar da
    baca (?:juga|selengkapnya)|lihat juga|simak|διαβάστε (?:επίσης|ακόμη|περισσότερα)
    δείτε (?:επίσης|ακόμη)|прочетете|още по темата|اقرأ أيض|قد يهمك|בנושא|קראו עוד|相关(?:阅读|新闻)
    延伸閱讀|関連記事|あわせて読みたい|더 읽기|관련기사
    """,
    r")",
)
_APPEAL = _lines(
    r"\W*(?:please )?(?:",
    r"""
    subscribe|sign[ -](?:up|in)|log in|create an account|already (?:a|have)
    if you.re (?:already|seeing)|first-time|register / sign|register (?:now|for|here)
    support (?:our|us|independent)|donate|become a (?:member|subscriber|supporter|patron)
    follow (?:us|me|our|\w+ (?:\w+ )?on)|like us|join (?:us|our|the)|download (?:the|our)
    get (?:the|our|all) (?:latest|best|daily|newsletter|app|free)|click here (?:to|for)|tap here
    enjoyed? (?:this|the)|like (?:this|what)|have (?:a|you got a) (?:tip|story)
    got a (?:tip|story)|send (?:us|your)|stay (?:up|informed|connected|tuned|updated)|never miss
    we may (?:earn|receive)|some (?:of the )?links|as an amazon|affiliate
    this (?:article|post|page) contains affiliate|want (?:more|to (?:read|get|stay))
    for (?:more|the latest) (?:\w+ )?(?:news|stories|updates)|to (?:read|view) the full
    (?:view|see|post|leave) (?:a |all )?comments?|our newsletter|newsletter|abonnieren
    jetzt (?:abonnieren|anmelden|lesen|testen)|folgen? sie|folgt uns|folge? uns|melden sie sich
    hier (?:abonnieren|anmelden)|unser(?:en)? (?:newsletter|kanal)|unterstützen sie
    diese(?:n|r)? (?:artikel|text|beitrag|inhalt)|bitte (?:registrieren|melden|aktivieren)
    abonnez|inscrivez|suivez|recevez|soutenez|s.abonner|retrouvez|cet article (?:est|a)
    suscr[ií]b|reg[ií]strate|s[ií]gue(?:nos|\s)|apúntate|recibe|únete|descarga|iscriviti|seguici
    abbonati|sostieni|segui |assine|inscreva|siga|receba|participe|clique|abonneer
    volg (?:ons|ook)|meld je|schrijf je|prenumerera|följ |følg |tilmeld|abonner|meld deg|tilaa
    seuraa|zapisz się|obserwuj|subskrybuj|dołącz|wesprzyj|sledujte|přihlaste|odebírejte|iratkozz
    kövess|kövesse|abonează|urmărește|подпи[сш]|следите|присоединяй|підпис|стежте|takip|abone ol
    ikuti|dapatkan|εγγραφ|ακολουθ|تابع|اشترك
    """,
    r")",
)
_FURNITURE = _lines(
    r"\W*(?:",
    r"""
    share(?: (?:this|on|with|via|article|story|now|post))*(?: \w+)?|tweet|pin(?: it)?|e-?mail
    print|copy(?: link)?|save|whatsapp|facebook|twitter|telegram|linkedin|reddit|comments?
    \d+ comments?|kommentare?|commentaires?|comentarios?|reply|like|loading\W*|advertisement
    advertising|ad|ads|sponsored|promoted|article continues (?:below|after)[\w ]*
    story continues[\w ]*|continue reading|close|open|contact|kontakt|contacto|contatti
    play(?: video)?|pause|next|previous|prev|back|top|back to top|menu|search|skip[\w ]*
    view (?:gallery|all|more|image)|show (?:more|less)|hide|more|image|video|audio|photo|gallery
    photos?|anzeige|werbung|teilen|drucken|merken|schließen|zurück|weiter|mehr|publicité
    publicidad|pubblicità|publicidade|advertentie|annons|annonse|annonce|reklama|reklám|reklam
    mainos|hirdetés|iklan|реклама|διαφήμιση|partager|imprimer|compartir|imprimir|guardar
    condividi|stampa|compartilhar?|delen|dela|del|jaa|udostępnij|drukuj|sdílet|megosztás
    поделиться|поширити|paylaş|bagikan|広告|广告|廣告|공유|إعلان
    """,
    r")\W*",
)
_CREDIT = _lines(
    r"\W*(?:[©]|\(c\)\s|(?:",
    r"""
    foto|fotos|photo|photos|photograph|bild|bilder|image|images|picture|pictures|video
    illustration|grafik|graphic|credit|credits|crédit|crédits|copyright|fotografía|imagen
    immagine|imagem|fotografie|fotó|zdjęcie|fot|kuva|foto/|фото|φωτογραφία|fotoğraf|symbolbild
    archivbild|quelle|source|fuente|fonte|bron|källa|kilde
    """,
    r")(?: (?:credit|courtesy|by|von|par|de|source))?(?:\s*[:©/|]| credit| courtesy|\.:))",
)
_AGENCY = _lines(
    r"(?:",
    r"""
    ©|\((?:AP|AFP|Reuters|dpa|EPA|Getty)[^)]*\)|getty images|shutterstock|istockphoto|unsplash
    picture[- ]alliance|imago|adobe stock|AP photo|/\s?(?:AFP|AP|Reuters|dpa|EPA|Getty)\b
    """,
    r")",
)
_BYLINE = _lines(
    r"\W*(?:",
    r"""
    by|von|par|por|di|da|door|av|af|od|przez|text|texte|testo|texto|tekst|author|authors|autor
    autorin|autoren|auteur|autore|autori|автор|written by|reported by|words by|story by
    posted by|published by|veröffentlicht von|geschrieben von|ein beitrag von|redazione
    reporting by|editing by|additional reporting|compiled by|translated by
    """,
    r")\b\s*:?\s",
)
_REPORTING = _lines(
    r"\W*(?:",
    r"""
    (?:additional )?reporting (?:and writing )?by|writing by|editing by|compiled by
    with reporting from|with (?:additional )?(?:inputs?|reporting) from
    """,
    r")\b",
)
_DATED = _lines(
    r"\W*(?:",
    r"""
    (?:last |first )?(?:updated|published|posted|modified|created)|stand|aktualisiert
    veröffentlicht|erstellt|publié|mis à jour|modifié|publicado|actualizado|atualizado
    pubblicato|aggiornato|gepubliceerd|bijgewerkt|publicerad|uppdaterad|publisert|oppdatert
    publiceret|opdateret|julkaistu|päivitetty|opublikowano|aktualizacja|publikováno
    aktualizováno|опубликовано|обновлено|опубліковано|güncelleme|δημοσιεύτηκε
    \d+ (?:min|minute|minutes|minuten|minuti|minutos|hours?|days?|stunden|heures?|horas?)\b
    """,
    r")",
)
_DATE = _lines(
    r"(?:",
    r"""
    \b\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:\d{4}|\d{2})\b|\b\d{4}[./-]\d{1,2}[./-]\d{1,2}\b
    \b[0-2]?\d[:h][0-5]\d\b|\d{4}年|\b\d{1,2}\.?(?: de)? \w{3,12}\.?,?(?: de)? (?:19|20)\d\d\b
    \b\w{3,12}\.? \d{1,2},? (?:19|20)\d\d\b
    """,
    r")",
)
_CREDITS = _lines(
    r"(?:",
    r"""
    \bcontributed (?:to this|reporting|to the)
    ^\W*with (?:additional )?(?:reports?|reporting|inputs?|files?) (?:from|by)\b
    """,
    r")",
)
_OUTSIDE_CONTENT = _lines(
    r"(?:",
    r"""
    extern(?:al content|er inhalt|en inhalt|e inhalte|e content)|contenu externe
    contenido externo|contenuto esterno|personenbezogene daten an dritt
    recommended editorial content|empfohlener redaktioneller inhalt
    einverstanden, dass (?:mir |ich )?(?:externe|diese)|laden (?:der|von|externer) inhalte
    """,
    r")",
)
_FULL_STOP = (".", "!", "?", "…", "。", "”", '"', "»", "“", "’", "।", "؟", ")", ":")


def line_reason(block: Block) -> str:
    """Return what a paragraph is by its words alone, nothing where it may be text."""
    text = block.text
    letters = block.letters
    if letters > 500:
        return ""
    if _OUTSIDE_CONTENT.search(text):
        return "consent notice"
    if letters > 300:
        return ""
    if letters <= 40 and _FURNITURE.fullmatch(text):
        return "page control"
    if letters <= 160 and _RELATED.match(text) and _announces(block):
        return "link list"
    if letters <= 250 and _APPEAL.match(text) and (block.links or letters <= 120):
        return "newsletter appeal"
    if letters <= 200 and (_CREDIT.match(text) or (_AGENCY.search(text) and not block.weight)):
        return "caption"
    if _REPORTING.match(text) or _CREDITS.search(text):
        return "byline"
    if text.startswith("<") and text.endswith(">"):
        return "markup"
    return "byline" if letters <= 120 and _is_byline(block) else ""


def _announces(block: Block) -> bool:
    if block.link_share > 0.3 or block.text.endswith(":"):
        return True
    return block.letters <= 40 and not block.text.endswith(".")


def _is_byline(block: Block) -> bool:
    text = block.text
    words = len(text.split())
    if _BYLINE.match(text) and not text.endswith(_FULL_STOP):
        return words <= 12
    if block.is_heading:
        return False
    dated = _DATE.search(text)
    if dated and dated.start() <= 1 and not text.endswith(_FULL_STOP):
        return True
    return bool(_DATED.match(text)) or (bool(dated) and len(text) <= 60 and words <= 8)
