"""Names of months and words around dates, in the languages that pages are written in."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

# A line a language, a place a month; "/" parts the forms of one month. Short forms are cut as the
# language cuts them; a full stop after any of them is read with it.
_MONTHS = """
jan/january feb/february mar/march apr/april may jun/june jul/july aug/august sep/sept/september \
oct/october nov/november dec/december
jän/jänner/januar feber/februar mär/mrz/märz april mai juni juli august september okt/oktober \
november dez/dezember
janv/janvier févr/fév/fevrier/février mars avr/avril mai juin juil/juillet août/aout \
sept/septembre octobre novembre déc/décembre/decembre
ene/enero febrero marzo abr/abril mayo junio julio ago/agosto set/septiembre/setiembre octubre \
noviembre dic/diciembre
gen/genn/gennaio febbr/febbraio marzo aprile mag/maggio giu/giugno lug/luglio agosto \
sett/settembre ott/ottobre novembre dicembre
janeiro fev/fevereiro março/marco abril mai/maio junho julho agosto setembro out/outubro \
novembro dez/dezembro
januari februari mrt/maart april mei juni juli augustus september oktober november december
sty/stycznia/styczeń lut/lutego/luty marca/marzec kwi/kwietnia/kwiecień maja/maj \
cze/czerwca/czerwiec lip/lipca/lipiec sie/sierpnia/sierpień wrz/września/wrzesień \
paź/października/październik lis gru/grudnia/grudzień
ledna/leden února/únor března/březen dubna/duben května/květen června/červen července/červenec \
srpna/srpen září října/říjen listopadu prosince/prosinec
január/januára február/februára marec/marca apríl/apríla máj/mája jún/júna júl/júla \
august/augusta september/septembra október/októbra november/novembra december/decembra
januari februari mars april maj juni juli augusti september oktober november december
januar februar marts april maj juni juli august september oktober november december
januar februar mars april mai juni juli august september oktober november desember/des
tammikuuta/tammikuu helmikuuta/helmikuu maaliskuuta/maaliskuu huhtikuuta/huhtikuu \
toukokuuta/toukokuu kesäkuuta/kesäkuu heinäkuuta/heinäkuu elokuuta/elokuu syyskuuta/syyskuu \
lokakuuta/lokakuu marraskuuta/marraskuu joulukuuta/joulukuu
január febr/február márc/március ápr/április máj/május jún/június júl/július augusztus \
szept/szeptember október november december
ian/ianuarie februarie martie aprilie mai iun/iunie iul/iulie august septembrie octombrie \
noi/noiembrie decembrie
oca/ocak şub/şubat mart nis/nisan may/mayıs haz/haziran tem/temmuz ağu/ağustos eyl/eylül \
eki/ekim kas/kasım ara/aralık
янв/января/январь фев/февр/февраля/февраль мар/марта/март апр/апреля/апрель мая/май \
июн/июня/июнь июл/июля/июль авг/августа/август сен/сент/сентября/сентябрь окт/октября/октябрь \
ноя/нояб/ноября/ноябрь дек/декабря/декабрь
січ/січня/січень лют/лютого/лютий бер/березня/березень квіт/квітня/квітень трав/травня/травень \
черв/червня/червень лип/липня/липень серп/серпня/серпень вер/вересня/вересень \
жовт/жовтня/жовтень лист/листопада груд/грудня/грудень
януари февруари март април май юни юли август септември октомври ноември декември
ιαν/ιανουαρίου/ιανουάριος φεβ/φεβρουαρίου/φεβρουάριος μαρ/μαρτίου/μάρτιος απρ/απριλίου/απρίλιος \
μαΐου/μαϊου/μάιος ιουν/ιουνίου/ιούνιος ιουλ/ιουλίου/ιούλιος αυγ/αυγούστου/αύγουστος \
σεπ/σεπτ/σεπτεμβρίου/σεπτέμβριος οκτ/οκτωβρίου/οκτώβριος νοε/νοεμβρίου/νοέμβριος \
δεκ/δεκεμβρίου/δεκέμβριος
siječnja/siječanj veljače/veljača ožujka/ožujak travnja/travanj svibnja/svibanj lipnja/lipanj \
srpnja/srpanj kolovoza/kolovoz rujna/rujan listopad studenoga/studenog/studeni prosinca/prosinac
јануар/јануара фебруар/фебруара март/марта април/априла мај/маја јун/јуна јул/јула \
август/августа септембар/септембра октобар/октобра новембар/новембра децембар/децембра
januara februara marta aprila maja juna jula avgust/avgusta/avg septembar/septembra \
oktobar/oktobra novembar/novembra decembar/decembra
sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio \
gruodžio
janvāris/janvārī februāris/februārī marts/martā aprīlis/aprīlī maijs/maijā jūnijs/jūnijā \
jūlijs/jūlijā augusts/augustā septembris/septembrī oktobris/oktobrī novembris/novembrī \
decembris/decembrī
jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember
januari februari mac/maret april mei jun/juni julai/juli ogos/agustus september oktober/okt \
november disember/desember
gener febrer març abril maig juny juliol agost setembre octubre novembre desembre
janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember
जनवरी फरवरी/फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर/सितम्बर अक्टूबर/अक्तूबर नवंबर/नवम्बर \
दिसंबर/दिसम्बर
يناير فبراير مارس أبريل/ابريل مايو يونيو/يونيه يوليو/يوليه أغسطس/اغسطس سبتمبر أكتوبر/اكتوبر \
نوفمبر ديسمبر
ינואר פברואר מרץ/מרס אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר
"""


# One word, and another month in each language.
_LISTOPADA = {"hr": 10, "bs": 10, "pl": 11, "cs": 11, "sk": 11}


def month_of(word: str, language: str = "") -> int | None:
    """Return the number of a month by its name in any language; None where it names none or two.

    >>> month_of("März"), month_of("listopada"), month_of("listopada", "pl")
    (3, None, 11)
    """
    name = unicodedata.normalize("NFC", word).casefold()
    if name == "listopada":
        return _LISTOPADA.get(language[:2].casefold())
    return MONTHS.get(name)


def _read_months() -> Mapping[str, int]:
    numbers: dict[str, set[int]] = {}
    for line in _MONTHS.strip().split("\n"):
        for number, forms in enumerate(line.split(), start=1):
            for form in forms.split("/"):
                numbers.setdefault(form.casefold(), set()).add(number)
    # A form that two languages give to two months tells no month.
    return {form: next(iter(found)) for form, found in numbers.items() if len(found) == 1}


MONTHS = _read_months()
