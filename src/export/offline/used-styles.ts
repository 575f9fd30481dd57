/** Whether an element may have a class. */
type MayHave = (name: string) => boolean

const textOrMark = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\/\*.*?\*\/|[{};]/gs
const textOrLevel = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\\.|[()[\],]/gs

/** A list of selectors as its items: commas within brackets part none. */
function selectorsOf(list: string): readonly string[] {
  const found: string[] = []
  let start = 0
  let depth = 0
  for (const { 0: mark, index } of list.matchAll(textOrLevel)) {
    if (mark === '(' || mark === '[') depth++
    if (mark === ')' || mark === ']') depth--
    if (mark !== ',' || depth > 0) continue
    found.push(list.slice(start, index))
    start = index + 1
  }
  return [...found, list.slice(start)]
}

/** Whether something may match a selector. Conditions in brackets are taken for met, and so is what holds an escaped letter. */
function mayMatch(selector: string, mayHave: MayHave): boolean {
  if (selector.includes('\\')) return true
  let outside = selector.replace(/"[^"]*"|'[^']*'|\[[^\]]*\]/g, '')
  for (let before = ''; before !== outside; ) {
    before = outside
    outside = outside.replace(/\([^()]*\)/g, '')
  }
  return [...outside.matchAll(/\.(-?[_a-z][\w-]*)/gi)].every(([, name = '']) => mayHave(name))
}

const grouping = /^\s*@(?:media|supports|container|layer)\b/

function usedRule(start: string, body: string, mayHave: MayHave): string {
  const head = start.replace(/\/\*.*?\*\//gs, '')
  if (grouping.test(head)) {
    const inner = usedStyles(body, mayHave)
    return inner.trim() === '' ? '' : `${head}{${inner}}`
  }
  if (/^\s*@/.test(head)) return `${head}{${body}}`
  const selectors = selectorsOf(head).filter((selector) => mayMatch(selector, mayHave))
  return selectors.length === 0 ? '' : `${selectors.join(',')}{${body}}`
}

/** A style sheet without the rules and selectors for elements with classes that nothing has. */
export function usedStyles(css: string, mayHave: MayHave): string {
  let used = ''
  let start = 0
  let open = 0
  let depth = 0
  for (const { 0: mark, index } of css.matchAll(textOrMark)) {
    if (mark === '{' && depth++ === 0) open = index
    if (mark === '}' && --depth === 0) used += usedRule(css.slice(start, open), css.slice(open + 1, index), mayHave)
    else if (mark === ';' && depth === 0) used += css.slice(start, index + 1)
    else continue
    start = index + 1
  }
  return used + css.slice(start)
}

/**
 * Which classes a page may have: each that is a word of its document or script, and each that begins with a word there that ends
 * in a hyphen, since scripts put such names together.
 */
export function classesOf(...texts: readonly string[]): MayHave {
  const words = new Set(texts.flatMap((text) => text.match(/-?[_a-z][\w-]*/gi) ?? []))
  const hasBeginning = (name: string): boolean =>
    [...name.matchAll(/-/g)].some(({ index }) => words.has(name.slice(0, index + 1)))
  return (name) => words.has(name) || hasBeginning(name)
}
