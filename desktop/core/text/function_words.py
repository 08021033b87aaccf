"""Small words by which a text shows its language: articles, pronouns, prepositions, auxiliaries.

Every text of some length is full of them, whatever it speaks of. A word that several languages
share says little for each of them.
"""

from __future__ import annotations

LATIN_WORDS = {
    "en": "the of and to in that is was for it with as on by at from are this be have an which "
    "or had not but they his their he has were been will would who she you said its there "
    "after",
    "fr": "le la les des du et est une dans que qui pour pas sur au aux par plus ce cette ces "
    "il elle ils sont avec ont mais ou son sa ses nous vous leur été était selon qu a en "
    "un",
    "de": "der die das und ist nicht den dem des ein eine einen einem einer zu mit auf für von "
    "sich im auch wird werden als bei nach aus wurde sind sei hat haben dass er sie es "
    "wie über an",
    "es": "el la los las de del que y en un una por con para se su sus no al lo como más pero "
    "ha fue es son está este esta han según también entre sobre desde muy cuando sin dijo "
    "ser le",
    "pt": "o os as da do das dos e em um uma que não com para por se na no nas nos ao à mais "
    "foi é são está como mas seu sua pelo pela também ele ela segundo entre até foram "
    "disse ser há de",
    "it": "il lo la gli le di del della dei delle e è un una che in non per con si da nel nella "
    "al alla sono ha anche come più ma dal dalla sul questo questa stato i suo sua "
    "secondo dopo ed",
    "nl": "de het een van en is dat niet op te in zijn voor met die er aan om ook als bij naar "
    "maar door uit wordt werd heeft hebben zich nog deze dit over kan worden hij ze "
    "volgens meer geen",
    "sv": "och att det som en på är av för med den till inte har om ett men var jag de vi så "
    "från kan när han hon nu ska efter vid eller sig också enligt skulle mot blir här "
    "finns detta",
    "da": "og det at en den til er som på de med han af for ikke der var et har fra om men jeg "
    "vi så ved efter også kan blev eller nu hun bliver havde sig være hvor skal ud blevet "
    "dem",
    "nb": "og det i å er på som en at for av med den til har ikke de et var fra men om han jeg "
    "vi ble eller etter også kan hun ved seg være skal mot nå ha noe bare dette mer sier "
    "blir mellom",
    "fi": "ja on ei se että oli hän mutta tai ovat kun myös joka mukaan ole kuin sen mitä nyt "
    "vain jos niin olla sekä jo jotka tämä ollut kanssa sanoo sitä noin jälkeen vuonna "
    "mukaisesti",
    "et": "ja on ei et see oli ta aga kui ka oma mis ning või kes seda ole nad selle siis üle "
    "mida juba nii veel pärast tema meie ütles nende ma pole olid välja oleks ainult "
    "mille kuid",
    "lv": "un ir no ka par ar uz lai tas kas bija tiek arī bet vai kā pēc tā nav šo vēl pie gan "
    "jau tikai būs viņš viņa ko kurā to es mēs līdz bez šis kad tika ja savu kuri starp "
    "norāda",
    "lt": "ir kad yra į su iš buvo tai apie kaip bet jis jo po per už dėl ne ar tik šis jau nuo "
    "taip pat kuris kurie jie ji savo dar bus prie iki sakė jos jų būtų mes arba kai tarp "
    "pagal",
    "pl": "i w nie na się z do że jest to o jak po co ale od za jego dla był przez tym są które "
    "czy oraz tak będzie było także może już który która przed został ze jej ich tego być "
    "powiedział",
    "cs": "a je se na v že to s z do o i ale jako by za pro jsou po podle byl od není který "
    "která které jeho ve k nebo tak také bude ho jsem už až při však jen být řekl než kde "
    "kdy ze před",
    "sk": "a je sa na v že to s z do o aj ale ako by za pre sú po podľa bol od nie ktorý ktorá "
    "ktoré jeho vo k alebo tak tiež bude ho som už až pri však len byť povedal než kde "
    "keď zo pred",
    "sl": "in je se na v da so z za ki pa ne bi po tudi ni kot od iz s ali pri do še že bo o "
    "lahko zaradi med njegov ker bila bilo bil ko to kaj smo zelo dejal kjer vendar ta "
    "pred proti",
    "hr": "i je u se na da su za od s a koji kao što nije će bi o to iz ne po do ili ali koja "
    "koje bio bila bilo sa nakon prema biti samo već ako te rekao kako zbog može još gdje "
    "između prije tijekom",
    "sr": "i je u se na da su za od a koji kao što nije će bi o to iz ne po do ili ali koja "
    "koje bio bila bilo sa posle pre gde treba biti samo već ako te rekao kako zbog još "
    "između vreme",
    "hu": "a az és hogy nem is egy azt meg ez de van volt csak el már még ki mint szerint lesz "
    "vagy ha ezt kell minden után nagyon ami akkor majd lehet fel lett miatt között pedig "
    "olyan vannak",
    "ro": "și şi de la în cu pe a nu din care o este un că mai să se au pentru fi sunt prin "
    "după lui ce dar sau fost va ca acest această cum era până le fiind spus despre între "
    "al ale cel",
    "sq": "të e dhe në për që me nga një është më i do u se ka nuk tij janë kjo ky por si edhe "
    "ishte duke kanë ai ajo tha sipas pas këtë mund pa deri qe disa kur shumë ndaj mbi jo",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi sonra kadar ancak ise o ne var en "
    "değil her ya olduğu oldu dedi ama göre ki hem diye etti tarafından şu mi yeni büyük "
    "iki",
    "az": "və bir bu da də üçün ilə olan olaraq daha çox sonra kimi edib isə o ki var deyil hər "
    "olub bildirib etmək görə qeyd amma üzrə edir həm onun ci yeni belə artıq bütün",
    "ca": "el la els les de del i que en un una per amb no es al a dels són ha més com pel va "
    "ser aquest aquesta també però seva seu segons entre han fins molt perquè quan sense "
    "on hi ho",
    "gl": "o a os as de do da dos das e que en un unha por con para non se na no ao máis foi é "
    "como pero seu súa tamén polo pola segundo entre ata esta este está son cando ser moi "
    "nos nas",
    "eu": "eta da ez du bat izan dira dute zuen ere baina bere hau den egin beste bi dela zen "
    "egiten baino duen arabera gero dago baita esan behar ari dituzte hori izango edo "
    "zuten batean gabe",
    "ga": "an na agus ar go i a le is tá do bhí ní sé ag don sa nach atá ó mar gur leis ach sí "
    "faoi air seo siad féin níos bheith bhfuil dúirt nó chun ina sna raibh sin inniu idir "
    "tar éis",
    "cy": "y yr yn a ac i o mae ar wedi bod ei gan am oedd fod hyn ond sydd bydd eu at mewn yw "
    "fel hefyd dydd hynny cael wrth dweud dywedodd gyda oes rhai nad nid na heb rhwng "
    "eleni pan",
    "mt": "li u ta il ma f minn għal hija huwa dan din biex kien jew kienet fuq qal mal bil "
    "ukoll fil tal mill lil dawn bħala tkun jista b wara dwar hemm kull se iżda mhux "
    "għandu qed",
    "is": "og að í er á það sem var til við um af en með ekki hann hún fyrir hefur þess eru frá "
    "því þar eftir sé þetta hafa þá vera þeir verið segir ég upp sig eða verður yfir svo "
    "þeim",
    "id": "yang dan di dengan untuk ini dari itu dalam pada tidak akan ke oleh juga adalah "
    "karena ada saat telah sebagai kata dia mereka lebih bisa tersebut para sudah atau "
    "hari kami saya",
    "ms": "yang dan di dengan untuk ini dari itu dalam pada tidak akan ke oleh juga adalah "
    "kerana ada beliau telah sebagai kata mereka lebih boleh tersebut para sudah atau "
    "hari ialah bagi",
    "vi": "và của là có không được cho trong với các những đã này một người từ đến khi để về đó "
    "ông bị theo ra năm vào nhiều cũng như tại sẽ trên anh còn phải nhưng rằng sau thì "
    "lại",
    "tl": "ang ng sa na mga at ay ni si para hindi ito kung may siya ko mo niya pa rin lang din "
    "kanyang isang naman dahil nila ating aming nang sinabi wala ayon kay ako tayo sila "
    "upang",
    "sw": "na ya wa kwa ni katika la za kuwa cha hii huo alisema wake yake hiyo watu hilo huyo "
    "bila pia lakini baada kama ambao ambayo sasa si hivyo au kutoka tu zaidi hayo vya "
    "mwa yao wao",
    "so": "oo ka ku iyo waxaa in ah u uu ay waa ayaa soo la kale isagoo aan si waxay badan "
    "dadka ee inuu sheegay kala is ma looga kaas markii sida kadib",
    "ht": "nan ki yo pou ak la sa te pa li an ap se sou yon men nou gen fè lè tou kote di pi",
    "af": "die van en het in is dat nie te vir met op sy hulle wat om hy was aan ook deur as "
    "sal maar uit word na by kan oor nog ons ek gesê wees haar een toe daar dit moet "
    "hierdie",
    "eo": "la de kaj en al estas ne por kun ke mi li ŝi ĝi ili sed aŭ el per sur pri tiu ĉi kiu "
    "kiel oni da je post ankaŭ estis plej tre pli se ĝis inter nur jam dum tio ol havas "
    "via ni",
    "la": "et in est non ad ut cum ex quod sed qui per ab atque esse sunt de quae hoc si ac "
    "quam eius aut nec enim etiam autem eo erat quibus ne nam tamen vel inter haec omnia",
    "lb": "de den dem déi ass an net op ze zu mat fir vun sech am och gëtt ginn gouf awer wéi "
    "datt hunn huet sinn si hien en eng ech mir bei aus nach wier dass et",
    "br": "ar an hag e a eo gant ur un ma da evit ne ket war met zo eus dre pe ez er bet oa "
    "gwelet hon ho hor o vez bezañ en bremañ pa gwech",
    "gd": "an agus a air na gu tha ann e bha nach chan airson do aig is bho le iad dhan seo sin "
    "nan gun cha mar gach aige ach bidh fhèin cuid eile chaidh feumaidh",
    "fy": "de it en fan is net op te yn foar mei dy der oan om ek as by nei mar út wurdt hat "
    "hawwe jo wy ik dit dizze oer kin wêze hy se har syn ien",
    "uz": "va bu bir bilan uchun emas ham edi deb esa kerak yoki boʻlgan o‘z bo bo‘lgan ushbu "
    "keyin barcha bor shu qilish qilgan bo‘yicha haqida da ga ni lekin",
    "tk": "we bir bu bilen üçin hem däl diýip eden bolan ýa boldy her şol olar öz ol bolup ýok "
    "edip etmek bolar hakynda soň bar",
    "ha": "da a na ta ya ba ne shi su ce cewa wannan don kuma wani suka ke yana zuwa sun daga "
    "domin yi ga wanda ko mai sai cikin bayan",
    "yo": "ní àti tí ó wọn sí fún nínú láti pé ń kò wà náà yìí sì gbogbo jẹ àwọn ti bí mo",
    "zu": "ukuthi futhi kodwa ngoba lapho uma nokuthi kanye ukuba lo le leli lolu yini kuze "
    "njengoba emva ngemuva phakathi wathi uthe bathi nje kakhulu khona kusho ngesikhathi "
    "ngo abantu",
    "xh": "ukuba kwaye kodwa okanye xa apho nokuba kunye le oku lo emva phakathi ngoku kuba "
    "uthi wathi abantu njengoko nangona ngexesha kwakhona loo kwi ngo ukuze wakhe yayo",
}
CYRILLIC_WORDS = {
    "ru": "мы вы я он она и в не на что с по как это к из у за от о для так но его же бы было "
    "только ее или до был также после уже при если они а то все были того будет который "
    "которые со об",
    "uk": "ми ви я він вона і в у не на що з та до як це за від про для але його є або після "
    "також при якщо був було вже ще й які який їх вони а той буде через під час щоб може "
    "тому була із",
    "be": "і ў у не на што з да як гэта за ад пра для але яго ці пасля таксама ён быў было ўжо "
    "яшчэ якія які іх яны а будзе праз каб можа таму была калі па яе быць мы вы",
    "bg": "и в на за да се от с не е че са по като но това до ще към след бе при си му ги които "
    "който която или обаче още без над им а само ни ли вече както между беше според има",
    "sr": "и је у се на да су за од са а који као што није ће би о то из не по до или али која "
    "које био била било након према бити само већ ако те рекао како због може још при "
    "између",
    "mk": "и на во да се за од не е со дека што ќе ги го како тој по но до кои или која кој "
    "беше сe биде имаше само им му нема ова тоа исто според меѓу бил откако при беа",
    "kk": "және мен бұл үшін де да деп бір бар болып болды туралы ол еді емес кейін деген осы "
    "сол қазақстан бойынша жылы болады қазіргі барлық оның ең арқылы",
    "mn": "нь байна энэ юм гэж бол ба болон байсан уг нэг бөгөөд та тухай дээр хийх вэ гэсэн тул",
    "ky": "жана менен бул бир үчүн да деп ал болгон эмес ошол анын болуп боюнча кийин керек эле "
    "эки же бар болот эч ким дагы",
    "tg": "ва дар аз ки ба бо ин барои як аст он ҳам то шуд буд мекунад худ низ кард шудааст е "
    "ё не бояд шумо лутфан",
    "tt": "һәм бу бер белән өчен дә да түгел иде дип ул булган итеп буенча соң күрә әмма бар "
    "яки һәр кирәк",
    "uz": "ва бу бир билан учун эмас ҳам эди деб эса керак ёки бўлган ўз кейин барча шу",
}
ARABIC_WORDS = {
    "ar": "في من على أن إلى عن التي الذي هذا هذه مع ما لا كان كانت قد بعد بين أو ولم كما ذلك "
    "قال خلال ان الى لم حول وقد عام وفي كل غير",
    "fa": "و در به از که این را با است برای آن یک خود تا کرد بر هم نیز شد می شده های بود ها گفت "
    "هر اما کند باید دارد وی پس ما او اند",
    "ur": "کے کی میں اور ہے سے کا کو نے کہ پر ہیں یہ اس تھا بھی جو نہیں گیا ایک کیا کر وہ تھی "
    "ہو تک بعد لیے رہے ہوئے",
    "ps": "د په او چې کې له دي ته يې هم نه سره دا هغه شوي دی وي شي وه کوي تر يو ده پر",
    "ckb": "لە و بۆ بە کە ئەو ئەم دا لەگەڵ بوو نییە هەر یان ئەوەی کرد هەروەها سەر دەکات",
    "ug": "بۇ بىر ۋە بىلەن ئۈچۈن ئەمەس دەپ كېيىن ئۇ ئىدى بولغان قىلىپ ھەم كېرەك ياكى",
}
DEVANAGARI_WORDS = {
    "hi": "के में की है और से का को ने कि पर हैं यह भी इस था नहीं एक कर गया लिए जो हो तो वह "
    "करने बाद रहे थे ही अपने",
    "mr": "आहे आणि या मध्ये ही हे च्या तर ते नाही की आहेत होते व एक असे मात्र झाली केली यांनी "
    "त्या होती होता असून करण्यात",
    "ne": "छ र को मा ले हो पनि छन् गर्ने भने यो लागि तथा हुने गरेको थियो भएको एक नेपाल गरी पछि "
    "लाई उनले त बाट",
}
# Letters that only some languages of a script have.
LETTERS = {
    "de": "ß", "es": "ñ¿¡", "pt": "ãõ", "sv": "ä", "da": "ø", "nb": "ø", "fi": "äö", "et": "õ",
    "lv": "āēīģķļņ", "lt": "ėįųū", "pl": "łąęśźż", "cs": "řěů", "sk": "ľĺŕôď", "hr": "đć",
    "hu": "őű", "ro": "ățșţş", "sq": "ë", "tr": "ığş", "az": "ə", "lb": "ëé", "tk": "ýňž",
    "yo": "ẹọṣ", "ca": "·ç", "mt": "ħġż", "is": "ðþæ", "vi": "đơưạảấầậếềệọộớợụủ", "eo": "ĉĝĥĵŝŭ",
    "ru": "ыэъё", "uk": "іїєґ", "be": "ўы", "bg": "ъщ", "sr": "ђћџљњј", "mk": "ѓќѕј",
    "kk": "әғқңұһі", "mn": "өү", "ky": "өүң", "tg": "ғӣқӯҳҷ", "tt": "әҗңөүһ", "fa": "پچژگکی",
    "ur": "ٹڈڑںےہ", "ps": "ټډړښځڅۍې", "ckb": "ڕڵۆێە", "ug": "ۇۈۋېھە", "mr": "ळ",
}  # fmt: skip
