import type { ComparisonPhrases, NumberNames, NumberPhrases, SubjectWords } from './subject-words.ts'

/** The English words by which a sentence says what its numbers are of. */
export const enSubjects: SubjectWords = {
  linking: [
    'was were is are be been being has have had did does do will would should may can could remained remains remaining',
    'stood stands came comes come coming ran runs landed lands sat sits lay arrived settled turned turns went goes stayed',
    'amounted amounts amounting totalled totaled totals totalling totaling equalled equaled equals reached reaches reaching',
    'hit hits hitting passed passes crossed crosses touched broke approached nears neared clocked logged registered',
    'recorded records recording reported reports reporting posted posts posting booked books booking generated generates',
    'generating achieved achieves delivered delivers delivering earned earns made makes makes produced produces showed shows',
    'ended ends ending finished finishes closed closes closing began opened started swung swing brought brings yielded',
    'represented represents expected forecast forecasted targeted guided planned projected estimated seen set published',
    'of at to in by for from with on into up until through during over under above below around about near within as per-cent',
    'the a an our its their this that these those it he she they we which and or then now also only just still already',
    'full fiscal financial calendar year years half halves quarter quarters month months period first second third fourth',
    'nine six twelve last past previous prior same current latest end annual annually quarterly yearly interim',
    'new record high low level levels mark result results total amount value sum figure profit-level',
    'compared against versus vs than yoy qoq hoh year-on-year year-over-year quarter-on-quarter sequentially',
    'approximately roughly nearly almost more less exactly no not again once further even well ahead short good strong solid',
    'contributed contributes contributing accounted accounts supplied respectively overall therefore thus accordingly',
    'target targets guidance budget plan outlook forecast estimate actual actuals minus plus net loss deficit negative',
    'registers clocks logs count tally number numbers',
  ],
  neutralQualifiers: [
    'the our its their this that these those a an all total consolidated reported group company corporate overall full-year',
    'half-year quarterly annual yearly monthly interim first second third fourth quarter half year fiscal full nine months',
    'record strong higher lower good solid rising falling growing weaker weak increased decreased reduced improved better',
    'worse new more less lower-than-expected actual expected targeted forecast planned last this both and or but while as',
    'of in on at to by for from with after before despite while when that which where since because so yet then also if',
    'was were is are be grew rose fell increased decreased declined dropped climbed improved led saw had has have means',
    'made make makes earned generated achieved recorded reported posted booked delivered gained lost lifted raised cut drove',
    'produced brought kept lifts raises shows showed pushed took takes reached reach exceeded beat missed',
  ],
  otherMeasures: [
    'adjusted underlying organic pro-forma proforma normalised normalized core headline comparable diluted basic like-for-like',
    'constant-currency ex-items recurring non-recurring one-off exceptional segment divisional regional domestic overseas',
    'foreign other deferred accrued restated cumulative average attributable comprehensive retained',
  ],
  otherMeasuresAfter: [
    'per before excluding ex without margin margins ratio ratios share shares rate rates growth tax taxes team teams staff',
    'business businesses segment segments customers customer users user people employees centre center centres centers',
    'loss losses deficit expense expenses products product line lines channel channels market markets department unit units division divisions',
  ],
  qualifiers: {
    organic: String.raw`\borganic(?:ally)?\b`,
    'like-for-like': String.raw`\blike[- ]for[- ]like\b|\bLFL\b|\bsame[- ]stores?\b`,
    'constant-currency': String.raw`\bconstant (?:currenc(?:y|ies)|exchange rates?|FX|rates?)\b|\bconstant-currency\b|\b(?:currency|FX)[- ](?:neutral|adjusted)\b|\bin local currenc(?:y|ies)\b|\bCER\b`,
    adjusted: String.raw`(?<!\b(?:currency|FX)[- ])\badjusted\b`,
    underlying: String.raw`\bunderlying\b`,
    comparable: String.raw`\bcomparable\b`,
    'pro-forma': String.raw`\bpro[- ]?forma\b`,
    normalised: String.raw`\bnormali[sz]ed\b`,
    excluding: String.raw`\b(?:excluding|excludes?|excl\.|ex(?=[- ](?:items|fuel|fx|one-offs?)\b)|before (?:exceptional|special|one-off|non-recurring)\b)`,
  },
  adjectives: ['organic like-for-like adjusted underlying comparable pro-forma normalised'],
  onBasis: String.raw`\borganically\b|\b(?:(?:on|in) (?:an? )?)(?:organic|comparable|underlying|like[- ]for[- ]like|LFL|same[- ]stores?) (?:basis|terms)\b|\b(?:(?:on|in|at) (?:an? )?)?(?:constant (?:currenc(?:y|ies)|exchange rates?|FX|rates?)|constant-currency|(?:currency|FX)[- ]neutral|local currenc(?:y|ies)|CER)(?: basis| terms)?\b`,
  standardMeasures: {
    amounts: [
      ['revenue', 'sales', 'net sales', 'net revenue', 'turnover', 'total revenue', 'total sales', 'operating revenue'],
      ['cost of sales', 'cost of revenue', 'cost of goods sold'],
      ['gross profit', 'gross margin', 'gross income'],
      ['EBITDA'],
      ['EBITA'],
      [
        'EBIT',
        'operating income',
        'operating profit',
        'operating earnings',
        'operating result',
        'income from operations',
      ],
      [
        ...['pre-tax profit', 'pretax profit', 'pre-tax income', 'pretax income', 'profit before tax', 'PBT'],
        ...['income before income taxes', 'income before taxes', 'earnings before tax', 'profit before income tax'],
      ],
      ['net income', 'net profit', 'net earnings', 'net result', 'profit after tax', 'profit for the year'],
      [
        'earnings per share',
        'EPS',
        'diluted EPS',
        'basic EPS',
        'diluted earnings per share',
        'basic earnings per share',
      ],
      ['dividend per share', 'DPS'],
      ['free cash flow', 'FCF'],
      [
        ...['operating cash flow', 'cash flow from operations', 'cash flow from operating activities'],
        ...['net cash from operating activities', 'net cash provided by operating activities'],
      ],
      ['capital expenditure', 'capex'],
      ['net debt'],
      ['total assets'],
      ['total equity', 'equity', "shareholders' equity", "total shareholders' equity", "stockholders' equity"],
      ['order intake', 'orders received', 'new orders'],
      ['order backlog', 'backlog'],
      ['market capitalisation', 'market capitalization'],
    ],
    rates: [
      ['gross margin', 'gross profit margin'],
      ['EBITDA margin'],
      ['operating margin', 'EBIT margin', 'operating profit margin', 'operating income margin'],
      ['net margin', 'net profit margin', 'net income margin'],
      ['return on equity', 'ROE'],
      ['return on assets', 'ROA'],
      ['return on invested capital', 'ROIC'],
      ['return on capital employed', 'ROCE'],
      ['tax rate', 'effective tax rate'],
      ['equity ratio'],
    ],
  },
  genericNames: [
    'profit profits income earnings result results loss losses sales revenue revenues turnover margin margins business',
    'cash cost costs expense expenses spending share shares rate rates number volume value values price prices change',
    'activities operations company group customers people',
  ],
  joinsNames: String.raw`\s*(?:,|\/|\+|&|\band\b|\bor\b|\bas well as\b|\bplus\b|,\s*and\b)?\s*(?:(?:the|our|its|both|also)\s+)*`,
  leadsToName: String.raw`(?:\p{L}+\s+)?(?:of|in)\s+(?:the\s+|our\s+|its\s+|total\s+)?`,
  headingWords: String.raw`\bby (?:\p{L}+(?: (?:and|or) \p{L}+)?)|\b(?:development|trend|trends|overview|history|evolution|bridge|split|mix|breakdown|highlights|summary|results|key|figures|per|since|until|through|between|versus|against|change|changes|actual|target|guidance|millions?|billions?|thousands?|per cent|percent)\b`,
  negatives: String.raw`\b(?:loss(?:es)?|deficits?|negative|minus|below zero|in the red|used|outflows?|decreas\w+|declin\w+|drops?|dropped|fell|falls?|lost|reduc\w+|costs?|expenses?|expenditures?|outlays?|capex|charges?|burn(?:ed|t|s)?|consum\w+|spen[dt]\w*|paid|pays?|payments?|repa\w+|benefits?|credits?|write-?(?:downs?|offs?)|wrote (?:down|off)|impairments?|shortfalls?|absorb\w+|drain\w*|redemptions?|redeemed|invest(?:ed|s|ing)?|went into|t(?:ook|akes)(?! (?:in|home))|net (?:debt|borrowings?)|short of|shrank|contraction|contracted|underspen[dt]\w*)\b`,
  losses: String.raw`\b(?:loss(?:es)?|deficits?|(?:net )?(?:cash )?outflows?|shortfalls?|cash burn|(?:net )?cash used|in the red|we lost|negative(?=\s*$)|negative (?:results?|earnings|profits?|income|cash flows?|ebitda?))\b`,
  owed: String.raw`\b(?:liabilit(?:y|ies)|payables?|creditors?|borrowings?|(?:net |gross |total |long-term |short-term )?debt|loans? payable|bank loans?|overdrafts?|accruals?|accrued (?:expenses|liabilities)|deferred (?:income|revenue)|provisions?)\b(?!\s*\/?\s*\(?(?:net )?cash)`,
  beforeValue: String.raw`(?:[:\s,(]|\b(?:of|was|were|is|came|to|in|at|about|around|approximately|roughly|nearly|some|a|the|reached|totall?ed|amounted)\b)+$`,
  statesFact: String.raw`\b(?:was|were|has been|have been|had been|reached|came (?:to|in at|out at)|(?:has|have|had) (?:come (?:to|in at)|reached|hit|grown to|risen to|fallen to)|(?:worked|turned|turns) out (?:at|to be)|took home|brought (?:home|in)|amounted to|totall?ed|stood at|hit|achieved|posted|reported|recorded|booked|generated|earned|made|delivered|rose to|grew to|increased to|climbed to|fell to|declined to|decreased to|improved to|ended at|closed at|landed at|arrived at|sold|made|won|got(?: to)?|saw|kept|took in|ran to|went to|became|(?<!\b(?:be|is|are|being|not|to|we|than)\s)(?!(?:expected|forecasted|targeted|planned|projected|estimated|guided|budgeted|raised|lowered|revised|confirmed|aimed|needed|required|assumed|implied|announced|indicated|communicated|issued|published|called|based|limited|fixed)\b)\p{L}{2,}ed(?: (?:in|up|out|down|home|back|back in))?(?: (?:at|to|by))?)\s*$`,
  promises: String.raw`\b(?:(?:will|(?:is|are) going to) (?:be|reach|grow to|rise to|total|amount to|come to|hit)|(?:is|are) (?:expected|forecast|targeted|projected|planned|set) to (?:be|reach|grow to|rise to|total|amount to|come to)|(?:is|are) (?:now |currently )?(?:expected|forecast|projected|seen|targeted|budgeted|guided|put) at|we (?:now |still |currently |continue to )?(?:expect|target|forecast|plan|project|aim for|guide to|anticipate)(?: (?!(?:after|from|following|on|than|over|against|in|by|with)(?!\p{L}))\p{L}[\p{L}&-]*){0,5}(?<= (?:of|at|be)|(?:expect|target|forecast|plan|project|aim for|guide to|anticipate))|we (?:are|were) (?:looking|aiming|heading) for(?: [\p{L} ]{0,40}of)?|(?:outlook|forecast|guidance) for [^,;.]{0,40} (?:is|was|remains)|(?:outlook|forecast|guidance|budget|plan) (?:calls?|provides?|assumes?) (?:for )?(?:[\p{L}-]+ ){0,5}of)\s*$`,
  actualLabel:
    '(?:[^:]* )?(?:reached|achieved|realised|realized|paid|earned|generated|delivered|recorded|posted)|actuals?|actual results?|results?|reported|achieved|realised|realized|as reported',
  targetLabel:
    '(?:initial |revised |our |new |full-year )?(?:targets?|forecasts?|guidance|budget|plan|outlook|projections?|estimates?)',
  periodicity: {
    ...{ monthly: 1, 'by month': 1, 'per month': 1, quarterly: 3, 'by quarter': 3, 'per quarter': 3 },
    ...{ 'half-yearly': 6, 'half-year': 6, 'semi-annual': 6, semiannual: 6, 'by half': 6, 'by half-year': 6 },
    ...{ annual: 12, yearly: 12, 'by year': 12, 'full-year': 12, 'by fiscal year': 12, 'per year': 12 },
  },
  partOfYear: String.raw`\b(?:(first|opening|second|third|fourth|last|final|back|latter|closing|1st|2nd|3rd|4th)[ -](half(?:-year)?|quarter|three months|six months|nine months)|(?:(?:the|these|in) )?((?:three|six|nine|twelve|full)(?= (?:months|fiscal year|year))|(?<=\b(?:in|during) the )(?:quarter|half)(?! (?:of|to|before|year|ended|ending|after)\b))(?: (?:months|fiscal year|year))?)(?:(?: of| in| to|,)? (?:the )?(?:fiscal(?: year)? |financial year |FY)?((?:19|20)\d{2}))?(?![\p{L}\p{N}])`,
  beforeTime: '(?:in|for|during|throughout)(?: the)?(?: (?:calendar|whole|full))?(?: year| month)?(?: of)?',
  betweenMonths: ['between|from', 'and|to|through|until'],
  afterPriceYear: String.raw`^\s+(?:dollars|euros|pounds|prices|money|terms|rates)\b`,
  lengthAdjectives: {
    ...{
      monthly: 1,
      quarterly: 3,
      'three-month': 3,
      'half-year': 6,
      'half-yearly': 6,
      'six-month': 6,
      'nine-month': 9,
    },
    ...{ annual: 12, yearly: 12, 'full-year': 12, 'twelve-month': 12 },
  },
  fiscalYear: String.raw`\b(?:fiscal|financial)(?: year)? ((?:19|20)\d{2})(?!\d)`,
  opening: 'opening',
  partMonths: {
    ...{ half: 6, 'half-year': 6, quarter: 3, 'three months': 3, 'six months': 6, 'nine months': 9 },
    ...{ three: 3, six: 6, nine: 9, twelve: 12, full: 12 },
  },
  lengths: {
    ...{ month: 1, quarter: 3, 'three months': 3, 'half-year': 6, half: 6, 'six months': 6, 'nine months': 9 },
    ...{ year: 12, 'twelve months': 12, '3 months': 3, '6 months': 6, '9 months': 9, '12 months': 12 },
  },
  beforeEnd: '(?:(?:ended|ending|to|through|until|as (?:of|at)|at)(?: the)?|(?:at |by )?(?:the )?(?:end|close) of)',
  lastYear: String.raw`\b(?:last|previous|prior|preceding) (?:fiscal |financial )?year\b|\bthe year before\b|\b(?:a|one) year (?:ago|earlier|before)\b|\btwelve months (?:ago|earlier|before)\b`,
  thisYear: String.raw`\b(?:this|current) (?:fiscal |financial )?year\b`,
  yearSoFar: String.raw`\b(?:(?:fiscal |financial )?year[- ]to[- ]date|so far this (?:fiscal |financial )?year|(?:fiscal |financial )?year so far)\b`,
  beforeComparedPeriod: String.raw`\b(?:than|over|against|compared (?:to|with)|versus|vs\.?|from|since|until|after|before|on|to|with|like|of|by|exceed\w*|(?<!^\s*)for|and|or)\s+(?:in |that of |those of )?(?:the |its |our )?(?:same |whole |entire )?$|\b(?:than|over|against|compared (?:to|with)|versus|vs\.?|from|after|before)\s+#\s+(?:in |of )?(?:the )?$`,
  beforeOlderPeriod: String.raw`\b(?:than|over|against|compared (?:to|with)|versus|vs\.?|from|since|until|before|after|like|as)\s+(?:in |that of |those of )?(?:the |its |our )?(?:same |whole |entire )?$`,
  rangeTo: String.raw`\s*(?:to|through|until|till|–|—|-|~|〜)\s*`,
  leadsToStart: String.raw`^\s*(?:(?:a|per|each) (?:fiscal )?year|annually|p\.a\.|yearly|on average|compounded)?,?\s*(?:since|from)\s*$`,
}

