"""Words of bylines that name nobody: roles, agencies, degrees, and what buttons say."""

from __future__ import annotations

# Any of these makes a name that of a role, a body or a section.
ROLE_WORDS = frozenset(
    (
        "reporter correspondent editor editorial staff writer columnist contributor "
        "journalist chief senior junior freelance freelancer producer photographer analyst "
        "newsroom newsdesk desk team bureau intern fellow associate assistant deputy managing "
        "executive director founder author authors admin administrator webmaster moderator "
        "guest anonymous unknown user redaktion redakteur redakteurin online-redaktion "
        "onlineredaktion chefredakteur korrespondent korrespondentin ressortleiter "
        "ressortleiterin autor autorin autoren gastautor gastbeitrag volontär volontärin "
        "reporterin journalistin journalistes mitarbeiter leitung agentur agenturen rédaction "
        "redaction rédacteur rédactrice journaliste correspondant envoyé auteur équipe "
        "redacción redactor redactora periodista corresponsal equipo redação redacao "
        "redazione giornalista redactie redacteur verslaggever redaksjonen redaktionen "
        "redaktør redaktör reportér redakce redakcja redakció toimitus редакция редактор "
        "редакція корреспондент agencies agency agence agencia agências agenzia "
        "correspondents reporters editors writers services service wire press media news "
        "content sponsored partner advertorial pressemitteilung presse pressestelle studio "
        "verlag magazine magazin newspaper zeitung blog company inc ltd llc gmbh ag "
        "corporation university universität institut institute foundation stiftung verein "
        "association ministerium department office council society network group daily weekly "
        "times post tribune gazette herald tv radio channel the politik politics wirtschaft "
        "sport sports business culture kultur wissen lokales panorama nachrichten noticias "
        "notizie actualités actualites nouvelles nieuws nyheter nyheder uutiset novosti "
        "новости haberler hírek zprávy wiadomości tests getty gettyimages imago shutterstock "
        "ev monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch "
        "donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi "
        "dimanche lunes martes miércoles jueves viernes sábado lunedì martedì mercoledì "
        "giovedì fotos photos images video credit copyright twitter facebook comments comment "
        "kommentare kommentar minutes minuten lesezeit subscribe newsletter login abo profile "
        "articles posts url email anzeige gesponserte inhalte drucken merken kommentieren "
        "artikel article partager más compartir condividi biographie biography beiträge"
    ).split()
)
# These do so only among themselves: there are people called Read and More.
PLAIN_WORDS = frozenset(
    (
        "your our foto photo bild image share follow read more min plus exclusive latest view "
        "archive link copy copied sign out log print save teilen lesen mehr lire leer leggi "
        "delen lees mer läs les home about contact menu alle tous todos"
    ).split()
)
AGENCIES = frozenset(
    (
        "ap associated press reuters afp dpa apa sda epd kna sid efe ansa tass xinhua pti ani "
        "ians upi bloomberg ritzau ntb tt stt interfax kyodo yonhap belga anp agenturen ats "
        "keystone lusa mti ctk čtk pap tanjug hina agerpres adnkronos europapress aap pa cp onl "
        "mit material dts"
    ).split()
)
DEGREES = frozenset("phd md msc ma ba rd rn mba cpa jd mph mfa bsc dr prof dipl ing jr sr".split())
