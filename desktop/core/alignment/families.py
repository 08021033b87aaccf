"""Words of one event in the world: reports of it choose among them freely, as for a theft a heist.

A family holds words that news uses of the same act or thing, irregular forms among them. Words
that differ in what they assert stand apart: a charge is no conviction, and a wound is no death.
"""

from __future__ import annotations

from collections.abc import Iterator

# One line each; the first word names the family. Of forms that share a stem, one is enough.
_FAMILIES = """
death dead deadly die died dying fatal fatality
kill slain slay slew
murder homicide
shoot shot gun gunfire gunman gunmen shooter
injure injury hurt wound
steal stole stolen theft thief thieves rob robber robbery heist
buy bought buyer buyout purchase acquire acquisition takeover
sell sold sale
merge merger
arrest custody detain detention
charge accuse accusation indict indictment
convict conviction guilty
sentence imprison imprisonment jail prison
quake earthquake temblor tremor
dismiss dismissal oust ouster sack
appoint hire
nominate nomination nominee
replace replacement succeed successor
resign resignation quit
win won winner beat beaten defeat triumph victory
lose lost loss
crash collide collision
burn burnt ablaze blaze fire flame
explode explosion explosive blast bomb
begin began begun start
end finish halt stop
choose chose chosen choice select selection
grow grew grown growth
rise rose risen increase
fall fell fallen decline decrease drop
meet met
speak spoke spoken speech
write wrote written
break broke broken
find found
give gave given
take took taken
go went gone
leave left depart departure
come came arrive arrival
send sent
build built
know knew known knowledge
see saw seen
think thought
hold held
keep kept
teach taught
catch caught
bring brought
seek sought
spend spent
draw drew drawn
throw threw thrown
strike struck
attack attacker
escape flee fled
fight fought fighter battle
drive drove driven driver
fly flew flown flight
lead led
pay paid payment
elect election
vote voter ballot
protest protester demonstrate demonstration demonstrator rally
agree agreement accord deal pact treaty
ban forbid forbidden outlaw prohibit
allow permit permission
refuse refusal reject rejection
deny denial
demand appeal plead plea urge
criticize criticise criticism condemn denounce lash slam
praise hail laud
warn warning
help aid assist assistance
soldier troop
repair fix patch restore
damage destroy destruction
cut sever
mother mom mum
father dad
police cop officer
lawyer attorney counsel
company firm
child children kid
woman women female
man men
wife wives husband spouse
release introduce unveil
flaw bug vulnerability
doctor physician
search hunt
capture seize
deploy deployment
film movie
car vehicle
plane aircraft airplane jet
ship boat vessel
hurricane cyclone typhoon
probe inquiry investigate investigation
sue lawsuit suit
"""


def family_words() -> Iterator[tuple[str, str]]:
    """Yield each word with the name of its family.

    >>> [word for word, name in family_words() if name == "murder"]
    ['murder', 'homicide']
    """
    for line in _FAMILIES.split("\n"):
        words = line.split()
        yield from ((word, words[0]) for word in words)
