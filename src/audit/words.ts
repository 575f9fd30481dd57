/** A word of the text that says something of a number near it. */
export interface WordToken {
  readonly kind: 'direction' | 'comparison' | 'versus'
  readonly start: number
  readonly end: number
  readonly text: string
  readonly sense: string // up, down; YoY, QoQ, HoH; versus
}

const up =
  'up|upward|increas(?:e[ds]?|ing)|r[oi]se[sn]?|rising|g(?:rew|row|rows|rown|rowing|rowth)|gain(?:ed|s)?|climb(?:ed|s)?|expand(?:ed|s)?|higher|improv(?:ed|es|ement|ing)|jump(?:ed|s)?|surg(?:ed|es)|advanc(?:ed|es)|exceed(?:ed|s)|accelerat(?:ed|es)'
const down =
  'down|downward|decreas(?:e[ds]?|ing)|f(?:ell|all|alls|alling|allen)|declin(?:e[ds]?|ing)|dropp?(?:ed|s)?|reduc(?:ed|tion|es)|lower|shr[aiu]nk|contract(?:ed|ion)|slipp?(?:ed|s)|decelerat(?:ed|es)|deteriorat(?:ed|ion|es)|worsened|plunged|tumbled'

const table: readonly { readonly kind: WordToken['kind']; readonly sense: string; readonly pattern: string }[] = [
  {
    kind: 'direction',
    sense: 'up',
    pattern: String.raw`(?<![-\w])(?:${up})(?![-\w]|\s+to\s+(?:around|about|approx|\d))`,
  },
  { kind: 'direction', sense: 'down', pattern: String.raw`(?<![-\w])(?:${down})(?![-\w])` },
  {
    kind: 'comparison',
    sense: 'YoY',
    pattern: String.raw`Yo[YA]\b|\by[-/]o[-/]y\b|\by\/y\b|\byear[- ](?:over|on)[- ]year\b|\bannual(?:ly| growth)\b|\b(?:from|than|over|versus|vs\.?|on|compared (?:to|with)) (?:the )?(?:same (?:period|quarter) (?:of )?(?:the )?)?(?:prior|previous|last|a) (?:fiscal )?year(?: ago| earlier)?(?:'s)?(?: (?:period|quarter))?\b|\bYOY\b|\byoy\b|前年同期比|前期比`,
  },
  {
    kind: 'comparison',
    sense: 'QoQ',
    pattern: String.raw`QoQ\b|\bQOQ\b|\bqoq\b|\bq[-/]o[-/]q\b|\bq\/q\b|\bquarter[- ](?:over|on)[- ]quarter\b|\bsequential(?:ly)?\b|\b(?:from|than|over|versus|vs\.?|on|compared (?:to|with)) the (?:prior|previous|preceding|last) quarter\b`,
  },
  { kind: 'comparison', sense: 'HoH', pattern: String.raw`HoH\b|\bh\/h\b|\bhalf[- ](?:over|on)[- ]half\b` },
  {
    kind: 'versus',
    sense: 'versus',
    pattern: String.raw`\bcompared (?:to|with)\b|\bversus\b|\bvs\.?(?=\s)|\bagainst\b|\bas opposed to\b`,
  },
]

const patterns = table.map((entry) => ({ ...entry, regexp: new RegExp(entry.pattern, 'gi') }))

/** Direction, comparison and versus words, in order; overlapping ones give way to the longer. */
export function findWords(text: string): readonly WordToken[] {
  const found: WordToken[] = []
  for (const { kind, sense, regexp } of patterns) {
    for (const match of text.matchAll(regexp))
      found.push({ kind, sense, text: match[0], start: match.index, end: match.index + match[0].length })
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  return found.filter(
    (word, index) =>
      !found
        .slice(0, index)
        .some((other) => other.end > word.start && other.end - other.start >= word.end - word.start && other !== word),
  )
}

export const targetWords =
  /\b(?:target(?:s|ed)?|forecasts?|guidance|outlook|expect(?:s|ed|ation)?|plan(?:s|ned)?|anticipat(?:e[sd]?|ed)|project(?:ed|ion)|aim(?:s|ing)?|will (?:be|grow|reach|increase|decrease)|to reach|budget(?:ed)?)\b/i
/** Verbs of an event told as past. */
export const pastEvent =
  /\b(?:launched|introduced|established|opened|completed|released|started|acquired|founded|listed|began|commenced|signed|entered|delivered|announced|closed|sold|merged|appointed|reached|was|were)\b/i
export const futureWords =
  /\b(?:will|plan(?:s|ned)?|schedul(?:ed|es?)|expect(?:s|ed)?|target(?:s|ed)?|to be|aim(?:s|ing)?|forecasts?|by the end of|upcoming|until|due|intend(?:s|ed)?|matur(?:e|es|ing|ity)|expir(?:e|es|ing|y)|through)\b/i