/** Numbers that are no figures, by the words beside them. */
export const enNumberNames: NumberNames = {
  before: String.raw`(?:Sections?|Sec\.|Rules?|Forms?|Articles?|Art\.|Acts?|Regulations?|Directives?|Title|Chapters?|Parts?|Items?|Exhibits?|Schedules?|Annex(?:es)?|Appendix|Clauses?|Paragraphs?|Notes?|Pages?|pp?\.|Figures?|Fig\.|Tables?|Slides?|Volumes?|Vol\.|Issues?|Editions?|No\.|Nos\.|Number|Case|Patent|Bulletin|Opinion|Topic|Subtopic|Interpretation|ASC|ASU|FAS|SFAS|FIN|IFRS|IAS|IFRIC|SIC|HKFRS|FRS|GAAP|ISA|AS|ISO|IEC|EN|DIN|SOC|SOX|PCI|MiFID|Basel|Solvency|EU|CRD|IEEE|RFC|S&P|S&P\/ASX|FTSE|Nikkei|TOPIX|DAX|MDAX|SDAX|TecDAX|CAC|SMI|AEX|OMX|OBX|IBEX|MIB|ASX|KOSPI|CSI|Hang Seng|Russell|Stoxx|STOXX|Euro Stoxx|Dow|Dow Jones|NASDAQ|Nasdaq|MSCI|Wilshire|Fortune|Forbes|Global|Scope|Tier|Level|Phase|Type|Class|Series|Stage|Step|Wave|Grade|Category|Zone|Area|District|Unit|Suite|Room|Floor|Gate|Pier|Building|Block|Lot|Box|Route|Highway|Line|Terminal|Boeing|Airbus|Windows|Version|Release|Generation|Formula|Agenda|Vision|Horizon|Industry|Web|Gen|COVID|Covid|Euro|Apollo|Chapter|Verse|§{1,2}|#|Nr\.|n°|№)\s?$`,
  streets: String.raw`^[A-Za-z]?(?:[-–]\d+)?,?\s(?:\p{Lu}[\p{L}.'’-]*\s){0,4}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Boulevard|Blvd|Square|Sq|Drive|Dr|Way|Place|Plaza|Court|Parkway|Pkwy|Terrace|Crescent|Quay|Wharf|Row|Hill|Gardens|Park|Walk|Close|Mews|Broadway|floor|Floor|rue|Rue|avenue|boulevard|place|\p{Lu}\p{L}*(?:gatan|vägen|stra(?:ss|ß)e|gasse|gade|vej|straat|weg|platz))(?!\p{L})`,
  streetsBefore: String.raw`(?:stra(?:ss|ß)e|str\.|gasse|weg|platz|allee|ring|damm|ufer|gatan|vägen|gade|vej|straat|laan|plein|kade|Street|Road|Avenue|Rue [\p{L} ]+|Via [\p{L} ]+|Calle [\p{L} ]+),?\s$`,
  phones: String.raw`\b(?:phone|tel|telephone|fax|mobile|call|hotline|dial|contact)\b\.?:?[\s+()\d-]*$`,
  behind: String.raw`^(?:年|月|日|時|分|号|番|条|項|株当たり|人当たり|つの|\s?[ap]\.?m\b\.?|\s?(?:CEST|CET|GMT|UTC|JST|EST|EDT|BST)\b|:\d{2})`,
  precision: String.raw`(?:(?:to|at) the nearest|rounded to|in (?:units|steps) of)\s+$`,
  ordinalMarks: '第$',
}

