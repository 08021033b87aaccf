"""States and what texts call them: the name, the adjective, the capital, the seat of government."""

from __future__ import annotations

import re

# Name; other names; adjectives; capitals and seats that stand for the government.
_STATES = """
Afghanistan;;Afghan;Kabul
Albania;;Albanian;Tirana
Algeria;;Algerian;Algiers
Argentina;;Argentine,Argentinian;Buenos Aires
Armenia;;Armenian;Yerevan
Australia;;Australian;Canberra
Austria;;Austrian;
Azerbaijan;;Azerbaijani,Azeri;Baku
Bangladesh;;Bangladeshi;Dhaka
Belarus;;Belarusian;Minsk
Belgium;;Belgian;
Bolivia;;Bolivian;La Paz
Bosnia and Herzegovina;Bosnia;Bosnian;Sarajevo
Brazil;;Brazilian;Brasilia
Bulgaria;;Bulgarian;Sofia
Cambodia;;Cambodian;Phnom Penh
Cameroon;;Cameroonian;
Canada;;Canadian;Ottawa
Chad;;Chadian;
Chile;;Chilean;
China;;Chinese;Beijing
Colombia;;Colombian;Bogota
Croatia;;Croatian;Zagreb
Cuba;;Cuban;Havana
Cyprus;;Cypriot;Nicosia
Czech Republic;Czechia;Czech;Prague
Denmark;;Danish;Copenhagen
Ecuador;;Ecuadorian;Quito
Egypt;;Egyptian;Cairo
Eritrea;;Eritrean;Asmara
Estonia;;Estonian;Tallinn
Ethiopia;;Ethiopian;Addis Ababa
Finland;;Finnish;Helsinki
France;;French;Paris,Elysee
Georgia;;Georgian;Tbilisi
Germany;;German;Berlin
Ghana;;Ghanaian;Accra
Greece;;Greek;Athens
Guatemala;;Guatemalan;
Haiti;;Haitian;
Honduras;;Honduran;
Hungary;;Hungarian;Budapest
Iceland;;Icelandic;Reykjavik
India;;Indian;New Delhi,Delhi
Indonesia;;Indonesian;Jakarta
Iran;;Iranian;Tehran
Iraq;;Iraqi;Baghdad
Ireland;;Irish;Dublin
Israel;;Israeli;Jerusalem,Tel Aviv
Italy;;Italian;Rome
Japan;;Japanese;Tokyo
Jordan;;Jordanian;Amman
Kazakhstan;;Kazakh;Astana
Kenya;;Kenyan;Nairobi
Kosovo;;Kosovar;Pristina
Kuwait;;Kuwaiti;
Latvia;;Latvian;Riga
Lebanon;;Lebanese;Beirut
Libya;;Libyan;Tripoli
Lithuania;;Lithuanian;Vilnius
Malaysia;;Malaysian;Kuala Lumpur
Mali;;Malian;Bamako
Mexico;;Mexican;Mexico City
Moldova;;Moldovan;Chisinau
Mongolia;;Mongolian;
Morocco;;Moroccan;Rabat
Myanmar;Burma;Burmese;Naypyidaw
Nepal;;Nepali,Nepalese;Kathmandu
Netherlands;Holland;Dutch;The Hague
New Zealand;;;Wellington
Niger;;Nigerien;Niamey
Nigeria;;Nigerian;Abuja
North Korea;DPRK;North Korean;Pyongyang
North Macedonia;;;Skopje
Norway;;Norwegian;Oslo
Pakistan;;Pakistani;Islamabad
Palestine;;Palestinian;Ramallah
Panama;;Panamanian;
Peru;;Peruvian;Lima
Philippines;;Philippine,Filipino;Manila
Poland;;Polish;Warsaw
Portugal;;Portuguese;Lisbon
Qatar;;Qatari;Doha
Romania;;Romanian;Bucharest
Russia;Russian Federation;Russian;Moscow,Kremlin
Rwanda;;Rwandan;Kigali
Saudi Arabia;;Saudi;Riyadh
Serbia;;Serbian,Serb;Belgrade
Singapore;;Singaporean;
Slovakia;;Slovak;Bratislava
Slovenia;;Slovenian;Ljubljana
Somalia;;Somali;Mogadishu
South Africa;;South African;Pretoria
South Korea;;South Korean;Seoul
South Sudan;;South Sudanese;Juba
Spain;;Spanish;Madrid
Sri Lanka;;Sri Lankan;Colombo
Sudan;;Sudanese;Khartoum
Sweden;;Swedish;Stockholm
Switzerland;;Swiss;Bern
Syria;;Syrian;Damascus
Taiwan;;Taiwanese;Taipei
Tanzania;;Tanzanian;
Thailand;;Thai;Bangkok
Tunisia;;Tunisian;Tunis
Turkey;Türkiye,Turkiye;Turkish;Ankara
Uganda;;Ugandan;Kampala
Ukraine;;Ukrainian;Kyiv,Kiev
United Arab Emirates;UAE,Emirates;Emirati;Abu Dhabi
United Kingdom;UK,U.K.,Britain,Great Britain;British;London,Downing Street,Whitehall
United States;US,U.S.,USA,U.S.A.,America;American;Washington,White House
Uzbekistan;;Uzbek;Tashkent
Venezuela;;Venezuelan;Caracas
Vietnam;;Vietnamese;Hanoi
Yemen;;Yemeni;Sanaa
Zimbabwe;;Zimbabwean;Harare
European Union;EU,E.U.;;Brussels
NATO;North Atlantic Treaty Organization;;
United Nations;UN,U.N.;;
West;;Western;
"""

WEST = "West"
_POSSESSIVE = re.compile(r"['’]s?$")


def _read(rows: str) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    names: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    seats: dict[str, str] = {}
    for row in rows.split("\n"):
        if not row:
            continue
        name, others, forms, places = row.split(";")
        names.update((each.lower(), name) for each in (name, *others.split(",")) if each)
        adjectives.update((each.lower(), name) for each in forms.split(",") if each)
        seats.update((each.lower(), name) for each in places.split(",") if each)
    return names, adjectives, seats


_NAMES, _ADJECTIVES, _SEATS = _read(_STATES)


def state_of(words: str) -> str | None:
    """Return the state that a name stands for: by its own name, or by the seat of its government.

    >>> state_of("U.S."), state_of("Kremlin"), state_of("Kursk")
    ('United States', 'Russia', None)
    """
    plain = _POSSESSIVE.sub("", words.lower())
    return _NAMES.get(plain) or _SEATS.get(plain)


def is_seat(words: str) -> bool:
    """Say whether a name is a city or a house: "in Moscow" speaks of the city."""
    return _POSSESSIVE.sub("", words.lower()) in _SEATS


def adjective_state(words: str) -> str | None:
    """Return the state of an adjective, or of a name used as one: "North Korean", "US".

    >>> adjective_state("North Korean"), adjective_state("US"), adjective_state("green")
    ('North Korea', 'United States', None)
    """
    plain = _POSSESSIVE.sub("", words.lower())
    adjective = _ADJECTIVES.get(plain) or _ADJECTIVES.get(plain.removesuffix("s"))
    return adjective or _NAMES.get(plain) or _SEATS.get(plain)
