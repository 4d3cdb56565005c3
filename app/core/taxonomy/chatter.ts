/** What listings say around the goods: set aside before matching, unless nothing else is said. Folded spelling (`normalise.ts`). */
const WORDS = `
a an the of and or in on at by to as from is are be we our us you your with any all such etc also very per via
sell selling buy buying looking want wants need needs needed required seeking seek offer offers offering interested supply supplies supplier suppliers
supplying manufacturer manufacturers manufacturing producer producers producing exporter exporters importer importers exporting importing trader traders
dealer dealers distributor distributors company firm factory export exports import imports exported imported wholesale wholesaler retail bulk
quality premium best price prices priced competitive cheap discount grade graded superior excellent top finest first class standard standards certified certificate
certification iso gost oem odm brand branded new available stock ready delivery shipping fob cif exw ddp order orders moq lot sample samples
made origin pakistan pakistani kazakhstan kazakh china chinese turkey turkish uzbekistan russia russian quantity monthly annual ton tons tonne tonnes
kg kgs gram grams litre litres liter liters ml mm cm inch inches oz mt pcs pieces pc pack packs packed packing packaging various assorted different several kind kinds type types item items
other others nes nesoi specified included excluding elsewhere thereof

и или в во на по от до из с со у к о об за под при над не ни а но же ли это как так для также либо которые который
куплю продам продаем продажа купим закупаем закупка ищем ищу нужен нужна нужны нужно требуется требуются предлагаем поставка поставки поставщик поставщики
производство производитель производителя производители изготовитель экспорт экспорта импорт импорта экспортер импортер компания фирма завод оптом опт оптовый оптовая оптовые розница
качество качества качественный высший высшего сорт сорта первый первого высокое высокого лучший лучшая лучшие цена цены ценам недорого дешево гост госту ту стандарт
сертифицировано сертификат сертификаты сертифицированный наличии наличие склад склада доставка мешках упаковке упаковка партия партии образец новый новые новая марка марки
назначения гражданского бытового прочий прочая прочее прочие прочих прочего другой другие других различный различные разные разный виды вид тип типа типы товар товары
казахстан казахстанский пакистан пакистанский китай россия российский кг тонн тонна тонны литр л г гр мм см шт штук штука итого всего артикул арт модель модели размер

мен жане немесе ушин бойынша сатып аламыз сатамыз сату алу керек кажет издеймиз усынамыз жеткизу жеткизуши ондируши ондирис экспортка импорт котерме сапа сапалы жогары багасы бага
сорт арзан тонна келиси дана баска турли казакстан пакистан

کا کی کے کو سے میں پر اور یا ہے ہیں نے کہ یہ وہ ہم ہمیں ایک تمام ہر ساتہ لیے لئے والا والی والے
چاہیے درکار ضرورت تلاش فروخت خریدنا خرید برآمد درآمد ایکسپورٹ ایکسپورٹر امپورٹ امپورٹر برآمدات برآمدی تہوک معیار معیاری اعلی بہترین قیمت سستا درجہ اول کمپنی تیار کنندہ سپلائی سپلائر دستیاب دیگر مختلف پاکستان پاکستانی قازقستان کلو ٹن اونس انچ

hain hai hum karte karta karna chahiye chahie chahye chahte bechte bechna banate ka ki ke ko aur

week weeks month months days hours six seven eight nine twelve know how experience experienced expertise reliable mutually beneficial cooperation collaboration
ноу хау опыт опыта опытом сотрудничество сотрудничества долгосрочное долгосрочного взаимовыгодное взаимовыгодного
тажирибе тажирибеси тажирибели ынтымактастык узак мерзимди сенимди
تجربہ تجربے تعاون
distribution distributorship dealership agency technology technologies technological knowhow training trainings trainer joint venture jv partner partners partnership investment investor investors
контракт заказ дистрибуция дистрибьютор дистрибьюция технология технологии технологий обучение обучению тренинг совместное предприятие сп партнер партнеры партнерство инвестиции инвестор
окыту тапсырыс технологиясы технологиялар бирлескен касипорын сериктес инвестиция таратушы
تربیت ٹیکنالوجی تقسیم شراکت سرمایہ کاری آرڈر
`
export const CHATTER: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter(Boolean))