/** How numbers and ratios are said in words. */
export const enNumberPhrases: NumberPhrases = {
  joinsTens: '[- ]',
  partOf: String.raw`(?:(?<!\p{L})(a|an|one|two|three|four|five|six|seven|eight|nine)[ -])?(?<!(?:first|second|last|third|fourth|latter|other) )\b(half|third|quarter|fifth|tenth)s?(?= of (?!(?:the (?:year|month|quarter|decade|century)|(?:fiscal |FY)?\d)))`,
  changeBy: String.raw`(?<=(?<!\p{L})(?:by|add(?:ed|s|ing)|gain(?:ed|s|ing)|los(?:t|es|ing)|shed|sheds)\s+(?:(?:more|less|as|much|than|about|almost|nearly|over|some|around|roughly)\s+){0,3})(?:(a|an|one|two|three|four|five|six|seven|eight|nine)[ -]|(?=half))(half|third|quarter|fifth|tenth)s?(?!\p{L}|-| (?:of|points?|year|century|percent))`,
  ofChange: String.raw`^ of (?:the |our |its |this |that )?(?:\p{L}+ ){0,2}?(?:increase|rise|growth|improvement|gain|addition|expansion|change|decrease|decline|fall|drop|reduction)s?(?= (?:in|of)(?!\p{L}))`,
  joinsClaims: String.raw`[,:–—]|(?<!\p{L})(?:and|or|as well as)(?!\p{L})`,
  otherPeriods: String.raw`(?<!\p{L})(?:in|of|for|during) (?:each|both|all|every|the (?:two|three|following|next|subsequent|others?))(?!\p{L})`,
  beforeBase: String.raw`(?<!\p{L})(?:compared (?:to|with)|from|against|versus|vs\.?|than(?: in)?|since|after|before|until|between)(?:\s+(?:the|its|our))?\s*$`,
  exceeds: String.raw`(?<!\p{L})(?:topped|tops|exceed(?:ed|s)|pass(?:ed|es)|surpass(?:ed|es)|cross(?:ed|es)|broke(?: through)?|beat)\s+$`,
  twice: { twice: 2, thrice: 3 },
  times: 'times',
  andHalf: ' and a half',
  timesOf: String.raw`\s+(?:as (?:large|big|much|high|many|great) as|the (?:size|level|amount) of)`,
  notTimes: String.raw`^\s*(?:as|a|per|each|in|since|over|more|less|this|last|during|within|every|daily|weekly|monthly)(?!\p{L})`,
  beforeTimesName: String.raw`^\s+(?:(?:the|our|its|that|of|trailing|annual|LTM|last year['’]s)\s+)*$`,
  notAllOf: String.raw`(?<!\p{L})(?:each|every|per|average)(?!\p{L})[^,;]*$|(?<!\p{L})(?:first|last|next|another|each|every|of|per|additional|new|extra|by|the|these|those|our|than)\s+$`,
  oneIn: String.raw`\b(one|two|three)(?: \p{L}+)? in (?:every )?(two|three|four|five|six|seven|eight|nine|ten)\b`,
}

