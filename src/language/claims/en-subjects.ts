import type { SubjectWords } from './subject-words.ts'

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
    'respectively overall therefore thus accordingly',
    'target targets guidance budget plan outlook forecast estimate actual actuals minus plus net loss deficit negative',
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
  joinsNames: String.raw`\s*(?:,|\/|\+|&|\band\b|\bor\b|\bas well as\b|\bplus\b|,\s*and\b)?\s*(?:(?:the|our|its|both|also)\s+)*`,
  leadsToName: String.raw`(?:\p{L}+\s+)?(?:of|in)\s+(?:the\s+|our\s+|its\s+|total\s+)?`,
  headingWords: String.raw`\bby (?:\p{L}+(?: (?:and|or) \p{L}+)?)|\b(?:development|trend|trends|overview|history|evolution|bridge|split|mix|breakdown|highlights|summary|results|key|figures|per|since|until|through|between|versus|against|change|changes|actual|target|guidance|millions?|billions?|thousands?|per cent|percent)\b`,
}
