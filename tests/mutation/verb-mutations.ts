import type { SourceFile } from '../../src/model/source-file.ts'
import { type Mutation, textFiles } from './mutation.ts'

/**
 * Verbs of reporters and analysts, gathered for this test and not from the engine's vocabulary: a fault that swaps one
 * of them in must be seen whether the engine knows the verb (a false direction) or not (a number without a direction).
 */
export const risingVerbs: readonly string[] = [
  ...['ascended', 'appreciated', 'advanced', 'ballooned', 'bounced', 'boomed', 'burgeoned', 'climbed', 'expanded'],
  ...['firmed', 'flourished', 'gained', 'jumped', 'leapt', 'mushroomed', 'perked', 'popped', 'rallied', 'rebounded'],
  ...['rocketed', 'shot', 'soared', 'spiked', 'spurted', 'strengthened', 'surged', 'swelled', 'topped', 'vaulted'],
]
export const fallingVerbs: readonly string[] = [
  ...['abated', 'backslid', 'buckled', 'collapsed', 'contracted', 'cratered', 'crumbled', 'cooled', 'decelerated'],
  ...['dipped', 'dived', 'dwindled', 'eased', 'faltered', 'languished', 'lost', 'nosedived', 'plummeted', 'plunged'],
  ...['receded', 'retreated', 'sagged', 'sank', 'shed', 'shrank', 'slackened', 'slid', 'slipped', 'slumped'],
  ...['softened', 'stumbled', 'tanked', 'tapered', 'tumbled', 'waned', 'weakened', 'withered'],
]

const rise = 'increased|rose|grew|up'
const fall = 'decreased|fell|declined|down'
const bare = String.raw`(?=(?:\s+\w+){0,2}\s+(?:by\s+)?\{\{(?:growth|difference)[^}]*\}\})`
const level = String.raw`(?=\s+(?:from [^.;\n]{0,60}\s)?to \{\{figure)`

/** One true verb of a slide, and where it stands. */
interface Site {
  readonly path: string
  readonly start: number
  readonly end: number
  readonly rises: boolean
}

function sitesOf(files: readonly SourceFile[], ahead: string, isSite: (rest: string) => boolean): readonly Site[] {
  const verb = new RegExp(String.raw`(?<![\w{"-])(?:(${rise})|(?:${fall}))(?![\w"-])${ahead}`, 'g')
  return textFiles(files, 'slides/', '.md').flatMap(({ path, text }) =>
    [...text.matchAll(verb)]
      .filter(({ index }) => isSite(text.slice(index, index + 200)))
      .map((match) => ({
        path,
        start: match.index,
        end: match.index + match[0].length,
        rises: match[1] !== undefined,
      })),
  )
}

/** The first number after a verb is one without a sign, so that the verb alone says which way it went. */
const isBare = (rest: string): boolean => {
  const first = /\{\{[^}]*\}\}/.exec(rest)?.[0] ?? ''
  return /^\{\{growth/.test(first) || (/^\{\{difference/.test(first) && first.includes('form="magnitude"'))
}

function withVerbs(kind: string, sites: readonly Site[]): readonly Mutation[] {
  return sites.flatMap(({ path, start, end, rises }) =>
    (rises ? fallingVerbs : risingVerbs).map((text) => ({ kind, path, start, end, text })),
  )
}

/** Every true verb of a number in the slides, replaced by every verb of the other direction. */
export function verbMutations(files: readonly SourceFile[]): readonly Mutation[] {
  return [
    ...withVerbs('false verb of a bare number', sitesOf(files, bare, isBare)),
    ...withVerbs(
      'false verb that leads to a value',
      sitesOf(files, level, () => true),
    ),
    ...sitesOf(files, bare, isBare).map(({ path, start, end }) => ({
      kind: 'verb without a direction',
      path,
      start,
      end,
      text: 'yodelled',
    })),
  ]
}