const targets = String.raw`(?:(?:the|our|its|this|that|first|initial|original|revised|latest|own|full-year|year's|year’s|fiscal|(?:january|february|march|april|may|june|july|august|september|october|november|december)(?:['’]s)?)\s+){0,3}(?:targets?|guidance|forecasts?|budget|plan|outlook)(?!\p{L})`

const revised = String.raw`(?:(?!(?:above|below|to|over|by|and|of|from|in|on|ahead|with|for)\s)\p{L}[\p{L}’'-]*\s+){0,4}?(?:targets?|guidance|forecasts?|outlook)(?!\p{L})`
/** Before a verb in the present, so that it is no infinitive. */
const weDo = String.raw`(?<=(?<!\p{L})we(?: (?:again|also|therefore|now|today|hereby))? )`
const isRevised = String.raw`(?:targets?|guidance|forecasts?|outlook)(?:\s+(?:for|of|on)\s+(?:\p{L}+\s+){0,3}?\p{L}+)?\s+(?:(?:was|were|is|are|has been|have been|had been)\s+)?(?:again\s+)?`
const toResult = String.raw`\s+(?:back\s+)?(?:in)?to\s+(?:an?\s+|the\s+)?(?:(?:small|net|operating|pre-?tax)\s+)*`
const against = String.raw`(?<!\p{L})(?:against|compared (?:with|to)|versus|vs\.?|after|following)\s+(?:a|the)\s+(?:(?:small|heavy|net|operating|pre-?tax)\s+)*`

