import type { TemplateNode } from './template.ts'

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  copy: '©',
  middot: '·',
}

function decode(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    return entities[String(name).toLowerCase()] ?? whole
  })
}

interface Read {
  readonly nodes: readonly TemplateNode[]
  /** Whether the last tag is still open: what follows is inside it. */
  readonly inTag: boolean
}

/** Reads a template's own HTML: of each text the words between tags, of each value whether it stands inside a tag. */
export const readMarkup = (nodes: readonly TemplateNode[]): readonly TemplateNode[] => readNodes(nodes, false).nodes

function readNodes(nodes: readonly TemplateNode[], startsInTag: boolean): Read {
  let inTag = startsInTag
  const read = nodes.map((node): TemplateNode => {
    switch (node.kind) {
      case 'text': {
        const { words, endsInTag } = readText(node.text, inTag)
        inTag = endsInTag
        return /[\p{L}\p{N}]/u.test(words) ? { ...node, words } : node
      }
      case 'print':
        return inTag ? { ...node, inTag } : node
      case 'if':
      case 'each':
      case 'with': {
        const [body, otherwise] = [readNodes(node.body, inTag), readNodes(node.otherwise, inTag)]
        inTag = body.inTag
        return { ...node, body: body.nodes, otherwise: otherwise.nodes }
      }
      default:
        return node
    }
  })
  return { nodes: read, inTag }
}

function readText(text: string, startsInTag: boolean): { readonly words: string; readonly endsInTag: boolean } {
  let inTag = startsInTag
  let words = ''
  for (const part of text.split(/(<(?=[a-z/!])|>)/i)) {
    if (part === '<') inTag = true
    else if (part === '>' && inTag) {
      inTag = false
      words += ' '
    } else if (!inTag) words += part
  }
  return { words: decode(words).replace(/\s+/g, ' ').trim(), endsInTag: inTag }
}
