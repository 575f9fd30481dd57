const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
]
const cardinals = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** "fourth", "four", "4th", "4" → 4. */
export function countWord(word: string): number | undefined {
  const text = word.toLowerCase()
  const at = Math.max(ordinals.indexOf(text), cardinals.indexOf(text))
  if (at >= 0) return at + 1
  const digits = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(text)
  return digits ? Number(digits[1]) : undefined
}

/** "record", "highest ever"; not "track record", "one of the largest", "recording". */
export const highest =
  /\brecord(?<!\b(?:track|our|the|its|their|this|to|will) record)(?: high)?(?=\s+(?!low\b|of\b|date\b|in\b|and\b|an?\b|the\b)[\p{L}\d¥$€])|\ba (?:new )?record\b(?! low)|\b(?<!\b(?:one of|among) (?:the|our|its) )highest(?![- ](?:quality|standards?|priority|possible|grade|value))\b|\b(?:all-time high|best ever|largest ever)\b/giu
export const lowest = /\b(?:record low|lowest|all-time low|smallest ever)\b/gi
export const consecutive =
  /\b(\w+) (?:consecutive|straight|successive) (month|quarter|half|year)(?:ly|s|-years?)?\b|\b(\w+) (month|quarter|half|year)s? (?:in a row|running)\b/gi
export const everyStep = /\b(?:quarter by quarter|quarter after quarter|(?:in )?(?:every|each) quarter)\b/gi
export const accelerated =
  /\b(?:accelerat(?:ed|es|ing)(?! (?:depreciation|filer|share|approval))|faster(?= growth| rate| pace))\b/gi
export const slowed = /\b(?:decelerat(?:ed|es|ing)|slow(?:ed|s|ing)(?: down)?|slower(?= growth| rate| pace))\b/gi
export const multiplied = /\b(more than |nearly |almost |about )?(doubled|tripled|quadrupled|halved)\b/gi
/** Some word of every claim above: most passages hold none. */
export const anyClaim =
  /record|highest|lowest|all-time|best ever|est ever|consecutive|straight|successive|in a row|running|quarter|accelerat|faster|slow|doubled|tripled|quadrupled|halved/i
export const fallingWords =
  /\b(?:declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|shr(?:ink|inks|ank|unk|inking)|loss(?:es)?|lower)\b/i