const itsOwn = '(?:reached|hit) (?:its|their|the|a) (?:(?:annual|seasonal|yearly) )?'

/** Before words that compare two levels: a verb of being, and how far they are apart. */
const isHow = String.raw`(?:was|were|is|are|been|came(?: in| out)?|stood|stands|remain(?:ed|s)|stay(?:ed|s)|r[au]n|runs|end(?:ed|s)|finish(?:ed|es)|sat|sits)\s+(?:(?:\p{L}+ly|well|far|much|just|even|still|again|some|a (?:little|bit|touch|tad)|way)\s+){0,2}`

/** How two numbers are compared without a figure. */
export const enComparisonPhrases: ComparisonPhrases = {
  aboveTarget: String.raw`(?<!\p{L})(?:above|ahead of|beat|beats|beating|exceed(?:ed|s|ing)|surpass(?:ed|es|ing)|topped|outperformed|better than)\s+${targets}`,
  belowTarget: String.raw`(?<!\p{L})(?:below|behind|miss(?:ed|es|ing)|(?:fell |falls |falling )?short of|undershot|worse than)\s+${targets}`,
  allParts: String.raw`(?<!\p{L})(all|both|every|each)(?:\s+(?:single\s+)?(?:one\s+)?of)?(?:\s+(?:the|our|its|these))?(?:\s+(two|three|four|five|six|seven|eight))?\s+(?:\p{L}+\s+)?(?:segments?|business(?:es)?|divisions?|regions?|lines?|categor(?:y|ies)|units?|groups?|areas?|markets?|brands?|channels?)(?!\p{L})`,
  onlyPart: String.raw`(?<!\p{L})only\s+(?:\p{L}+\s+)?(?:segment|business|division|region|line|category|unit|group|area|market|brand|channel)(?!\p{L})`,
  someParts: String.raw`(?<!\p{L})(most|two|three|four|five|six|seven)\s+(?:out )?of\s+(?:the|our|its)\s+(?:(two|three|four|five|six|seven|eight)\s+)?(?:\p{L}+\s+)?(?:segments|business(?:es)|divisions|regions|lines|categories|units|groups|areas|markets|brands|channels)(?!\p{L})`,
  rankedPart: String.raw`(?<![\p{L}-]|one of (?:the|our|its) |among (?:the|our|its) |second |third |other )((?:fastest|slowest)[- ]growing|largest|biggest|smallest)\s+(?:(?:\p{L}+)\s+)?(segment|business|division|region|line|category|unit|group|area|market|brand|channel)(?!\p{L}|\s+(?:by|for|in|of|among|after|behind|outside)(?!\p{L}))`,
  rankedByGrowth: 'growing',
  rankedLeast: 'smallest|slowest',
  moreOf: String.raw`(?<!\p{L})(?:more|higher|larger|bigger|greater)(?=\s+\p{L}[^,;:.()]{2,60}\sthan\s)`,
  lessOf: String.raw`(?<!\p{L})(?:less|fewer|lower|smaller)(?=\s+\p{L}[^,;:.()]{2,60}\sthan\s)`,
  onlyNamed: String.raw`(?<!\p{L})only\s+(?=\p{L})`,
  fasterThan: String.raw`(?<!\p{L})(?:(?:grew|grow|grows|growing|rose|rising|increased|expanded|improved|climbed|advanced)\s+(?:faster|quicker|more(?:\s+(?:quickly|strongly|rapidly|sharply))?)\s+than(?!\s+(?:twice|\p{L}+\s+times)\s+as)|outpac(?:ed|es|ing)|outgrew)(?!\p{L})`,
  timesAsFast: String.raw`(?<!\p{L})(?:grew|grow|grows|growing|rose|rising|increased|expanded)\s+(?:(more than|over|above)\s+|(?:nearly|almost|about|around|roughly|some)\s+)?(?:(twice)|(two|three|four|five|six|seven|eight|nine|ten)\s+times)\s+as\s+(?:fast|quickly|strongly|rapidly|much)\s+as(?!\p{L})`,
  slowerThan: String.raw`(?<!\p{L})(?:grew|grow|grows|growing|rose|rising|increased|expanded|improved|climbed|advanced)\s+(?:slower|less(?:\s+(?:quickly|strongly|rapidly|sharply))?|more\s+(?:slowly|modestly|gradually))\s+than(?!\p{L})`,
  aboveOther: String.raw`(?<!\p{L})(?:exceed(?:ed|s|ing)|(?<!(?:to|not|can|could|must|should|might|would|may|did|n['’]t) )(?:exceed|surpass|outweigh)|surpass(?:ed|es|ing)|overt(?:ook|akes|aken)|outstripp?(?:ed|s|ing)|outweigh(?:ed|s|ing)|topped|tops|topping|eclipsed|eclipses|outr[au]n|outdid|cover(?:ed|s)|beat|beats|${isHow}(?:above|over|ahead of|in excess of|(?:higher|greater|larger|bigger|more) than))(?!\p{L})`,
  belowOther: String.raw`(?<!\p{L})(?:trail(?:ed|s)|miss(?:ed|es)(?= (?:last|that of|those of|the (?:prior|previous|year))(?!\p{L}))|lagg?(?:ed|s|ing)(?: behind)?|undershot|(?:${isHow}|(?<!\p{L})f[ae]ll(?:s|ing)?\s+(?:well\s+|far\s+|just\s+)?)(?:short of|below|under|beneath|behind)|${isHow}(?:lower|smaller|less) than|short of)(?!\p{L})`,
  equalToOther: String.raw`(?<!\p{L})(?:match(?:ed|es|ing)|equall?(?:ed|s|ing)|${isHow}(?:equal to|level with|identical to|the same as|as (?:high|large|big|much|low|small) as))(?!\p{L})`,
  withTarget: String.raw`(?<!\p{L})(?:compared (?:to|with)|against|versus|vs\.?|relative to|than)\s+${targets}`,
  fromTarget: String.raw`^\s*(?:ahead of|above|below|behind|short of|better than|worse than|over|under)\s+${targets}`,
  withYearEnd: String.raw`(?<!\p{L})(?:compared (?:to|with)|from|since|over|against|versus|vs\.?|than(?: at)?)\s+(?:the\s+)?(?:(?:end|close) of the\s+)?(?:(?:previous|prior|last|preceding)\s+)?((?:fiscal|financial)\s+)?year[- ]end(?!\p{L})|(?<!\p{L})(?:end|close) of (?:the |our |its )?(?:previous|prior|last|preceding) ((?:fiscal|financial) )?year(?!\p{L}|['’])`,
  during: String.raw`\bover(?:\s+(?:the|its|our))?\s*$`,
  ledChange: String.raw`(?<!\p{L})(?:led|leads|leading)\s+(?:the\s+)?(?:way|growth|increase|rise|gains?|improvement|expansion|decline|fall|decrease|drop)(?!\p{L})`,
  ledWhole: String.raw`(?<!\p{L})(?:led|leads)(?=\s+(?:the\s+|our\s+)?\p{L})(?!\s+(?:to|by|us|the|our|their|its|in)\s+(?:a|the|our)\s)(?!\s+(?:to|by|us|in|with|at|on|from)(?!\p{L}))`,
  ledBy: String.raw`(?<!\p{L})(?:growth|increase|rise|gains?|improvement|expansion|decline|fall|decrease|drop),?\s+(?:(?:was|is|were|again|mainly|once more)\s+)*led by(?!\p{L})`,
  ledFall: 'decline|fall|decrease|drop',
  raisedTarget: String.raw`(?<!\p{L})(?:rais(?:ed|es|ing)|lift(?:ed|s|ing)|upgrad(?:ed|es|ing)|upped|hiked|${weDo}(?:raise|lift|upgrade))\s+${revised}|(?<!\p{L})revis(?:ed|es|ing)\s+(?:(?:the|our|its|their|full-year|annual)\s+){0,3}${isRevised}(?:up|upwards?)(?!\p{L})|(?<!\p{L})${isRevised}(?:raised|lifted|upgraded|upped|hiked|revised up(?:wards?)?)(?!\p{L})`,
  cutTarget: String.raw`(?<!\p{L})(?:cut|cuts|cutting|lower(?:ed|s|ing)|trimm(?:ed|ing)|reduc(?:ed|es|ing)|slash(?:ed|es|ing)|downgrad(?:ed|es|ing)|${weDo}(?:lower|trim|reduce|downgrade))\s+${revised}|(?<!\p{L})revis(?:ed|es|ing)\s+(?:(?:the|our|its|their|full-year|annual)\s+){0,3}${isRevised}(?:down|downwards?)(?!\p{L})|(?<!\p{L})${isRevised}(?:cut|lowered|trimmed|reduced|slashed|downgraded|revised down(?:wards?)?)(?!\p{L})`,
  keptTarget: String.raw`(?<!\p{L})(?:confirm(?:ed|s|ing)|reiterat(?:ed|es|ing)|maintain(?:ed|s|ing)|(?:re)?affirm(?:ed|s|ing)|kept|keeps|keeping|${weDo}(?:confirm|reiterate|maintain|reaffirm|affirm|keep))\s+${revised}|(?<!\p{L})${isRevised}(?:confirmed|reiterated|maintained|(?:re)?affirmed|unchanged|kept)(?!\p{L})`,
  peaked: String.raw`(?<!\p{L})(?:peaked|topped out|${itsOwn}(?:peak|high|highest (?:point|level)))(?=\s+(?:in|during)(?!\p{L}))`,
  bottomed: String.raw`(?<!\p{L})(?:bottomed(?: out)?|troughed|${itsOwn}(?:low|bottom|trough|lowest (?:point|level)))(?=\s+(?:in|during)(?!\p{L}))`,
  turnedProfit: String.raw`(?<!\p{L})(?:(?:back|return(?:ed|s|ing)?|swung|swings|swinging|turned|turns|moved|came)${toResult}(?:profit(?:ability|s)?|black)|back in (?:profit|the black)|profitable again)(?!\p{L})`,
  turnedLoss: String.raw`(?<!\p{L})(?:(?:back|returned|swung|swings|fell|slipped|slid|slumped|plunged|sank|dropped|turned|moved|went)${toResult}(?:loss(?:es)?|deficit|red)|back in the red|loss-making again)(?!\p{L})`,
  againstProfit: String.raw`${against}(?:profit|surplus)(?!\p{L})`,
  againstLoss: String.raw`${against}(?:loss|deficit)(?!\p{L})`,
  result: String.raw`(?<!\p{L})(?:profit|loss|earnings|result|EBITD?A?|(?:net|operating|ordinary|pre-?tax|recurring) (?:income|surplus)|income (?:\([^)]*\) )?(?:before|from operations))(?!\p{L})`,
}
