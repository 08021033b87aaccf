"""What the names of a page's parts and the first words of its lines say about their use."""

from __future__ import annotations

import re
from functools import lru_cache


class Zone:
    """What a part of a page is for, as its markup names it: bits, of which several may be set."""

    NONE = 0
    MENU = 1 << 0
    HEADER = 1 << 1
    FOOTER = 1 << 2
    ASIDE = 1 << 3
    FORM = 1 << 4
    FIGURE = 1 << 5
    CAPTION = 1 << 6
    TABLE = 1 << 7
    QUOTE = 1 << 8
    COMMENTS = 1 << 9
    RELATED = 1 << 10
    SHARE = 1 << 11
    APPEAL = 1 << 12
    BYLINE = 1 << 13
    LABELS = 1 << 14
    ADVERT = 1 << 15
    CONSENT = 1 << 16
    BOX = 1 << 17
    UNSHOWN = 1 << 18
    EMBED = 1 << 19
    ARTICLE = 1 << 20
    BODY = 1 << 21
    SUMMARY = 1 << 22


_MOST_NAMES = 300
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
# Style sheets made of small classes write "hidden md:block" for what larger windows show.
_HIDDEN = re.compile(
    r"(?:^|\s)hidden(?=\s|$)(?!.{0,300}:(?:block|flex|grid|inline|table))", re.DOTALL
)
# Publishing systems put an article's own subjects among the names of its frame.
_SUBJECT = re.compile(r"(?:^|(?<=\s))(?:category|tag|author|format|status|topic)-\S+")
_OTHER = re.compile(r"[^a-z0-9]+")
# Names are compared as words between hyphens: "c-article__related" is "-c-article-related-".
# For each use: parts of names, and words that must stand between hyphens.
_NAMES: tuple[tuple[int, str, str], ...] = (
    (
        Zone.COMMENTS,
        r"comment(s|ary-list|list|area|form|section)?- comments",
        (
            r"disqus livefyre viafoura coral spotim kommentare? comentarios? commentaires? "
            r"kommentarer reacties respond discussion replies"
        ),
    ),
    (
        Zone.RELATED,
        (
            r"related recommend -recirc more-(from|on|stories|news|posts|articles)- "
            r"also-(read|like|see) -(see|read|lire)-(also|aussi|next) "
            r"-most-(read|popular|viewed) teasers -teaser-(?!text)"
        ),
        (
            r"popular trending outbrain taboola teaser teasers promo promos upnext next-up "
            r"carousel slideshow latest-(news|posts|stories|articles) recent-posts similar "
            r"suggested mehr-zum verwandte? zum-thema relacionad[oa]s? liste-articles onward "
            r"linkbox post-navigation nav-links prev-next further-reading siehe-auch "
            r"weiterlesen leggi-anche jp-relatedposts crp yarpp hub-peek river article-list "
            r"post-list"
        ),
    ),
    (
        Zone.SHARE,
        r"sharing -social[a-z]*-",
        (
            r"share sharing shares sharer sharebar social socials socialmedia addthis addtoany "
            r"sharedaddy follow follow-us whatsapp teilen compartir partager print "
            r"print-button toolbar tools buttons actions save bookmark reactions? rating "
            r"ratings vote votes likes"
        ),
    ),
    (
        Zone.APPEAL,
        r"newsletter",
        (
            r"subscribe subscription subscriptions subscribe-[a-z]+ signup sign-up piano "
            r"donate donation donations membership register registration support-us regwall "
            r"login abo abonnement cta call-to-action contribution contributions fundraising "
            r"promotion app-download mailing-list optin opt-in mc4wp mailchimp reader-revenue"
        ),
    ),
    (
        Zone.BYLINE,
        "",
        (
            r"byline bylines author authors autor autoren auteur auteurs autore dateline "
            r"timestamp publish(ed)?-(date|time|on) datetime posted-on postmeta entry-meta "
            r"post-meta meta article-meta metadata authorbox author-(box|bio|info|card|name) "
            r"profile profil postmetadata about-(the-)?author bio biography vcard post-info "
            r"entry-info article-info postinfo contributor contributors writer redacteur "
            r"post-author article-date reading-time read-time date article-details"
        ),
    ),
    (
        Zone.LABELS,
        r"breadcrumb",
        (
            r"tags tag-?list taglist tag tagcloud topics topic-list keywords categories "
            r"category breadcrumbs? schlagworte etiquetas kicker eyebrow rubric rubrik "
            r"post-tags entry-tags article-tags cat-links tags-links filed-under"
        ),
    ),
    (
        Zone.ADVERT,
        r"advertis",
        (
            r"ad ads advert adverts advertisement advertising advertorial adslot adsense "
            r"adsbygoogle adunit dfp gpt sponsor sponsors sponsored publicidad publicite "
            r"werbung anzeige reklame annons commercial affiliate affiliates adblock admax "
            r"promoted"
        ),
    ),
    (
        Zone.CONSENT,
        r"cookie(banner|notice|bar|consent|law)",
        (
            r"cookie cookies gdpr consent cmp privacy-(notice|banner) didomi onetrust tcf "
            r"usercentrics sourcepoint eu-cookie-law"
        ),
    ),
    (
        Zone.CAPTION,
        r"caption image-?description bildbeschreibung",
        (
            r"credit credits image-credit photo-credit bildunterschrift bildnachweis legende "
            r"didascalia pie-de-foto pie-foto copyright image-source photographer img-desc "
            r"image-description media-info bildtext legend cutline"
        ),
    ),
    (
        Zone.FIGURE,
        "",
        (
            r"gallery galleries photo-gallery lightbox video-player videoplayer player "
            r"mediaplayer jwplayer audio-player galerie bildergalerie diaporama slides image "
            r"img imagen imagem bild foto photo picture thumbnail lead-media media-object "
            r"media-(content|primary|info)"
        ),
    ),
    (
        Zone.BOX,
        "",
        (
            r"infobox factbox fact-box info-box expandable-box faktaboks faktaruta faktarute "
            r"faktabox infokasten info-kasten wrapper-collapsed sidebar pullquote pull-quote "
            r"inset sidenote side-bar widget widgets widget-area glossary toc "
            r"table-of-contents inhaltsverzeichnis key-points in-this-article timeline survey "
            r"poll quiz correction corrections disclaimer disclosure rail right-col secondary "
            r"aside modal popup pop-up overlay tooltip popover hovercard rollover flyout "
            r"dialog banner alert notice message notification weather stock ticker game puzzles "
            r"dropdown product-card events"
        ),
    ),
    (
        Zone.UNSHOWN,
        "",
        (
            r"sr-only visually-hidden visuallyhidden screen-reader(-text|-only)? "
            r"screenreader(-only)? offscreen off-screen assistive-text a11y-hidden is-hidden "
            r"print-only noprint no-print skip-link skiplink element-invisible u-hidden "
            r"hide-text accessibility-hidden"
        ),
    ),
    (
        Zone.EMBED,
        "",
        r"twitter-tweet instagram-media fb-post tiktok-embed bluesky-embed",
    ),
    (
        Zone.MENU,
        "",
        r"nav navigation navbar menu submenu mega-menu sitemap pagination pager paging",
    ),
    (
        Zone.FOOTER,
        "",
        r"footer site-footer page-footer colophon foot bottom-bar copyright-notice legal",
    ),
    (
        Zone.HEADER,
        "",
        r"masthead site-header topbar top-bar page-header header-(top|main|bar)",
    ),
    (
        Zone.SUMMARY,
        "",
        (
            r"standfirst dek subhead sub-head subheadline subtitle sub-title deck lede lead "
            r"lead-text intro teaser-text abstract chapo chapeau excerpt summary description "
            r"entradilla sommario vorspann ingress bajada copete article-desc synopsis manchet "
            r"anrisstext"
        ),
    ),
    (
        Zone.BODY,
        r"articlebody storybody storytext articletext articlecontent",
        (
            r"article story entry post content news page text)-(body content text copy main "
            r"inner-content paragraphs? body-(copy|text|content) post-entry entry rich-?text "
            r"richtext bodytext main-text article-content-body artikeltext texto cuerpo corps "
            r"testo"
        ),
    ),
    (
        Zone.ARTICLE,
        "",
        r"article story post hentry single-post artikel articolo articulo",
    ),
)


def _compile(parts: str, words: str) -> re.Pattern[str]:
    whole = [f"-(?:{'|'.join(words.split())})-"] if words else []
    return re.compile("|".join([*parts.split(), *whole]))


_PATTERNS = tuple((zone, _compile(parts, words)) for zone, parts, words in _NAMES)


@lru_cache(maxsize=4096)
def zones_of(names: str) -> int:
    """Return what a part of a page is for, by its class, its identifier and the like.

    >>> zones_of("c-article__relatedLinks") & Zone.RELATED == Zone.RELATED
    True
    """
    named = _SUBJECT.sub(" ", names[:_MOST_NAMES])
    plain = f"-{_OTHER.sub('-', _CAMEL.sub('-', named).lower())}-"
    found = Zone.UNSHOWN if "-hidden-" in plain and _HIDDEN.search(names) else Zone.NONE
    for zone, pattern in _PATTERNS:
        if pattern.search(plain):
            found |= zone
    return found