/** Two words that are the name of a service only together, though one of them alone is chatter: a shipping line is neither a line nor the shipping of anything. */
export const NAMES: ReadonlySet<string> = new Set(`
shipping line,shipping lines,shipping agent,shipping agents,shipping company,container shipping,bulk shipping,tanker shipping,river shipping,caspian shipping
distribution centre,distribution center,distribution centres,parcel delivery,express delivery,courier delivery,mail delivery
stock exchange,stock broker,venture capital,investment fund,investment funds,pension fund
travel agency,tour agency,recruitment agency,employment agency,marketing agency
холодильный склад,холодильного склада,морозильный склад,морозильного склада,низкотемпературный склад,таможенный склад,таможенного склада,склад временного,склада временного
аренда склада,курьерская доставка,экспресс доставка,доставка посылок,доставка документов,доставка грузов
профессиональное обучение,обучение персонала,обучение рабочих,дуальное обучение,машинное обучение
`.split(/[,\n]/).filter(Boolean))

/** Two words that together tell what a firm is or does, and are set aside; apart they name goods: a retail chain is no chain, technology transfer no transfer. */
export const ROLES: ReadonlySet<string> = new Set(`
technology transfer,retail chain,retail chains,retail network,wholesale network,dealer network,distribution network,sales network,store chain,chain stores
registration holder,licence holder,license holder,licensed partner,operator training,staff training,trading house,land plot,joint assembly,sole agent,exclusive agent
передача технологии,передача технологий,трансфер технологии,трансфер технологий,дилерская сеть,розничная сеть,торговая сеть,сбытовая сеть,сеть магазинов,обучение операторов,торговый дом
дилерлик жели,сауда уйи,дукендер желиси,технология трансфери
ٹیکنالوجی ٹرانسفر,ٹیکنالوجی منتقلی,ریٹیل چین
`.split(/[,\n]/).filter(Boolean))

/** Numbers that are half of a name: 3D printer, 5G router, 1С. */
export const NUMBERED: ReadonlySet<string> = new Set('3d 3д 4g 5g 1c 1с 3pl 4pl'.split(' '))

/** Words that turn what follows, up to the end of the clause, into what is *not* meant. */
export const NEGATIONS: ReadonlySet<string> = new Set('not non excluding except excl without кроме исключая исключением не без емес سوائے علاوہ بغیر'.split(' '))

/** Words after which a use or a destination follows rather than the thing itself. */
export const PURPOSES: ReadonlySet<string> = new Set('for для арналган'.split(' '))

/** Words after which a part or a quality follows: of what, with what, in what. */
export const ATTRIBUTES: ReadonlySet<string> = new Set('of with in from containing based из с со от на в'.split(' '))

/** Who makes a thing, or what machine does (carpet maker, ice maker): said by firms of themselves and by the dictionary of machines, so that it decides nothing alone. */
export const MAKERS: ReadonlySet<string> = new Set('maker makers'.split(' '))

/** "We" in Urdu typed in Latin letters, a gammon in English: what it is, these beside it tell. */
export const ROMAN_URDU_WE = 'ham'
export const BESIDE_WE: ReadonlySet<string> = new Set('hain hai log karte karta chahiye chahie chahye chahte bechte banate ko ka ki ke'.split(' '))

/** Words that, naming the thing, say that it is a machine, whatever it is for: a leather cutting machine is no leather. */
export const MACHINES: ReadonlySet<string> = new Set('machine machines machinery машина машины станок станки машинасы машиналар машиналары станогы مشین مشینیں مشینری'.split(' '))
