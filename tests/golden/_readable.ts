const block = new Set(
  (
    'html head body header footer main nav section article aside div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd figure ' +
    'figcaption table caption thead tbody tfoot tr th td details summary blockquote template script svg g defs path rect'
  ).split(' '),
)
const isVoid = new Set('area base br col hr img input link meta source wbr'.split(' '))

/** Longest line of a golden page, where its format permits a break. */
export const longestLine = 200

const tokens = /<!--[\s\S]*?-->|<script\b[\s\S]*?<\/script>|<[^>]+>|[^<]+/g
const nameOf = (tag: string): string => /^<\/?([\w-]+)/.exec(tag)?.[1]?.toLowerCase() ?? ''
const isBlock = (token: string | undefined): boolean => token?.startsWith('<') === true && block.has(nameOf(token))

/**
 * HTML as a person reads a difference of it, with the same meaning: every block stands on a line of its own, indented,
 * and a long line is broken inside a tag, before an attribute, where white space says nothing.
 */
export function readableHtml(html: string): string {
  const parts = (html.match(tokens) ?? []).filter((token, index, all) => {
    const isSpace = token.trim() === ''
    return !(isSpace && (isBlock(all[index - 1]) || isBlock(all[index + 1])))
  })
  const lines: string[] = []
  let [depth, line] = [0, '']
  const end = (): void => {
    lines.push(...line.split('\n').flatMap((each) => (each.trim() === '' ? [] : brokenLine(each))))
    line = ''
  }
  for (const part of parts) {
    if (!isBlock(part)) {
      line = line === '' ? `${'  '.repeat(depth)}${part}` : line + part
      continue
    }
    const closes = part.startsWith('</')
    const isWhole = part.endsWith('/>') || isVoid.has(nameOf(part)) || part.startsWith('<script')
    if (closes) depth = Math.max(0, depth - 1)
    const staysOnItsLine = closes && line.trim().startsWith(`<${nameOf(part)}`) && line.length < longestLine
    if (!staysOnItsLine) end()
    const text = readableScript(part)
    line = line === '' ? `${'  '.repeat(depth)}${text}` : line + text
    if (closes || isWhole || !isLeaf(part)) end()
    if (!closes && !isWhole) depth += 1
  }
  end()
  return `${lines.join('\n')}\n`
}

/** Elements of text, whose text stands on their own line: `<td>12</td>`. */
const isLeaf = (tag: string): boolean => /^<(?:p|h\d|li|dt|dd|caption|figcaption|th|td|summary)\b/.test(tag)

/** A line that is too long, broken before attributes; an attribute, and text without tags, stays whole. */
function brokenLine(line: string): readonly string[] {
  if (line.length <= longestLine) return [line]
  const indent = `${/^ */.exec(line)?.[0] ?? ''}    `
  const pieces = line.match(/<[\w-]+|\s[\w:-]+="[^"]*"|[^<\s]+|\s|<\/?|./gs) ?? []
  const lines: string[] = []
  let current = ''
  for (const piece of pieces) {
    const isAttribute = /^\s[\w:-]+="/.test(piece)
    if (isAttribute && current.length + piece.length > longestLine / 2) {
      lines.push(current)
      const [first = '', ...more] = pathLines(piece.slice(1))
      lines.push(...[first, ...more].slice(0, -1).map((each) => indent + each))
      current = indent + (more.at(-1) ?? first)
    } else if (piece === ' ' && current.length > longestLine - 40) {
      lines.push(current) // a paragraph of the author's
      current = indent
    } else current += piece
  }
  return [...lines, current]
}

/** A long attribute "d" of a drawing on several lines, each from a new stroke on. */
function pathLines(attribute: string): readonly string[] {
  if (!attribute.startsWith('d="') || attribute.length <= longestLine) return [attribute]
  const lines: string[] = []
  for (const stroke of attribute.split(/(?=M)/)) {
    const last = lines.pop()
    if (last !== undefined && last.length + stroke.length > longestLine / 2) lines.push(last, stroke)
    else lines.push((last ?? '') + stroke)
  }
  return lines
}

/** The JSON that a page carries, a key on each line. */
function readableScript(script: string): string {
  return script.replace(
    /(<script type="application\/json"[^>]*>)([\s\S]+)(?=<\/script>)/,
    (_, tag: string, json: string) => `${tag}\n${JSON.stringify(JSON.parse(json), null, 2)}\n`,
  )
}
